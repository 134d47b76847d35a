import { typedPath } from '../../app/desk/typed-path.ts';
import { type LintAnswer, lintText } from '../../app/wording/lint-text.ts';
import { type DeskWording, openWording } from '../../app/wording/open-wording.ts';
import { readKnownBesides } from '../../app/wording/read-known-besides.ts';
import { fill } from '../../i18n/fill.ts';
import { type LintTexts, loadLintTexts } from '../../i18n/lint-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import {
  LineProblem,
  type LintDefaults,
  type LintLine,
  readDefaults,
  readLine,
} from '../lint-order.ts';
import { readWhole } from '../read-text.ts';
import type { Session } from '../session.ts';
import { stdinLines } from '../stdin-lines.ts';

/** Of a passage, in the table. */
const LONGEST_SHOWN = 60;

/** `smena lint`: what should not stand in a message, and the times it promises. */
export async function lintInput(session: Session, input: CommandInput): Promise<void> {
  const word = input.value('addWord');
  if (word !== undefined) return addToWords(session, word);
  const desk = await session.desk();
  const defaults = readDefaults(session, input, desk.config.timeZone);
  const file = input.value('context');
  const besides =
    file === undefined ? undefined : readKnownBesides(typedPath(file, session.io.env));
  const wording = await openWording(desk, { extra: besides });
  if (wording.problems.length > 0) {
    throw new UserError('desk-pack-wrong', { details: wording.problems.join('\n') });
  }
  if (input.has('batch')) await lintBatch(session, wording, defaults);
  else await lintOne(session, wording, defaults);
}

/** `--add-word`: the word is right from now on, for this person. */
async function addToWords(session: Session, word: string): Promise<void> {
  const { addWord } = await import('../../app/wording/open-speller.ts');
  await addWord(session, word.trim());
  const { output } = session;
  const { wordAdded } = await loadLintTexts(session.language);
  if (output.isJson) output.json({ added: word.trim() });
  else output.talk(fill(wordAdded, { word: word.trim() }));
}

async function lintOne(
  session: Session,
  wording: DeskWording,
  defaults: LintDefaults,
): Promise<void> {
  const text = await readWhole(session, '-');
  const answer = await lintText(wording, { ...defaults, text });
  if (answer.blocks) session.forbid();
  if (session.output.isJson) session.output.json(toJson(answer));
  else await print(session, text, answer);
}

/** One object a line in, one a line out. A broken line is told and answered; the rest goes on. */
async function lintBatch(
  session: Session,
  wording: DeskWording,
  defaults: LintDefaults,
): Promise<void> {
  const { output } = session;
  const texts = await loadLintTexts(session.language);
  let number = 0;
  for await (const line of stdinLines(session.io.stdin)) {
    if (output.isClosed()) return;
    number += 1;
    if (line.trim() === '') continue;
    const read = tryLine(line, defaults);
    if (read instanceof LineProblem) {
      const message = sentenceOf(read, number, texts);
      session.fail();
      output.problem(message);
      output.json({ id: read.id, error: { line: number, message } });
      continue;
    }
    const answer = await lintText(wording, read.order);
    if (answer.blocks) session.forbid();
    output.json({ id: read.id, ...toJson(answer), blocks: answer.blocks });
  }
}

function tryLine(line: string, defaults: LintDefaults): LintLine | LineProblem {
  try {
    return readLine(line, defaults);
  } catch (error) {
    if (error instanceof LineProblem) return error;
    throw error;
  }
}

function sentenceOf({ field, value, known }: LineProblem, line: number, texts: LintTexts): string {
  if (field === null) return fill(texts.notJson, { line });
  if (field === 'text') return fill(texts.noText, { line });
  return fill(texts.wrongValue, { line, field, value, known });
}

function toJson({ findings, promises }: LintAnswer) {
  return {
    findings: findings.map(({ rule, severity, start, end, text, suggestion, message }) => {
      return { rule, severity, start, end, text, suggestion, message };
    }),
    promises: promises.map(({ start, end, text, dueAt }) => {
      return { start, end, text, dueAt: iso(dueAt) };
    }),
  };
}

async function print(session: Session, text: string, answer: LintAnswer): Promise<void> {
  const { output } = session;
  const texts = await loadLintTexts(session.language);
  for (const { start, severity, rule, text: part, message, suggestion } of answer.findings) {
    const shown = part.length > LONGEST_SHOWN ? `${part.slice(0, LONGEST_SHOWN)}…` : part;
    output.row(`${placeOf(text, start)} ${severity} ${rule} «${shown}» ${message} → ${suggestion}`);
  }
  for (const { start, text: part, dueAt } of answer.promises) {
    output.row(
      `${placeOf(text, start)} ${fill(texts.promise, { text: part, at: iso(dueAt) ?? '' })}`,
    );
  }
  if (answer.findings.length === 0) output.talk(texts.nothing);
  if (answer.blocks) output.talk(texts.blocked);
}

/** Line and column, both from 1. */
function placeOf(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `${line}:${at - before.lastIndexOf('\n')}`;
}
