import type { WrongAnswer } from '../app/practice/play-answers.ts';
import { fill } from '../i18n/fill.ts';
import type { PracticeRunTexts } from '../i18n/practice-run-texts.ts';

/** Where an answer is wrong, why, and what the run takes there. */
export function wrongAnswerText(
  texts: PracticeRunTexts,
  file: string,
  { line, code, params, takes }: WrongAnswer,
): string {
  const problem = fill(texts.problems[code], params);
  const list = takesList(texts, takes).join(', ');
  const now = list === '' ? texts.takesNothing : fill(texts.takesNow, { list });
  return fill(texts.wrongAnswer, { place: `${file}:${line}`, problem, takes: now });
}

function takesList({ takes: words }: PracticeRunTexts, takes: WrongAnswer['takes']): string[] {
  const choices = takes.choices.map(({ position, id }) => `${position} ${id}`).join(', ');
  const actions = takes.actions.map(({ name, fields }) => {
    const names = fields.map((field) => field.name).join(', ');
    return names === ''
      ? fill(words.plainAction, { name })
      : fill(words.action, { name, fields: names });
  });
  return [
    ...(takes.reply ? [words.reply] : []),
    ...(choices === '' ? [] : [fill(words.choice, { choices })]),
    ...actions,
    ...(takes.open ? [words.open] : []),
    ...(takes.wait ? [words.wait] : []),
    ...(takes.note ? [words.note] : []),
    ...(takes.hint ? [words.hint] : []),
    ...(takes.retry ? [words.retry] : []),
  ];
}
