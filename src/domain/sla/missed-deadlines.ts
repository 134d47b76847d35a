import type { Breach } from '../clock-state.ts';
import type { DeskConfig } from '../desk-config.ts';
import { type Deadline, runningDeadlines } from '../sla.ts';
import type { Ticket } from '../ticket.ts';
import type { MatchedCustomer } from '../ticket-match.ts';
import { choosePolicy } from './choose-policy.ts';

/** Running deadlines that passed before `now` and are not kept yet, nearest first. */
export function missedDeadlines(
  ticket: Ticket,
  desk: DeskConfig,
  customer: MatchedCustomer | null,
  now: number,
): readonly Breach[] {
  const missed = unkept(ticket, runningDeadlines(ticket, desk, customer)).filter(
    // Late is strictly after it.
    ({ dueAt }) => dueAt < now,
  );
  if (missed.length === 0) return [];
  const policy = choosePolicy(desk, ticket, customer)?.code ?? '';
  return missed.map(({ target, dueAt }) => ({ target, policy, dueAt }));
}

/** When the next deadline passes that is not kept as missed yet, epoch ms, or null. */
export function nextMissAt(ticket: Ticket, deadlines: readonly Deadline[]): number | null {
  return unkept(ticket, deadlines)[0]?.dueAt ?? null;
}

/**
 * A target that was missed at some moment was missed at every earlier one, too: a policy that
 * becomes stricter afterwards makes no second breach of it.
 */
function unkept({ breaches = [], cameAt = 0 }: Ticket, deadlines: readonly Deadline[]) {
  return deadlines.filter(({ target, dueAt }) => {
    const isKept = breaches.some((one) => one.target === target && one.dueAt >= dueAt);
    return !isKept && dueAt >= cameAt;
  });
}
