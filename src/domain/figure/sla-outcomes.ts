import type { ClockTarget } from '../clock-state.ts';
import { chooseTarget } from '../sla/choose-policy.ts';
import { stillStatuses, workingTimeOf } from '../sla/desk-time.ts';
import type { SlaPolicy, SlaTarget } from '../sla-policy.ts';
import type { FigureContext, SlaOutcome } from './figure-case.ts';
import { isEnded, lineAt, openStretches, statusAt, staysIn } from './story-moments.ts';
import type { TicketStory } from './ticket-story.ts';

/** What outcomes are found by. */
export type SlaContext = Pick<FigureContext, 'now' | 'desk' | 'policyOf'>;

/** A stretch in which somebody waits for something; without an end they still wait. */
interface Attempt {
  readonly target: ClockTarget;
  readonly from: number;
  readonly to: number | null;
}

/**
 * What became of the deadlines towards the customer. What was missed is kept as it was counted then;
 * whatever ended without that was met. A target that still runs is missed as soon as its time is over.
 * Merged and off-topic tickets have no outcomes.
 */
export function slaOutcomes(story: TicketStory, context: SlaContext): readonly SlaOutcome[] {
  const policy = context.policyOf(story);
  const isLeftOut = story.isAutomatic || story.offTopicAt !== null;
  if (!policy || isLeftOut || story.statuses.at(-1)?.status === 'merged') return [];
  const attempts = attemptsOf(story, policy, context);
  const missed = missesOf(story).map(({ target, dueAt }) => ({ target, at: dueAt, isMet: false }));
  return [...missed, ...attempts.flatMap((one) => outcomeOf(one, { story, policy, context }))];
}

/** What a line owes another line is no promise to the customer. */
const isOurs = (target: ClockTarget) => target !== 'accept' && target !== 'line-work';

/** What was missed under one priority is not missed once more under another: one wait counts once. */
function missesOf({ breaches, said }: TicketStory): TicketStory['breaches'] {
  return breaches.filter(({ target, dueAt }, index) => {
    const before = breaches.slice(0, index).findLast((one) => one.target === target);
    if (!isOurs(target) || before === undefined) return isOurs(target);
    const isOnce = target === 'first-answer' || target === 'resolve';
    return !isOnce && said.some(({ at }) => before.dueAt < at && at < dueAt);
  });
}

interface About {
  readonly story: TicketStory;
  readonly policy: SlaPolicy;
  readonly context: SlaContext;
}

function outcomeOf({ target, from, to }: Attempt, about: About): readonly SlaOutcome[] {
  const { story, context } = about;
  const end = to ?? Number.POSITIVE_INFINITY;
  // A solution that was late is not late once more when it comes back: its time runs on.
  const since = target === 'resolve' ? story.createdAt : from;
  const cameAt = story.cameAt ?? 0;
  const isMissed = story.breaches.some((one) => {
    return one.target === target && one.dueAt >= since && one.dueAt < end;
  });
  if (isMissed) return [];
  // What it met or missed elsewhere is not ours; nobody has kept there what was missed.
  if (to !== null && to < cameAt) return [];
  const due =
    to === null || story.cameAt !== null ? dueOf({ target, from: since, to }, about) : null;
  if (to !== null) return due !== null && due < to ? [] : [{ target, at: to, isMet: true }];
  const isMissedHere = due !== null && cameAt <= due && due < context.now;
  return isMissedHere ? [{ target, at: due, isMet: false }] : [];
}

/** When a clock is due; null of one that stands still. */
function dueOf({ target, from, to }: Attempt, { story, policy, context }: About) {
  const ms = targetOf(target, story, policy);
  if (ms === null) return null;
  const still = stillStatuses(context.desk, policy);
  if (to === null && still.has(story.statuses.at(-1)?.status ?? 'new')) return null;
  const pauses = staysIn(story, to ?? Number.POSITIVE_INFINITY, (status) => still.has(status));
  const own = isTableTarget(target) ? policy.calendarOf[target] : undefined;
  const hours = workingTimeOf(context.desk, own ?? policy.calendar);
  return hours.deadlineOf(from, ms / 60_000, pauses);
}

const tables = {
  'first-answer': 'firstAnswer',
  reply: 'reply',
  update: 'update',
  resolve: 'resolve',
} as const;

function isTableTarget(target: ClockTarget): target is SlaTarget {
  return target in tables;
}

function targetOf(target: ClockTarget, story: TicketStory, policy: SlaPolicy): number | null {
  if (target === 'outage-update') return policy.outageUpdateMs;
  if (target === 'status-update') return policy.statusUpdateMs;
  return isTableTarget(target) ? chooseTarget(policy[tables[target]], story).ms : null;
}

function attemptsOf(story: TicketStory, policy: SlaPolicy, context: SlaContext): Attempt[] {
  const has = (target: SlaTarget) => targetOf(target, story, policy) !== null;
  const attempts: Attempt[] = has('resolve') ? solutions(story) : [];
  if (story.audience !== 'customer') return attempts;
  const isFirst = has('first-answer');
  if (isFirst) attempts.push(...firstAnswer(story));
  if (has('reply')) attempts.push(...replies(story, isFirst));
  const news = newsTarget(story, policy, context);
  for (let index = 0; index <= story.said.length; index += 1) {
    const from = story.said[index - 1]?.at ?? story.createdAt;
    const to = story.said[index]?.at ?? null;
    const target = news(from, to);
    // The first word is the first answer; after the last one the next is waited for.
    if (index > 0 && has('update')) attempts.push({ target: 'update', from, to });
    if (target !== null && (index > 0 || target === 'outage-update')) {
      attempts.push({ target, from, to });
    }
  }
  return attempts;
}

function firstAnswer({ said, createdAt, statuses }: TicketStory): Attempt[] {
  const [first] = said;
  // Solved without a word it waits for none.
  if (!first && isEnded(statuses.at(-1)?.status ?? 'new')) return [];
  return [{ target: 'first-answer', from: createdAt, to: first?.at ?? null }];
}

/** A customer waits from the first message that nobody has answered. */
function replies({ said, heard, createdAt, statuses }: TicketStory, isFirst: boolean): Attempt[] {
  const attempts: Attempt[] = [];
  const begin = isFirst ? (said[0]?.at ?? Number.POSITIVE_INFINITY) : createdAt;
  let after = begin;
  for (const { at } of [...said, { at: Number.POSITIVE_INFINITY }]) {
    const since = heard.find((one) => one >= after && one < at);
    const isLast = at === Number.POSITIVE_INFINITY;
    const isOver = isLast && isEnded(statuses.at(-1)?.status ?? 'new');
    if (since !== undefined && !isOver) {
      attempts.push({ target: 'reply', from: since, to: isLast ? null : at });
    }
    after = Math.max(after, at);
  }
  return attempts;
}

function solutions(story: TicketStory): Attempt[] {
  return openStretches(story, null).map(({ from, to }) => ({ target: 'resolve', from, to }));
}

/** Which news are owed between two words of ours: of an outage always, else while others work. */
function newsTarget(story: TicketStory, policy: SlaPolicy, { desk }: SlaContext) {
  const isOutage =
    story.kind === 'provider-outage' || story.tags.some((tag) => policy.outageTags.includes(tag));
  const isExternal = (code: string) =>
    desk.lines.some((line) => line.code === code && line.isExternal);
  const wasElsewhere =
    story.statuses.some(({ status }) => status === 'waiting-third-party') ||
    story.lines.some(({ line }) => isExternal(line));
  return (from: number, to: number | null) => {
    if (isOutage) return 'outage-update';
    if (!wasElsewhere) return null;
    const isElsewhere = (at: number) =>
      statusAt(story, at) === 'waiting-third-party' || isExternal(lineAt(story, at));
    const isOwed =
      to === null
        ? isElsewhere(Number.POSITIVE_INFINITY)
        : isElsewhere(from) || isElsewhere(to - 1);
    return isOwed ? 'status-update' : null;
  };
}
