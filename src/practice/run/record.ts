import type { Points } from '../../content/scenario/answer.ts';
import type { Mark, MoodCause, RunState, TranscriptLine } from './run-state.ts';

const LOWEST_MOOD = 1;
const HIGHEST_MOOD = 5;

type Told = Pick<TranscriptLine, 'from' | 'what' | 'text'> & Partial<TranscriptLine>;

/** The run with one more line in its transcript, at its present instant and step. */
export function withLine(state: RunState, told: Told): RunState {
  const line: TranscriptLine = {
    at: state.now,
    step: state.step,
    isPublic: false,
    name: null,
    attach: [],
    mood: state.mood,
    choiceId: null,
    values: null,
    reply: null,
    ticket: null,
    dueAt: null,
    cause: null,
    ...told,
  };
  return { ...state, transcript: [...state.transcript, line] };
}

/** The run after a change of the customer's mood, which is told only when there is one. */
export function withMood(
  state: RunState,
  change: number,
  cause: Pick<MoodCause, 'what' | 'id'>,
): RunState {
  const mood = Math.max(LOWEST_MOOD, Math.min(HIGHEST_MOOD, state.mood + change));
  if (mood === state.mood) return state;
  return withLine(
    { ...state, mood },
    {
      from: 'system',
      what: 'mood',
      text: `${state.mood} → ${mood}`,
      cause: { ...cause, before: state.mood },
    },
  );
}

/** What a mark is made of; its points are those that this key has not given yet. */
export interface MarkOrder {
  /** The same key gives its points once in a run: `open/ask_har`, `handover.code`. */
  readonly key: string;
  readonly points: Points;
  readonly isEarned: boolean;
  /** What another answer would have given; the points themselves when it is left out. */
  readonly max?: number;
  readonly fact?: string | null;
  readonly evidence?: string | null;
  readonly why?: string | null;
  readonly rule?: string | null;
}

/** The run with a mark for something that may give points, found or not. */
export function withMark(state: RunState, order: MarkOrder): RunState {
  const { key, points, isEarned, fact = null, evidence = null, why = null, rule = null } = order;
  const earlier = marksOf(state, key);
  const given = earlier.reduce((sum, mark) => sum + mark.points, 0);
  return withAny(state, {
    id: markId(key, earlier.length),
    section: points.section,
    points: isEarned ? Math.max(0, points.points - given) : 0,
    max: Math.max(0, (order.max ?? points.points) - given),
    fact,
    outcome: isEarned ? 'found' : 'not-found',
    evidence,
    why,
    rule,
  });
}

/** The run with points taken away, each time it happens. */
export function withPenalty(
  state: RunState,
  key: string,
  points: Points,
  told: Partial<Pick<Mark, 'fact' | 'evidence' | 'why' | 'rule'>> = {},
): RunState {
  return withAny(state, {
    id: markId(key, marksOf(state, key).length),
    section: points.section,
    points: -points.points,
    max: 0,
    fact: null,
    outcome: 'taken',
    evidence: null,
    why: null,
    rule: null,
    ...told,
  });
}

/** The run with a section emptied for good; the first cause stays. */
export function withZeroed(
  state: RunState,
  key: string,
  section: string,
  told: Partial<Pick<Mark, 'fact' | 'evidence' | 'why' | 'rule'>> = {},
): RunState {
  const id = markId(key, marksOf(state, key).length);
  const marked = withAny(state, {
    id,
    section,
    points: 0,
    max: 0,
    fact: null,
    outcome: 'zeroed',
    evidence: null,
    why: null,
    rule: null,
    ...told,
  });
  if (Object.hasOwn(state.zeroed, section)) return marked;
  return { ...marked, zeroed: { ...state.zeroed, [section]: id } };
}

function withAny(state: RunState, mark: Omit<Mark, 'line' | 'step'>): RunState {
  const line = Math.max(0, state.transcript.length - 1);
  return { ...state, marks: [...state.marks, { ...mark, line, step: state.step }] };
}

function marksOf(state: RunState, key: string): readonly Mark[] {
  return state.marks.filter(({ id }) => id === key || id.startsWith(`${key}#`));
}

/** The second mark of a key is `key#2`. */
function markId(key: string, before: number): string {
  return before === 0 ? key : `${key}#${before + 1}`;
}
