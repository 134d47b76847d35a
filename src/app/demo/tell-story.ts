import { minuteMs } from '../../content/demo/demo-time.ts';
import type { ResolvedStory } from '../../content/demo/resolve-story.ts';
import type { TicketEvent } from '../../domain/event.ts';
import type { Person } from '../../domain/person.ts';
import { openPromises } from '../../domain/ticket.ts';
import { type StoryRefusal, type StoryStage, solved } from './story-stage.ts';
import { Telling } from './telling.ts';

export interface ToldStory {
  readonly events: readonly TicketEvent[];
  readonly refusals: readonly StoryRefusal[];
}

/**
 * Plays a story through the rules of the desk, one command after another at its own time, so that
 * its history, promises, returns and deadlines are what real work would have left. Pure.
 */
export function tellStory(story: ResolvedStory, stage: StoryStage): ToldStory {
  const telling = new Telling(story, stage);
  telling.register();
  for (const [index, entry] of telling.story.entries.entries()) telling.tell(entry, index);
  settleTold(telling);
  return { events: telling.events, refusals: telling.refusals };
}

/** Brings a told story to the end its author gave it: promises, person, status, and why so. */
function settleTold(telling: Telling): void {
  const { story, stage } = telling;
  const by = story.assignee === null ? stage.registrar : stage.person(story.assignee);
  const lastAt = Math.max(story.createdAt, ...story.entries.map((entry) => entry.at));
  settlePromises(telling, by, lastAt);
  const at = Math.max(lastAt, telling.ticket.updatedAt);
  const assigneeId = story.assignee === null ? null : by.id;
  if (telling.ticket.status !== 'closed' && telling.ticket.assigneeId !== assigneeId) {
    telling.do({ type: 'assign', personId: assigneeId }, at, by);
  }
  finish(telling, by, at);
  if (story.why === null) return;
  const writtenAt = Math.min(at + 3 * minuteMs, Math.max(at, stage.now));
  telling.do({ type: 'note', text: story.why.trim() }, writtenAt, by);
}

function settlePromises(telling: Telling, by: Person, lastAt: number): void {
  const { story, stage } = telling;
  const told = new Map(
    story.entries.flatMap((e) => (e.promise ? [[e.promise.dueAt, e.promise.state] as const] : [])),
  );
  const isDone = story.status === 'resolved' || story.status === 'closed';
  for (const promise of openPromises(telling.ticket)) {
    const state = told.get(promise.dueAt) ?? 'open';
    // A broken promise of an open story is one that still waits, overdue.
    if (state === 'open' || (state === 'broken' && !isDone)) continue;
    const wanted = promise.dueAt + (state === 'broken' ? 10 : -1) * minuteMs;
    const at = Math.min(Math.max(wanted, lastAt), stage.now);
    const settled = state === 'moved' ? 'moved' : 'kept';
    telling.do({ type: 'settle-promise', promiseId: promise.id, state: settled }, at, by);
  }
}

function finish(telling: Telling, by: Person, at: number): void {
  const { story } = telling;
  // What becomes one ticket with another one does so when both have been told.
  if (telling.ticket.status === story.status || story.status === 'merged') return;
  const isPast = story.status === 'resolved' || story.status === 'closed';
  if (isPast && telling.ticket.status !== 'resolved') {
    telling.do(solved, at, by);
  }
  if (story.status === 'closed') {
    const confirmed = { by: telling.stage.contact.name, how: story.channel, isSaidElsewhere: true };
    telling.do({ type: 'confirm', ...confirmed }, at, by);
  }
  if (isPast) return;
  if (story.status === 'scheduled') {
    const until = Math.max(story.scheduledUntil ?? 0, at + minuteMs);
    telling.do({ type: 'schedule', until, reason: '' }, at, by);
    return;
  }
  telling.do({ type: 'set-status', status: story.status, reason: '' }, at, by);
}
