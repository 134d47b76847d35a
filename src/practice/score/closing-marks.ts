import type { LintScoring, Scenario, Step } from '../../content/scenario/scenario.ts';
import type { JudgedReply, ReplyRemark } from '../run/run-event.ts';
import type { Mark, RunState } from '../run/run-state.ts';

/** Asked for in practice; an exam gives none. */
const HINT_COST = 1;

/** All marks of a run: those of its answers, and those that stand over the whole of it. */
export function marksOf(scenario: Scenario, state: RunState): readonly Mark[] {
  return [...state.marks, ...lintMarks(scenario, state), ...promiseMarks(scenario, state)];
}

/** What the hints cost, in the section that their step counts in. */
export function hintMarks(scenario: Scenario, state: RunState): readonly Mark[] {
  return Object.entries(state.hints).map(([id, count]) => {
    const step = scenario.steps.get(id);
    const section = (step && mainSection(step)) ?? scenario.sections[0]?.id ?? '';
    const line = state.transcript.findLastIndex(
      ({ what, step: of }) => what === 'hint' && of === id,
    );
    return {
      ...whole,
      ...{ id: `hints/${id}`, step: id, line: Math.max(0, line), section },
      ...{ points: -HINT_COST * count, outcome: 'taken' },
    };
  });
}

const whole = {
  line: 0,
  step: '',
  points: 0,
  max: 0,
  fact: null,
  outcome: 'found',
  evidence: null,
  why: null,
  rule: null,
} as const;

/** Where most of the points of a step are to be had. */
function mainSection({ reply, choices, actions, open }: Step): string | null {
  const all = [
    ...(reply?.expect ?? []),
    ...choices.flatMap(({ points }) => points),
    ...actions.flatMap(({ form }) => [...form.values()].flatMap(({ points }) => points ?? [])),
    ...open,
  ].filter(({ section }) => section !== '');
  const sums = new Map<string, number>();
  for (const { section, points } of all) sums.set(section, (sums.get(section) ?? 0) + points);
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

interface PlacedRemark {
  readonly remark: ReplyRemark;
  readonly line: number;
  readonly step: string;
}

/** Good language of all replies together, less what each warning costs. */
function lintMarks({ lints }: Scenario, { transcript }: RunState): readonly Mark[] {
  const replies = transcript.flatMap(({ reply, step }, line) => {
    return reply === null ? [] : [{ reply, step, line }];
  });
  if (lints === null || replies.length === 0) return [];
  const remarks = replies.flatMap((placed) => costlyRemarks(placed));
  const { section, points } = lints;
  let rest = points;
  const marks = remarks.map((placed, index): Mark => {
    const mark = remarkMark(placed, lints, { number: index + 1, rest });
    rest += mark.points;
    return mark;
  });
  const line = transcript.length - 1;
  return [{ ...whole, id: 'lints', line, section, points, max: points }, ...marks];
}

function costlyRemarks({
  reply,
  ...place
}: {
  readonly reply: JudgedReply;
  readonly line: number;
  readonly step: string;
}): readonly PlacedRemark[] {
  return reply.remarks
    .filter(({ severity }) => severity !== 'H')
    .map((remark) => ({ remark, ...place }));
}

function remarkMark(
  { remark, line, step }: PlacedRemark,
  { section, perWarning, isZeroOnError }: LintScoring,
  { number, rest }: { readonly number: number; readonly rest: number },
): Mark {
  const isZero = remark.severity === 'E' && isZeroOnError;
  return {
    ...whole,
    ...{ id: `lints/${number}`, line, step, section },
    points: isZero ? 0 : -Math.min(perWarning, rest) || 0,
    outcome: isZero ? 'zeroed' : 'taken',
    evidence: remark.text,
    why: remark.message,
    rule: remark.rule,
  };
}

/** For promises that were made and kept. */
function promiseMarks({ promises: scoring }: Scenario, state: RunState): readonly Mark[] {
  if (scoring === null) return [];
  const { section, holdKept, allKept } = scoring;
  const holds = state.promises.filter(({ kind }) => kind === 'hold');
  const mark = (id: string, max: number, isKept: boolean): Mark => ({
    ...whole,
    ...{ id: `promises/${id}`, line: Math.max(0, state.transcript.length - 1), section, max },
    points: isKept ? max : 0,
    outcome: isKept ? 'found' : 'not-found',
  });
  return [
    mark('hold', holdKept, areKept(holds)),
    mark('all', allKept, areKept(state.promises)),
  ].filter(({ max }) => max > 0);
}

function areKept(promises: RunState['promises']): boolean {
  return promises.length > 0 && promises.every(({ state }) => state === 'kept');
}
