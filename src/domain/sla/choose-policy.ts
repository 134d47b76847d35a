import type { DeskConfig } from '../desk-config.ts';
import type { SlaPolicy, TargetTable } from '../sla-policy.ts';
import { fitsTicket, type MatchedCustomer, type MatchedTicket } from '../ticket-match.ts';

/** The policy of a ticket: the first one that fits it; null when none does. */
export function choosePolicy(
  desk: DeskConfig,
  ticket: MatchedTicket,
  customer: MatchedCustomer | null,
): SlaPolicy | null {
  return desk.policies.find(({ when }) => fitsTicket(when, ticket, customer)) ?? null;
}

/** Whether a policy can only be chosen by somebody who knows the customer of the ticket. */
export function asksForCustomer(desk: DeskConfig): boolean {
  return desk.policies.some(
    ({ when }) => when.customers !== undefined || when.levels !== undefined,
  );
}

/** What gave a target: the default of its table, or the code of one of its rows; a line's own norm. */
export interface TargetSource {
  readonly by: 'default' | 'channel' | 'priority' | 'kind' | 'line';
  readonly code: string;
}

/** A target that holds for a ticket, and where it comes from. */
export interface ChosenTarget {
  readonly ms: number | null;
  readonly source: TargetSource;
}

/** Of the targets that fit a ticket the strictest; the default when none has its codes. */
export function chooseTarget(
  table: TargetTable,
  ticket: Pick<MatchedTicket, 'channel' | 'priority' | 'kind'>,
): ChosenTarget {
  let strictest: ChosenTarget | null = null;
  for (const by of ['channel', 'priority', 'kind'] as const) {
    const code = ticket[by];
    const ms = table[code];
    if (ms === undefined) continue;
    const one = { ms, source: { by, code } };
    if (strictest === null || isStricter(one, strictest)) strictest = one;
  }
  return strictest ?? { ms: table.default, source: fallback };
}

/** The source of what is the same for every ticket. */
export const fallback: TargetSource = { by: 'default', code: 'default' };

function isStricter(one: ChosenTarget, other: ChosenTarget): boolean {
  if (one.ms === null) return false;
  return other.ms === null || one.ms < other.ms;
}
