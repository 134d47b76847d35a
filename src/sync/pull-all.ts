import type { Page, PullResponse, SpaceCursor } from '../protocol/wire.ts';
import { remedyOf, type SyncProblem, unsound } from './problem.ts';
import { refusedAs, type SyncRun } from './sync-run.ts';
import { takeSnapshot } from './take-snapshot.ts';

const PAGE_ROWS = 1000;
/** A new space with more rows than this comes faster as a snapshot. */
const WORTH_A_SNAPSHOT = 2000;
/** How often one run answers "too old" by snapshots before it gives up. */
const MOST_REFETCHES = 3;

/** Pulls all spaces until nothing is left, by snapshot where one is needed. */
export async function pullAll(run: SyncRun): Promise<SyncProblem | null> {
  for (let refetches = 0; ; ) {
    const problem = (await takeSnapshots(run)) ?? (await pullPages(run));
    if (problem === 'again') continue;
    if (problem === null || remedyOf(problem) !== 'snapshot') return problem;
    refetches += 1;
    if (refetches > MOST_REFETCHES) return problem;
    dropCursors(run, problem);
  }
}

/** Makes every space, or the one that a problem names, come by snapshot. */
export function dropCursors(run: SyncRun, problem: SyncProblem | null = null): void {
  const { store } = run.session;
  const named = problem?.kind === 'refused' ? problem.params['space'] : undefined;
  for (const { space } of store.cursors()) {
    if (named === undefined || named === space) store.dropCursor(space);
  }
}

async function takeSnapshots(run: SyncRun): Promise<SyncProblem | null> {
  const { store } = run.session;
  for (const space of store.needsSnapshot()) {
    const problem = await takeSnapshot(run, space);
    const pulled = isGone(problem) ? await pullPages(run) : null;
    if (pulled !== null && pulled !== 'again') return pulled;
    // Otherwise the space was lost, and waits for nothing any more.
    if (problem && store.needsSnapshot().includes(space)) return problem;
  }
  return null;
}

/** Whether a space may be none of ours any more: the scope of the next page says so. */
function isGone(problem: SyncProblem | null): boolean {
  return problem?.kind === 'refused' && problem.code === 'not-found';
}

async function pullPages(run: SyncRun): Promise<SyncProblem | 'again' | null> {
  const { store, transport } = run.session;
  if (!run.keepLease()) return { kind: 'elsewhere' };
  const cursors = store.cursors();
  const reply = await transport.pull(cursors, PAGE_ROWS);
  if (!reply.ok) return reply.problem;
  const stranger = run.checkAnswer(reply.value);
  if (stranger) return stranger;
  if (!run.keepLease()) return { kind: 'elsewhere' };
  followScope(run, reply.value);
  if (reply.value.pages.some((page) => isStrange(page, cursors))) return unsound('page');
  return takePages(run, reply.value.pages) ?? (isNew(run, cursors) ? 'again' : null);
}

/** A page behind another place than the one that was asked for would be asked for without end. */
function isStrange({ space, from }: Page, asked: readonly SpaceCursor[]): boolean {
  return from !== (asked.find((cursor) => cursor.space === space)?.seq ?? 0);
}

/** A space that was not asked for may have been left out: it is asked for now. */
function isNew({ session: { store } }: SyncRun, asked: readonly SpaceCursor[]): boolean {
  return store.cursors().some(({ space, seq }) => {
    return seq === 0 && !asked.some((cursor) => cursor.space === space);
  });
}

function followScope(run: SyncRun, { scope }: PullResponse): void {
  const { store, tell } = run.session;
  const { lost, files } = store.followScope(scope, run.now);
  if (lost.length > 0) tell({ type: 'lost', spaces: lost, files });
}

function takePages(run: SyncRun, pages: readonly Page[]): SyncProblem | 'again' | null {
  const { store } = run.session;
  let isBehind = false;
  for (const page of pages) {
    const cursor = store.cursors().find(({ space }) => space === page.space);
    // No cursor: the space waits for a snapshot, or was not in the scope of this answer.
    if (!cursor) continue;
    const problem = wrongPage(cursor, page);
    if (problem) return problem;
    if (cursor.seq === 0 && page.head > WORTH_A_SNAPSHOT) store.dropCursor(page.space);
    else {
      const wrong = take(run, page);
      if (wrong) return wrong;
    }
    isBehind ||= page.next < page.head;
  }
  return isBehind || store.needsSnapshot().length > 0 ? 'again' : null;
}

function wrongPage(cursor: SpaceCursor, page: Page): SyncProblem | null {
  if (page.head < cursor.seq) return refusedAs('diverged');
  const isStuck = page.next <= page.from && page.head > page.from;
  return isStuck || page.next > page.head ? unsound('page') : null;
}

/** Applies a page; one for another cursor is dropped, and asked for again. */
function take(run: SyncRun, page: Page): SyncProblem | null {
  const { store, tell } = run.session;
  const { outcome, rows, tickets, why } = store.applyPage(page, run.now);
  if (outcome === 'diverged') return refusedAs('diverged');
  if (outcome === 'unsound') return unsound('rows', why);
  run.pulled += rows;
  if (tickets.length > 0) tell({ type: 'tickets', ids: tickets });
  return null;
}
