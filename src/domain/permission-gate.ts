import type { TicketCommand } from './command.ts';
import type { DecideContext } from './decide-context.ts';
import type { DeskConfig } from './desk-config.ts';
import { neededPermissions } from './needed-permissions.ts';
import {
  allowanceOf,
  isLesser,
  type Limit,
  type Permission,
  type PermissionMatrix,
  whoMay,
} from './permission.ts';
import type { Person } from './person.ts';
import { type NextStep, type Refusal, refusal } from './refusal.ts';
import { notSignedOff, whyNotGiven } from './supervision/live-gate.ts';
import type { Ticket } from './ticket.ts';
import type { Channel } from './vocabulary.ts';

/** What somebody wants to do, and on which ticket. */
interface Asked {
  readonly permission: Permission;
  readonly command: TicketCommand;
  readonly state: Ticket | null;
  readonly context: DecideContext;
}

/** What helps instead of the thing that is not allowed. */
const insteadOf: Readonly<Partial<Record<Permission, readonly NextStep[]>>> = {
  reply: ['ask-customer', 'note'],
  'set-priority': ['note'],
  'transfer-up': ['note'],
  'transfer-to-vendor': ['escalate', 'note'],
  'close-unconfirmed': ['reply', 'confirm'],
  'take-third-return': ['note'],
  'work-on-ticket': ['note'],
  'assign-others': ['escalate'],
  'return-to-work': ['note'],
  'ask-through-line': ['reply'],
  'grant-exception': ['ask-customer'],
  spend: ['escalate'],
};

/** Why a command is not this person's to give; null when it is. What is not allowed is refused. */
export function whyNotPermitted(
  command: TicketCommand,
  state: Ticket | null,
  context: DecideContext,
): Refusal | null {
  for (const permission of neededPermissions(command, state, context)) {
    const why = whyNot({ permission, command, state, context });
    if (why !== null) return why;
  }
  return whyNotGiven(command, state, context);
}

/** The same for what is no command on a ticket, such as changing the desk itself. */
export function whyNotAllowed(
  permission: Permission,
  actor: Person,
  desk: DeskConfig,
): Refusal | null {
  const allowance = allowanceOf(desk.permissions, permission, actor);
  if (allowance === 'yes') return null;
  if (allowance === 'no') return denied(permission, actor, desk);
  if (allowance.limit === 'practice') return refusal('practice-only');
  return isLesser(allowance.limit) ? denied(permission, actor, desk) : null;
}

/** Why somebody does not write to the customer of a ticket in public; null when they may. */
export function whyNotTalk(
  state: Ticket | null,
  { actor, desk }: Pick<DecideContext, 'actor' | 'desk'>,
): Refusal | null {
  const isGranted = state?.voiceGrants?.some(({ personId }) => personId === actor.id) ?? false;
  if (isGranted && actor.role !== 'read-only') return null;
  const line = desk.lines.find(({ code }) => code === actor.line);
  const followsLine = actor.role === 'engineer' || actor.role === 'mentor';
  if (followsLine && line && line.talksToCustomer !== 'yes') {
    const params = { line: actor.line };
    return {
      ...refusal('line-does-not-talk', ['ask-customer', 'note'], params),
      names: { line: line.name },
    };
  }
  return whyNotAllowed('reply', actor, desk);
}

function whyNot(asked: Asked): Refusal | null {
  const { permission, state, context } = asked;
  const { actor, desk } = context;
  const allowance = allowanceOf(desk.permissions, permission, actor);
  const practises = typeof allowance !== 'string' && allowance.limit === 'practice';
  if (permission === 'reply' && !practises) return whyNotTalk(state, context);
  if (allowance === 'yes') return null;
  if (allowance === 'no') return denied(permission, actor, desk);
  return whyLimited(allowance.limit, asked);
}

/** What a limit says to this command on this ticket. */
function whyLimited(limit: Limit, asked: Asked): Refusal | null {
  const { permission, command, state, context } = asked;
  const isNew = state === null || state.status === 'new';
  switch (limit) {
    case 'practice':
      return isPractice(command, state, context) ? null : whyNotReady(asked);
    case 'initial':
      return isNew ? null : refusal('initial-only', ['note']);
    case 'with-reason':
      return isNew || reasonOf(command).trim() !== '' ? null : refusal('reason-missing');
    case 'own':
      return state === null || [null, context.actor.id].includes(state.assigneeId)
        ? null
        : refusal('not-your-ticket', ['note', 'escalate']);
    // These are counted by the rules of the commands themselves.
    case 'line-flag':
    case 'up-to-limit':
    case 'timeout':
    case 'team':
      return null;
    default:
      return denied(permission, context.actor, context.desk);
  }
}

function denied(permission: Permission, actor: Person, desk: DeskConfig): Refusal {
  const { permissions } = desk;
  if (actor.role === 'read-only') return refusal('role-reads-only');
  const isMentored = limitOf(permissions, permission, actor) === 'through-mentor';
  if (isMentored) return refusal('reply-through-mentor', ['review-ask', 'note']);
  if (permission === 'reply') return refusal('role-does-not-talk', ['note'], { role: actor.role });
  const steps = (insteadOf[permission] ?? []).filter((step) => {
    return step !== 'note' || allowanceOf(permissions, 'note', actor) !== 'no';
  });
  const code = permission === 'take-third-return' ? 'third-return-guarded' : 'not-permitted';
  const words = { what: [permission], who: whoMay(permissions, permission) };
  return { ...refusal(code, steps), words };
}

function limitOf(matrix: PermissionMatrix, permission: Permission, actor: Person): Limit | null {
  const allowance = allowanceOf(matrix, permission, actor);
  return typeof allowance === 'string' ? null : allowance.limit;
}

/** Whether nothing real is touched, neither the ticket itself nor others beside it. */
function isPractice(
  command: TicketCommand,
  state: Ticket | null,
  { other }: DecideContext,
): boolean {
  return isDemo(command, state) && othersOf(command).every((id) => other(id)?.isDemo ?? true);
}

/** Why a hire is not ready for the live tickets of a command; null when signed off for all of them. */
function whyNotReady({ command, state, context }: Asked): Refusal | null {
  const { actor, desk, other, isSignedOff } = context;
  const isOpening = command.type === 'register' || command.type === 'import';
  const own = state?.channel ?? (isOpening ? command.channel : null);
  if (own === null) return refusal('practice-only');
  const others = othersOf(command).flatMap((id) => other(id) ?? []);
  const live = others.filter((ticket) => !ticket.isDemo).map(({ channel }) => channel);
  const channels: readonly Channel[] = isDemo(command, state) ? live : [own, ...live];
  const missing = channels.find((channel) => !isSignedOff?.(actor.id, channel));
  return missing === undefined ? null : notSignedOff(actor, missing, desk.permissions);
}

/** Other tickets that a command changes as well. */
function othersOf(command: TicketCommand): readonly string[] {
  switch (command.type) {
    case 'link':
      return [command.link.ticketId];
    case 'merge-into':
      return [command.targetId];
    case 'gather':
      return command.childIds;
    case 'register':
      return command.childIds ?? [];
    case 'write-many':
      return command.messages.map(({ ticketId }) => ticketId);
    default:
      return [];
  }
}

function isDemo(command: TicketCommand, state: Ticket | null): boolean {
  if (state !== null) return state.isDemo;
  return (command.type === 'register' || command.type === 'import') && command.isDemo === true;
}

function reasonOf(command: TicketCommand): string {
  if (command.type === 'set-fields') return command.fields.reason ?? '';
  // Two answers are a reason; another priority than theirs brings its own.
  if (command.type === 'rate-priority') return command.override?.reason ?? 'rated';
  return 'reason' in command && typeof command.reason === 'string' ? command.reason : '';
}
