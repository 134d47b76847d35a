import {
  examsOf,
  itemsOf,
  type LearningPath,
  type PathItem,
} from '../../content/learning/learning-path.ts';
import type { Channel } from '../../domain/vocabulary.ts';

/** A lesson or a quiz that was done, by the id of its item. */
export interface DoneLesson {
  readonly itemId: string;
  readonly score: number | null;
  readonly max: number | null;
}

/** How the runs of one scenario went so far. */
export interface ScenarioTrack {
  readonly id: string;
  /** Scenarios that come before it, by id. */
  readonly requires: readonly string[];
  readonly isPracticePassed: boolean;
  readonly isExamPassed: boolean;
  /** Waits for a mentor's word. */
  readonly isExamWaiting: boolean;
  /** The best result of either kind; null: never played. */
  readonly best: { readonly score: number; readonly max: number } | null;
}

/** What is known of somebody's way so far. */
export interface PathFacts {
  readonly lessons: readonly DoneLesson[];
  readonly scenarios: ReadonlyMap<string, ScenarioTrack>;
  /** Channels that somebody signed off. */
  readonly signedOff: readonly Channel[];
}

/** `missing`: what it names is not there, so nobody waits for it. */
export type ItemState = 'done' | 'open' | 'locked' | 'waiting' | 'missing';

export interface ItemProgress {
  readonly item: PathItem;
  readonly state: ItemState;
  /** Items that come first, and scenarios that do, by id. */
  readonly lockedBy: readonly string[];
  readonly best: { readonly score: number; readonly max: number } | null;
}

export interface DayProgress {
  readonly day: number;
  readonly title: string;
  readonly items: readonly ItemProgress[];
}

export interface GateProgress {
  readonly channel: Channel;
  readonly scenarios: readonly { readonly id: string; readonly isPassed: boolean }[];
  /** Everything is passed: whoever may can sign it off. */
  readonly isReady: boolean;
  readonly isSignedOff: boolean;
}

/** Why something comes next. */
export type NextReason = 'first' | 'in-order' | 'not-passed-yet';

export interface PathProgress {
  readonly days: readonly DayProgress[];
  readonly done: number;
  readonly total: number;
  readonly percent: number;
  readonly next: { readonly item: ItemProgress; readonly why: NextReason } | null;
  readonly signOffs: readonly GateProgress[];
}

/** How far somebody is on the learning path, what comes next and why. Pure. */
export function pathProgress(path: LearningPath, facts: PathFacts): PathProgress {
  const states = new Map<string, ItemProgress>();
  // Items wait only for what stands above them, so one pass is enough.
  for (const item of itemsOf(path)) states.set(item.id, progressOf(item, facts, states));
  const all = [...states.values()];
  const counted = all.filter(({ state }) => state !== 'missing');
  const done = counted.filter(({ state }) => state === 'done').length;
  const { length: total } = counted;
  return {
    days: path.days.map(({ items, ...day }) => ({
      ...day,
      items: items.flatMap(({ id }) => states.get(id) ?? []),
    })),
    ...{ done, total, percent: total === 0 ? 0 : Math.floor((done * 100) / total) },
    next: nextOf(all),
    signOffs: gatesOf(path, facts),
  };
}

/** Whether somebody may play a scenario: what it requires was passed, in practice or as an exam. */
export function isUnlocked(
  { requires }: Pick<ScenarioTrack, 'requires'>,
  scenarios: PathFacts['scenarios'],
): boolean {
  return lockersOf({ requires }, scenarios).length === 0;
}

/** The scenarios that somebody has to pass first, of those that there are. */
export function lockersOf(
  { requires }: Pick<ScenarioTrack, 'requires'>,
  scenarios: PathFacts['scenarios'],
): readonly string[] {
  return requires.filter((id) => {
    const track = scenarios.get(id);
    return track !== undefined && !track.isPracticePassed && !track.isExamPassed;
  });
}

function progressOf(
  item: PathItem,
  facts: PathFacts,
  above: ReadonlyMap<string, ItemProgress>,
): ItemProgress {
  const known = ownState(item, facts);
  if (known.state !== 'open') return { item, ...known, lockedBy: [] };
  const waitsFor = item.requires.filter((id) => {
    const state = above.get(id)?.state;
    return state !== 'done' && state !== 'missing';
  });
  const track = item.kind === 'scenario' ? facts.scenarios.get(item.scenario) : undefined;
  const lockers = track ? lockersOf(track, facts.scenarios) : [];
  // What the path itself asks for first is not said twice.
  const asked = waitsFor.flatMap((id) => scenarioOf(above.get(id)?.item) ?? []);
  const lockedBy = [...waitsFor, ...lockers.filter((id) => !asked.includes(id))];
  return { item, ...known, state: lockedBy.length > 0 ? 'locked' : 'open', lockedBy };
}

function scenarioOf(item: PathItem | undefined): string | null {
  return item?.kind === 'scenario' ? item.scenario : null;
}

function ownState(item: PathItem, facts: PathFacts): Pick<ItemProgress, 'state' | 'best'> {
  if (item.kind === 'scenario') return scenarioState(item.mode, facts.scenarios.get(item.scenario));
  const tries = facts.lessons.filter(({ itemId }) => itemId === item.id);
  if (item.kind === 'lesson') return { state: tries.length > 0 ? 'done' : 'open', best: null };
  // Of an attestation only the first attempt counts.
  const counted = item.isAttestation ? tries.slice(0, 1) : tries;
  const scored = counted.flatMap(({ score, max }) =>
    score === null || max === null || max === 0 ? [] : [{ score, max }],
  );
  const best = scored.toSorted((a, b) => b.score / b.max - a.score / a.max)[0] ?? null;
  const isPassed = best !== null && (best.score * 100) / best.max >= item.pass;
  return { state: isPassed ? 'done' : 'open', best };
}

function scenarioState(
  mode: 'practice' | 'exam',
  track: ScenarioTrack | undefined,
): Pick<ItemProgress, 'state' | 'best'> {
  if (!track) return { state: 'missing', best: null };
  const { best } = track;
  const isDone = track.isExamPassed || (mode === 'practice' && track.isPracticePassed);
  if (isDone) return { state: 'done', best };
  return { state: mode === 'exam' && track.isExamWaiting ? 'waiting' : 'open', best };
}

function nextOf(all: readonly ItemProgress[]): PathProgress['next'] {
  const item = all.find(({ state }) => state === 'open');
  if (!item) return null;
  if (item.best !== null) return { item, why: 'not-passed-yet' };
  const isBegun = all.some(({ state, best }) => state === 'done' || best !== null);
  return { item, why: isBegun ? 'in-order' : 'first' };
}

/** A gate asks for exams; where the path has none for a scenario, practice is enough. */
function gatesOf(path: LearningPath, facts: PathFacts): readonly GateProgress[] {
  const exams = new Set(examsOf(path));
  return path.signOffs.map(({ channel, scenarios }) => {
    const asked = scenarios.flatMap((id) => {
      const track = facts.scenarios.get(id);
      if (!track) return [];
      const isPassed = track.isExamPassed || (!exams.has(id) && track.isPracticePassed);
      return [{ id, isPassed }];
    });
    return {
      ...{
        channel,
        scenarios: asked,
        isReady: asked.length > 0 && asked.every(({ isPassed }) => isPassed),
      },
      isSignedOff: facts.signedOff.includes(channel),
    };
  });
}
