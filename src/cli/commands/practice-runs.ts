import type { Desk } from '../../app/desk/desk.ts';
import { type FoundRun, findRecordedRun } from '../../app/practice/practice-people.ts';
import { scenarioTexts } from '../../app/practice/scenario-texts.ts';
import { dayIn } from '../../domain/desk-day.ts';
import { type RunResult, resultOf } from '../../domain/practice/run-result.ts';
import {
  loadPracticeRecordTexts,
  type PracticeRecordTexts,
} from '../../i18n/practice-record-texts.ts';
import { practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { markJson, runJson } from '../practice-json.ts';
import { readPerson } from '../read-person.ts';
import { mustBeAllowed } from '../refused.ts';
import type { Session } from '../session.ts';

/** `smena practice runs [PERSON] [--run ID]`: recorded runs, or one of them mark by mark. */
export async function practiceRuns(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const wanted = input.value('run');
  if (wanted !== undefined) return showRun(session, desk, findRecordedRun(desk, wanted));
  const person = readPerson(desk, input.argument(0) ?? 'me');
  if (person.id !== desk.me.id) mustBeAllowed(desk, 'judge-practice');
  const record = desk.practiceRecords.of(person.id);
  const runs = record.runs.toReversed().map((run) => ({ record, run }));
  const { output } = session;
  const known = await scenarioTexts(desk);
  if (output.isJson) return output.json(runs.map((found) => runJson(desk, found, known)));
  const texts = await loadPracticeRecordTexts(session.language);
  if (runs.length === 0) return output.talk(texts.noRuns(person.name));
  for (const found of runs) output.row(headOf(desk, found, { texts, known }));
}

async function showRun(session: Session, desk: Desk, found: FoundRun): Promise<void> {
  const { output } = session;
  const { run, record } = found;
  const known = await scenarioTexts(desk);
  if (output.isJson)
    return output.json({ ...runJson(desk, found, known), marks: run.marks.map(markJson) });
  const texts = await loadPracticeRecordTexts(session.language);
  const { run: t } = texts;
  const names = practiceTuiTexts(session.language);
  output.row(headOf(desk, found, { texts, known }));
  for (const section of resultOf(run, record).sections) {
    const line = t.section(names.sectionName(section.id), section.score, section.max);
    output.row(`  ${section.isZeroed ? `${line} · ${t.zeroed}` : line}`);
  }
  const isOfMark =
    (markId: string) => (said: { readonly runId: string; readonly markId: string }) =>
      said.runId === run.id && said.markId === markId;
  const name = (id: string) => desk.people.person(id)?.name ?? id;
  for (const { id, points, max, outcome } of run.marks) {
    output.row(`  ${t.mark(id, points, max, t.outcomes[outcome])}`);
    for (const { text } of record.disputes.filter(isOfMark(id))) {
      output.row(`    ${t.disputed(text)}`);
    }
    for (const said of record.overrides.filter(isOfMark(id))) {
      const what = t.outcomes[said.isFound ? 'found' : 'not-found'];
      output.row(`    ${t.overridden(name(said.byId), what, said.points, said.reason)}`);
    }
  }
  for (const { runId, line, text, byId } of record.comments) {
    if (runId !== run.id) continue;
    output.row(
      `  ${line === null ? t.comment(name(byId), text) : t.commentAt(name(byId), line, text)}`,
    );
  }
  if (run.verdict) {
    const { byId, isPassed, reason } = run.verdict;
    output.row(`  ${t.verdict(name(byId), t.results[isPassed ? 'passed' : 'failed'], reason)}`);
  }
}

interface Words {
  readonly texts: PracticeRecordTexts;
  /** Texts of scenarios that are in force, by hash. */
  readonly known: ReadonlySet<string>;
}

function headOf(
  desk: Desk,
  { record, run }: FoundRun,
  { texts: { run: t }, known }: Words,
): string {
  const result = resultOf(run, record);
  return [
    ...[run.id, dayIn(desk.config.timeZone, run.finishedAt), t.modes[run.mode], run.title],
    ...[t.score(result.score, run.max), t.results[stateOf(run, result)]],
    ...(known.has(run.scenarioHash) ? [] : [t.otherText]),
  ].join(' · ');
}

/** How a run stands, in one word. */
export function stateOf(
  { isRepeated }: Pick<FoundRun['run'], 'isRepeated'>,
  { passed, isWaiting }: Pick<RunResult, 'passed' | 'isWaiting'>,
): keyof PracticeRecordTexts['run']['results'] {
  if (isRepeated) return 'repeated';
  if (isWaiting) return 'waiting';
  return passed ? 'passed' : 'failed';
}
