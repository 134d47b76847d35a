import {
  compareWithReference,
  type ReplayedQuiz,
  type ReplayedRun,
  replayQuiz,
  replayRun,
} from '../../app/practice/replay-run.ts';
import { fill } from '../../i18n/fill.ts';
import { loadPracticePathTexts, type PracticePathTexts } from '../../i18n/practice-path-texts.ts';
import type { Mark, TranscriptLine } from '../../practice/run/run-state.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';

/** `smena practice replay RUN`: a kept run again, with its marks and the reference of each reply. */
export async function practiceReplay(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const wanted = input.required(0);
  const quiz = replayQuiz(desk, wanted);
  if (quiz) return showQuiz(session, quiz);
  const run = replayRun(desk, wanted);
  if (session.output.isJson) {
    const person = desk.people.person(run.personId)?.name ?? run.personId;
    return session.output.json({ person, ...replayJson(run) });
  }
  print(session, run, await loadPracticePathTexts(session.language));
}

/** An attestation: each question with what was answered and what is right. */
async function showQuiz(
  session: Session,
  { personId, run, questions }: ReplayedQuiz,
): Promise<void> {
  const desk = await session.desk();
  const { title, score, max } = run;
  const { output } = session;
  if (output.isJson) {
    const person = desk.people.person(personId)?.name ?? personId;
    const about = { person, personId, run: run.id, title, score, max, passed: run.passed };
    return output.json({ ...about, questions });
  }
  const texts = await loadPracticePathTexts(session.language);
  output.row(fill(texts.replayTitle, { title, mode: texts.modes[run.mode], score, max }));
  for (const [at, { text, options, answer, isRight, why, source }] of questions.entries()) {
    const sign = isRight ? `✓ ${texts.right}` : `· ${texts.notRight}`;
    output.row(`${fill(texts.question, { number: at + 1, text })} ${sign}`);
    for (const [place, option] of options.entries()) {
      const taken = answer.includes(option.id) ? ` ← ${texts.you}` : '';
      const right = option.isRight ? ' ✓' : '';
      const shown = fill(texts.option, { position: place + 1, text: option.text });
      output.row(`${shown}${right}${taken}`);
    }
    output.row(`   ${why} (${source})`);
  }
}

function replayJson(run: ReplayedRun) {
  const { scenario, score, last, marks } = run;
  const { id, hash, lang, title } = scenario;
  return {
    ...{ personId: run.personId, run: run.runId, scenario: id, title, hash, lang },
    ...{ mode: run.mode, score: score.score, max: score.max, passed: score.passed },
    ...{ needsMentor: score.needsMentor, ending: last.ending, steps: run.states.length },
    sections: score.sections.map((one) => ({
      ...{ id: one.id, score: one.score, max: one.max, zeroed: one.isZeroed },
    })),
    marks: marks.map(markJson),
    replies: compareWithReference(run).map(({ line, step, own, reference }) => {
      return { line, step, own: own.text, reference };
    }),
    transcript: last.transcript.map((line, at) => ({
      ...{ line: at, at: iso(line.at), step: line.step, from: line.from, name: line.name },
      ...{ what: line.what, text: line.text, mood: line.mood },
    })),
  };
}

function markJson({
  id,
  line,
  step,
  section,
  points,
  max,
  fact,
  outcome,
  evidence,
  ...rest
}: Mark) {
  const { why, rule } = rest;
  return { id, line, step, section, points, max, fact, outcome, evidence, why, rule };
}

function print({ output }: Session, run: ReplayedRun, texts: PracticePathTexts): void {
  const { scenario, score, last, marks } = run;
  const mode = texts.modes[run.mode];
  const { title } = scenario;
  output.row(fill(texts.replayTitle, { title, mode, score: score.score, max: score.max }));
  for (const { id, score: got, max } of score.sections) output.row(`  ${id} ${got}/${max}`);
  const references = new Map(compareWithReference(run).map((one) => [one.line, one.reference]));
  for (const [at, line] of last.transcript.entries()) {
    output.row(lineText(line, texts));
    for (const mark of marks.filter((one) => one.line === at)) output.row(markText(mark, texts));
    const reference = references.get(at);
    if (reference && 'text' in reference) {
      output.row(fill(texts.reference, { text: reference.text.trim() }));
    }
  }
}

function lineText({ from, name, text, at }: TranscriptLine, texts: PracticePathTexts): string {
  return `${iso(at).slice(11, 16)} ${name ?? texts.from[from]}: ${text.trim()}`;
}

function markText(mark: Mark, texts: PracticePathTexts): string {
  const { points, section, fact, evidence, outcome, why } = mark;
  const about = fact ?? mark.id;
  const seen = evidence === null ? '' : ` «${evidence}»`;
  const said = outcome === 'not-found' ? ` ${texts.notFound}` : seen;
  const note = why === null ? '' : ` — ${why}`;
  const shown = points > 0 ? `+${points}` : String(points);
  return fill(texts.mark, { points: shown, section, evidence: ` ${about}${said}${note}` });
}
