import type { Status } from '../../domain/vocabulary.ts';
import type { Review } from './review.ts';
import { followersOf } from './ticket-schema.ts';

/** Statuses that the desk itself moves tickets to. */
const NEEDED = ['new', 'open', 'resolved', 'closed'] as const;
/** Where the life of a ticket ends. */
const ENDS: readonly Status[] = ['closed', 'merged'];

/** Every status is reached from the first one, and leads to an end. */
export function checkStatuses(review: Review): void {
  const rules = readableRules(review);
  const known = review.keysOf('statuses');
  if (known === null || rules.length === 0) return;
  const codes = rules.map(({ code }) => code);
  for (const status of NEEDED.filter((one) => !known.includes(one))) {
    review.note('statuses', [], 'status-needed', { value: status });
  }
  for (const { index, code, next } of rules) {
    for (const [at, status] of (next ?? []).entries()) {
      if (status === code) review.note('statuses', [index, 'next', at], 'status-to-itself');
      else review.refers('statuses', [index, 'next', at], 'statuses', status);
    }
  }
  const ways = new Map(rules.map((rule) => [rule.code, followersOf(rule, rules)]));
  const nextOf = (code: Status) => ways.get(code) ?? [];
  const reached = closure(['new'], nextOf);
  const before = (code: Status) => codes.filter((one) => nextOf(one).includes(code));
  const ending = closure(
    ENDS.filter((end) => codes.includes(end)),
    before,
  );
  for (const { index, code } of rules) {
    if (!reached.has(code)) {
      review.note('statuses', [index, 'code'], 'status-unreachable', { value: code });
    }
    if (!ending.has(code)) {
      review.note('statuses', [index, 'code'], 'status-without-end', { value: code });
    }
  }
}

/** A status whose followers cannot be read may be followed by any. */
function readableRules(review: Review) {
  return review.items('statuses').flatMap(([index, { code, next = null }]) => {
    return code === undefined ? [] : [{ index, code, next }];
  });
}

function closure(from: readonly Status[], nextOf: (code: Status) => readonly Status[]) {
  const seen = new Set<Status>(from);
  for (const code of seen) for (const next of nextOf(code)) seen.add(next);
  return seen;
}
