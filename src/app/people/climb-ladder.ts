import {
  type LadderState,
  ladderFor,
  ladderState,
  lastCallOf,
  type Rung,
} from '../../domain/duty/ladder.ts';
import type { LadderCall } from '../../domain/handover/handover.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { deskRoster } from './desk-roster.ts';
import { isDemoDesk } from './duty-now.ts';

/** A step with the last call that was made there. */
export interface ShownRung extends Rung {
  readonly call: LadderCall | null;
}

/** The ladder of a ticket as it stands now. */
export interface Climb {
  readonly rungs: readonly ShownRung[];
  readonly calls: readonly LadderCall[];
  readonly state: LadderState;
}

/** Whom to call for a ticket, or for none in particular, and who is to be called now. */
export function climbOf(desk: Desk, ticket: Ticket | null): Climb {
  const at = desk.clock.now();
  // Nobody who is stuck calls themselves.
  const people = deskRoster(desk, ticket ?? { isDemo: isDemoDesk(desk) }).filter(
    ({ id }) => id !== desk.me.id,
  );
  const customer = desk.people.served(ticket?.customerId ?? null);
  const calls = ticket?.ladderCalls ?? [];
  const rungs = ladderFor(ticket, { desk: desk.config, people, at, customer });
  return {
    calls,
    rungs: rungs.map((rung) => ({ ...rung, call: lastCallOf(rung, calls) })),
    state: ladderState(rungs, calls, at),
  };
}

/** Writes down what became of a call on one step. */
export function logLadderCall(
  desk: Desk,
  ticketId: string,
  { ladder, step, person }: Pick<Rung, 'ladder' | 'step' | 'person'>,
  outcome: LadderCall['outcome'],
): Result<Executed, Refusal> {
  const personId = person?.id ?? null;
  const command = {
    type: 'log-ladder-call',
    ladder: ladder.code,
    step,
    personId,
    outcome,
  } as const;
  return execute(desk, ticketId, command);
}
