import { ok, type Result } from '../util/result.ts';
import type { DeskConfig } from './desk-config.ts';
import type { ApplyDesk, DeskEvent, DeskVersion } from './desk-version.ts';
import { whyNotAllowed } from './permission-gate.ts';
import type { Person } from './person.ts';
import { type Refusal, refusal, refuse } from './refusal.ts';
import type { Role } from './vocabulary.ts';

/** Tickets with a code that a pack does not know. */
export interface StrandedTickets {
  readonly part: 'lines' | 'statuses' | 'kinds';
  readonly code: string;
  readonly count: number;
  /** Numbers of some of them. */
  readonly examples: readonly string[];
}

export interface DecideDeskContext {
  readonly now: number;
  readonly opId: string;
  readonly device: string;
  readonly actor: Person;
  /** The rules in force. */
  readonly desk: DeskConfig;
  /** Somebody of the desk may change it: before, anybody who works here puts the first pack in force. */
  readonly isFounded: boolean;
  /** Who put the first pack in force: they may mend it, whatever people it brought. */
  readonly founderId: string | null;
  readonly hash: string;
  readonly changed: readonly string[];
  readonly stranded: readonly StrandedTickets[];
}

/** Decides whether a pack that holds together comes in force. */
export function decideDesk(
  command: ApplyDesk,
  current: DeskVersion | null,
  context: DecideDeskContext,
): Result<DeskEvent, Refusal> {
  const problem = whyNotChange(context);
  if (problem) return { ok: false, problem };
  const inForce = current?.version ?? 0;
  if (command.baseVersion !== inForce) {
    return refuse('desk-base-stale', [], { base: command.baseVersion, version: inForce });
  }
  const { now, opId, device, actor, hash, changed, stranded } = context;
  if (stranded.length > 0) {
    return refuse('desk-tickets-left', [], { details: stranded.map(describe).join('; ') });
  }
  const fact = {
    type: 'desk-applied',
    version: inForce + 1,
    hash,
    files: Object.keys(command.files).toSorted(),
    changed,
  } as const;
  return ok({ id: `${opId}:0`, opId, at: now, byId: actor.id, device, fact });
}

const outsiders: readonly Role[] = ['hire', 'qa', 'read-only', 'connector'];

function whyNotChange({ actor, desk, isFounded, founderId }: DecideDeskContext): Refusal | null {
  if (isFounded && actor.id !== founderId) return whyNotAllowed('change-desk', actor, desk);
  return outsiders.includes(actor.role) ? refusal('desk-not-yours') : null;
}

function describe({ part, code, count, examples }: StrandedTickets): string {
  const more = count > examples.length ? '…' : '';
  return `${part} ${code}: ${count} (${examples.join(', ')}${more})`;
}
