import {
  type FactAnswer,
  type FactFinder,
  openFactFinder,
} from '../../app/practice/find-facts-in.ts';
import { loadPracticeCheckTexts, practiceProblemText } from '../../i18n/practice-check-texts.ts';
import { loadPracticeFactTexts } from '../../i18n/practice-fact-texts.ts';
import { nearestNames } from '../../util/nearest-names.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { readWhole } from '../read-text.ts';
import type { Session } from '../session.ts';
import { stdinLines } from '../stdin-lines.ts';
import { wantedScenario } from '../wanted-scenario.ts';

/** Of a line, in the table. */
const LONGEST_SHOWN = 60;

/** `smena practice facts`: one text a line in, the facts that it holds out. */
export async function practiceFacts(session: Session, input: CommandInput): Promise<void> {
  const { language: lang, output, options, clock } = session;
  const name = input.value('scenario');
  const scenario = name === undefined ? null : await wantedScenario(session, name);
  const only = input.all('fact');
  const now = options.now === undefined ? null : clock.now();
  const finder = openFactFinder(session, { lang, scenario, only, now });
  for (const id of only) needKnown(finder, id);
  await tellProblems(session, finder);
  const texts = await loadPracticeFactTexts(lang);
  let isTold = false;
  for await (const line of linesOf(session, input.value('file'))) {
    if (output.isClosed()) return;
    const { facts, hasDictionary } = await finder.find(line);
    if (!(hasDictionary || isTold)) output.problem(texts.stemsOnly);
    isTold ||= !hasDictionary;
    if (output.isJson) output.json({ facts: facts.map(toJson) });
    else print(session, line, { facts, none: texts.none });
  }
}

function needKnown({ book }: FactFinder, fact: string): void {
  if (book.has(fact)) return;
  const near = nearestNames(fact, [...book.keys()]).slice(0, 3);
  const list = near.map(({ name }) => name).join(', ');
  throw new UserError(list === '' ? 'no-such-fact' : 'no-such-fact-near', { fact, near: list });
}

async function tellProblems(session: Session, { problems }: FactFinder): Promise<void> {
  if (problems.length === 0) return;
  const texts = await loadPracticeCheckTexts(session.language);
  for (const problem of problems) {
    const { file, line, column, path } = problem;
    const place = `${file}:${line}:${column} ${path}`.trimEnd();
    session.output.problem(`${place} ${practiceProblemText(problem, texts)}`);
  }
}

async function* linesOf(session: Session, file: string | undefined): AsyncGenerator<string> {
  if (file === undefined || file === '-') return yield* stdinLines(session.io.stdin);
  const lines = (await readWhole(session, file)).replace(/^\uFEFF/, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  yield* lines.map((line) => line.replace(/\r$/, ''));
}

function toJson({ id, found, evidence }: FactAnswer) {
  return { id, found, evidence };
}

function print(
  { output }: Session,
  line: string,
  { facts, none }: { readonly facts: readonly FactAnswer[]; readonly none: string },
): void {
  const found = facts.filter((fact) => fact.found);
  if (output.isPlain) {
    for (const { id, evidence } of found) output.row(`${id}\t${evidence ?? ''}\t${line}`);
    return;
  }
  output.row(cut(line));
  for (const { id, title, evidence } of found) {
    output.row(`  ${[id, ...(title === null ? [] : [title])].join(' · ')}: ${cut(evidence ?? '')}`);
  }
  if (found.length === 0) output.row(`  ${none}`);
}

function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
