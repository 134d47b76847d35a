import type { TicketCommand } from '../command.ts';
import type { DecideContext } from '../decide-context.ts';
import type { DeskConfig } from '../desk-config.ts';
import { allowanceOf, type PermissionMatrix, whoMay } from '../permission.ts';
import type { Person } from '../person.ts';
import type { SignOffs } from '../practice/sign-offs.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { Channel } from '../vocabulary.ts';

/** What is known of who may work on live tickets. */
export interface LiveGate {
  readonly desk: Pick<DeskConfig, 'permissions'>;
  /** Absent: nobody is signed off for anything. */
  readonly isSignedOff?: SignOffs['isSignedOff'] | undefined;
}

/** Why somebody gets no live tickets of a channel yet; null when they do. */
export function whyNotLive(
  person: Person,
  channel: Channel,
  { desk, isSignedOff }: LiveGate,
): Refusal | null {
  const allowance = allowanceOf(desk.permissions, 'work-on-ticket', person);
  const practises = typeof allowance !== 'string' && allowance.limit === 'practice';
  if (!practises || isSignedOff?.(person.id, channel)) return null;
  return notSignedOff(person, channel, desk.permissions);
}

/** The refusal of a live ticket to somebody who still practises its channel. */
export function notSignedOff(
  { name }: Pick<Person, 'name'>,
  channel: Channel,
  permissions: PermissionMatrix,
): Refusal {
  const words = { channel: [channel], who: whoMay(permissions, 'judge-practice') };
  return { ...refusal('channel-not-signed-off', [], { person: name }), words };
}

/** Who keeps a live ticket of a channel when it comes with somebody; nobody while they are not ready. */
export function readyOwner(
  personId: string | null,
  channel: Channel,
  context: LiveGate & Pick<DecideContext, 'person'>,
): string | null {
  const person = personId === null ? null : (context.person?.(personId) ?? null);
  return person && whyNotLive(person, channel, context) ? null : personId;
}

/** Why a command gives a live ticket to somebody who is not ready for it; null when it does not. */
export function whyNotGiven(
  command: TicketCommand,
  state: Ticket | null,
  context: DecideContext,
): Refusal | null {
  const channel = state?.channel ?? (command.type === 'register' ? command.channel : null);
  const isDemo = state?.isDemo ?? (command.type === 'register' && command.isDemo === true);
  const personId = givenTo(command);
  if (personId === null || channel === null || isDemo) return null;
  const person = context.person?.(personId) ?? null;
  return person && whyNotLive(person, channel, context);
}

function givenTo(command: TicketCommand): string | null {
  switch (command.type) {
    case 'assign':
      return command.personId;
    case 'route':
      return command.route.assigneeId;
    case 'register':
      return command.routing?.assigneeId ?? null;
    default:
      return null;
  }
}
