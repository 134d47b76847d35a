import type { Pause, WorkingTime } from './working-time.ts';

/** Targets of a ticket in working minutes; null or 0 is no target. */
export interface ClockTargets {
  readonly firstResponse: number | null;
  /** A customer who wrote is answered. */
  readonly reply: number | null;
  /** Instead of `reply`: the customer is written to this often, whether he wrote or not. */
  readonly update: number | null;
  readonly solution: number | null;
}

/** Somebody wrote or called. What only the desk sees never counts. */
export interface Contact {
  readonly at: number;
  readonly by: 'customer' | 'agent' | 'internal-note';
}

/** What the clocks of a ticket follow from; all times in epoch ms. */
export interface TicketFacts {
  readonly createdAt: number;
  /** Each holds until the next; the first since the ticket was created. */
  readonly states: readonly { readonly at: number; readonly isPaused: boolean }[];
  readonly contacts: readonly Contact[];
  readonly firstResponseAt: number | null;
  /** Null again after a ticket was reopened. */
  readonly closedAt: number | null;
}

/** Deadlines in epoch ms and what was used of the targets in working minutes; null: no such clock. */
export interface TicketClocks {
  readonly firstResponseDue: number | null;
  readonly updateDue: number | null;
  readonly solutionDue: number | null;
  /** The nearest of the three. */
  readonly nextDue: number | null;
  readonly firstResponseMin: number | null;
  /** Of the target; negative when it was late. */
  readonly firstResponseLeft: number | null;
  /** The longest wait that has ended. */
  readonly updateMin: number | null;
  readonly updateLeft: number | null;
  readonly closeMin: number | null;
  readonly closeLeft: number | null;
}

/**
 * The clocks of a ticket: one function of what happened, so that a new policy or priority counts
 * from the beginning again with all past pauses taken out. While the present state pauses, nothing
 * is due.
 */
export function ticketClocks(
  time: WorkingTime,
  targets: ClockTargets,
  facts: TicketFacts,
): TicketClocks {
  const { createdAt, firstResponseAt, closedAt } = facts;
  const states = inOrder(facts.states);
  const pauses = pausesOf(states);
  const isPaused = states.at(-1)?.isPaused === true;
  const { since, waits } = targets.reply ? repliesOf(facts) : updatesOf(facts);
  const due = (from: number | null, target: number | null): number | null =>
    isPaused || from === null || !target ? null : time.deadlineOf(from, target, pauses);
  const spent = (from: number, to: number): number =>
    time.elapsed(Math.max(from, createdAt), Math.min(to, closedAt ?? to), pauses);
  const sinceCreation = (at: number | null, target: number | null) =>
    used(at === null ? null : spent(createdAt, at), target);

  const firstResponseDue = due(firstResponseAt === null ? createdAt : null, targets.firstResponse);
  const updateTarget = targets.reply || targets.update;
  const updateDue = due(since, updateTarget);
  const solutionDue = due(closedAt === null ? createdAt : null, targets.solution);
  const first = sinceCreation(firstResponseAt, targets.firstResponse);
  let longest: number | null = null;
  for (const { from, to } of waits) longest = Math.max(longest ?? 0, spent(from, to));
  const update = used(longest, updateTarget);
  const close = sinceCreation(closedAt, targets.solution);
  return {
    firstResponseDue,
    updateDue,
    solutionDue,
    nextDue: earliest([firstResponseDue, updateDue, solutionDue]),
    firstResponseMin: first.minutes,
    firstResponseLeft: first.left,
    updateMin: update.minutes,
    updateLeft: update.left,
    closeMin: close.minutes,
    closeLeft: close.left,
  };
}

function used(minutes: number | null, target: number | null) {
  return minutes === null || !target
    ? { minutes: null, left: null }
    : { minutes, left: target - minutes };
}

function earliest(times: readonly (number | null)[]): number | null {
  const running = times.filter((at) => at !== null);
  return running.length === 0 ? null : Math.min(...running);
}

/** Every stay in a pausing state that has ended. */
function pausesOf(states: TicketFacts['states']): readonly Pause[] {
  return states.flatMap(({ at, isPaused }, index) => {
    const next = states[index + 1];
    return isPaused && next ? [{ from: at, to: next.at }] : [];
  });
}

/** From when on somebody has been waiting, and the waits that ended before. */
interface Waiting {
  readonly since: number | null;
  readonly waits: readonly { readonly from: number; readonly to: number }[];
}

/** A customer waits from his first message that nobody has answered: asking again changes nothing. */
function repliesOf({ contacts }: TicketFacts): Waiting {
  let since: number | null = null;
  const waits: { from: number; to: number }[] = [];
  for (const { at, by } of inOrder(contacts)) {
    if (by === 'customer') since ??= at;
    if (by !== 'agent' || since === null) continue;
    waits.push({ from: since, to: at });
    since = null;
  }
  return { since, waits };
}

/** News is due from the last word of the desk on, and from the creation before there was any. */
function updatesOf({ contacts, createdAt }: TicketFacts): Waiting {
  let since = createdAt;
  const waits: { from: number; to: number }[] = [];
  for (const { at, by } of inOrder(contacts)) {
    if (by !== 'agent') continue;
    waits.push({ from: since, to: at });
    since = at;
  }
  return { since, waits };
}

function inOrder<Item extends { readonly at: number }>(items: readonly Item[]): readonly Item[] {
  return items.length < 2 ? items : items.toSorted((a, b) => a.at - b.at);
}
