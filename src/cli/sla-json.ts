import type { ExplainedClock, SlaExplanation } from '../domain/sla/explain.ts';
import { type ExplainWords, explainWords, type Readership } from '../i18n/deadline-words.ts';
import { iso } from './iso.ts';

/** The explanation of a ticket's deadlines for programs: codes, UTC, sentences only where a why stands. */
export function explainJson(desk: Readership, explained: SlaExplanation) {
  const words = explainWords(desk);
  const { ticket, at, policy, next, trials, clocks, stays, breaches, promises } = explained;
  const zone = desk.config.calendars.find(({ code }) => code === policy?.calendar)?.timeZone;
  const spans = stays.map(({ from, to, status, minutes, isPause }) => {
    return { from: iso(from), to: iso(to), status, minutes, isPause };
  });
  const without = ({ isPause: _, ...span }: (typeof spans)[number]) => span;
  return {
    ticket: ticket.number,
    at: iso(at),
    policy: policy && {
      code: policy.code,
      name: policy.name[desk.language],
      why: words.policyWhy(trials),
    },
    tried: trials.map(({ policy: { code }, fits, conditions }) => ({ code, fits, conditions })),
    calendar: policy?.calendar ?? null,
    timeZone: zone ?? null,
    clocks: clocks.map((clock) => clockJson(clock, explained, words)),
    counted: spans.filter(({ isPause }) => !isPause).map(without),
    pauses: spans.filter(({ isPause }) => isPause).map(without),
    next: next && {
      target: next.target,
      dueAt: iso(next.dueAt),
      why: words.nextWhy(explained),
    },
    nothingDue: explained.nothingDue,
    promises: promises.map(({ id, kind, dueAt, text }) => ({ id, kind, dueAt: iso(dueAt), text })),
    breaches: breaches.map(({ target, policy: code, dueAt }) => {
      return { target, policy: code, dueAt: iso(dueAt) };
    }),
  };
}

function clockJson(explained: ExplainedClock, { ticket }: SlaExplanation, words: ExplainWords) {
  const { clock, usedMinutes, leftMinutes, dueAt, fate } = explained;
  return {
    target: clock.target,
    calendar: clock.calendar,
    startedAt: iso(clock.startedAt),
    satisfiedAt: iso(clock.metAt),
    targetMinutes: clock.targetMs / 60_000,
    source: clock.source.code,
    usedMinutes,
    leftMinutes,
    dueAt: iso(dueAt),
    state: fate,
    why: words.clockWhy(explained, ticket),
  };
}
