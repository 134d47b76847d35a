import type { PlayedRun } from '../app/practice/play-answers.ts';
import type { Scenario } from '../content/scenario/scenario.ts';
import type { Language } from '../domain/vocabulary.ts';
import { fill } from '../i18n/fill.ts';
import { loadPracticeRunTexts, type PracticeRunTexts } from '../i18n/practice-run-texts.ts';
import { practiceTuiTexts } from '../i18n/practice-tui-texts.ts';
import type { Mark, RunScore, TranscriptLine } from '../practice/run/run-state.ts';
import { zonedParts } from '../util/zoned-time.ts';
import type { Output } from './output.ts';

const LONGEST_PROMISE = 60;

/** A played run for people: what happened, then the score with the words that prove it. */
export async function printPlayedRun(
  output: Output,
  played: PlayedRun,
  language: Language,
): Promise<void> {
  const texts = await loadPracticeRunTexts(language);
  const { scenario, state, score, marks } = played;
  const { sectionName } = practiceTuiTexts(language);
  for (const line of state.transcript) output.line(transcriptRow(line, scenario, texts));
  output.line('');
  const verdict = [texts.verdicts[verdictOf(score, state.ending)]];
  if (state.ending !== null) verdict.push(texts.endings[state.ending]);
  const params = { title: scenario.title, score: score.score, max: score.max };
  output.line(fill(texts.result, { ...params, verdict: verdict.join(', ') }));
  for (const section of score.sections) {
    const { id, score: given, max, isZeroed } = section;
    const row = fill(texts.section, { title: sectionName(id), score: given, max });
    output.line(isZeroed ? `${row} ${texts.zeroed}` : row);
    for (const mark of marks.filter((one) => one.section === id)) {
      output.line(`  ${markRow(mark, texts)}`);
    }
  }
  output.line(fill(texts.mood, { mood: state.mood }));
}

function verdictOf({ passed, needsMentor }: RunScore, ending: PlayedRun['state']['ending']) {
  if (ending === null) return 'unfinished';
  if (passed) return 'passed';
  return needsMentor ? 'mentor' : 'not-passed';
}

function transcriptRow(line: TranscriptLine, scenario: Scenario, texts: PracticeRunTexts): string {
  const { at, from, name, what, dueAt, attach } = line;
  const { clock, attachments } = scenario;
  // A promise repeats the words that stand in the line before it.
  const said = dueAt === null ? line.text : short(line.text);
  const due = dueAt === null ? '' : when(dueAt, clock.zone);
  const text = fill(texts.what[what], { text: said, due }).replaceAll('\n', '\n    ');
  const names = what === 'opened' ? [] : attach.map((id) => attachments.get(id)?.name ?? id);
  const files = names.length === 0 ? '' : `  [${names.join(', ')}]`;
  return `${when(at, clock.zone)}  ${name ?? texts.from[from]}  ${text}${files}`;
}

function short(text: string): string {
  return text.length > LONGEST_PROMISE ? `${text.slice(0, LONGEST_PROMISE)}…` : text;
}

function when(at: number, zone: string): string {
  const { month, day, hour, minute } = zonedParts(at, zone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(day)}.${two(month)} ${two(hour)}:${two(minute)}`;
}

function markRow(
  { id, points, max, outcome, fact, evidence, why }: Mark,
  texts: PracticeRunTexts,
): string {
  const given = outcome === 'zeroed' ? '✕' : `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
  const most = max > points && points >= 0 ? `/${max}` : '';
  // Only words can stand for a fact in a way that nobody thought of.
  const isMissed = outcome === 'not-found' && fact !== null;
  const told = isMissed ? texts.notFound : quoted(evidence);
  return [`${given}${most}`, id, told, why].filter(Boolean).join('  ');
}

function quoted(evidence: string | null): string {
  return evidence === null ? '' : `«${evidence.replaceAll('\n', ' ')}»`;
}
