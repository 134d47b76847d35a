import type { Status } from '../vocabulary.ts';
import type { Pause } from '../working-time.ts';
import type { TicketStory } from './ticket-story.ts';

/** Whether nobody works on a ticket in this status any more. */
export function isEnded(status: Status): boolean {
  return status === 'resolved' || status === 'closed' || status === 'merged';
}

/** The line a ticket was on at a moment; before its time the first one. */
export function lineAt({ lines }: TicketStory, at: number): string {
  let line = lines[0]?.line ?? '';
  for (const stay of lines) if (stay.at <= at) line = stay.line;
  return line;
}

/** The status of a ticket at a moment. */
export function statusAt({ statuses }: TicketStory, at: number): Status {
  let status = statuses[0]?.status ?? 'new';
  for (const span of statuses) if (span.at <= at) status = span.status;
  return status;
}

/** When it was solved: resolved, or closed at once. A ticket that was merged was not solved. */
export function solvesOf({ statuses }: TicketStory): readonly number[] {
  const solves: number[] = [];
  let wasEnded = false;
  for (const { status, at } of statuses) {
    const is = isEnded(status);
    if (is && !wasEnded && status !== 'merged') solves.push(at);
    wasEnded = is;
  }
  return solves;
}

/** When it was closed; several times for one that was opened again. */
export function closingsOf({ statuses }: TicketStory): readonly number[] {
  const closings: number[] = [];
  let before: Status | null = null;
  for (const { status, at } of statuses) {
    if (status === 'closed' && before !== 'closed') closings.push(at);
    before = status;
  }
  return closings;
}

/** A stretch of time of a ticket; without an end it lasts. Times are epoch ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number | null;
}

/** When there was work to do on it, and on a line, where one is asked for. */
export function openStretches(story: TicketStory, line: string | null): readonly Stretch[] {
  const { statuses, lines } = story;
  const changes =
    line === null || lines.length === 1
      ? statuses.map(({ at }) => at)
      : [...statuses, ...lines].map(({ at }) => at).sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let from: number | null = null;
  for (const at of changes) {
    const is = !isEnded(statusAt(story, at)) && (line === null || lineAt(story, at) === line);
    if (is && from === null) from = at;
    if (!is && from !== null) {
      if (from < at) stretches.push({ from, to: at });
      from = null;
    }
  }
  return from === null ? stretches : [...stretches, { from, to: null }];
}

/** The stays in some statuses before a moment. */
export function staysIn(
  { statuses }: TicketStory,
  until: number,
  isMeant: (status: Status) => boolean,
): readonly Pause[] {
  const stays: Pause[] = [];
  for (const [index, { status, at }] of statuses.entries()) {
    const to = Math.min(statuses[index + 1]?.at ?? until, until);
    if (at < to && isMeant(status)) stays.push({ from: at, to });
  }
  return stays;
}

/** Stays on lines, each with its end; the last one lasts. */
export function lineStays({ lines }: TicketStory): readonly (Stretch & { line: string })[] {
  return lines.map(({ line, at }, index) => ({ line, from: at, to: lines[index + 1]?.at ?? null }));
}

/**
 * The first reply of a person. A ticket that the desk itself opened by a message is answered by the
 * second one; automatic replies are nobody's and stand in no story.
 */
export function firstReplyOf({ said, heard, createdAt }: TicketStory): number | null {
  const [opening, next] = said;
  if (!opening) return null;
  const [asked = Number.POSITIVE_INFINITY] = heard;
  const isOurs = opening.at <= createdAt && asked > opening.at;
  return isOurs ? (next?.at ?? null) : opening.at;
}
