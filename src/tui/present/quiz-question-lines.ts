import type { QuizOption } from '../../content/learning/quiz-bank.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { type PracticeQuizTexts, practiceQuizTexts } from '../../i18n/practice-quiz-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import { isSeveral } from '../model/practice/quiz-state.ts';
import type { Role } from '../theme/theme.ts';
import { type Line, span, word } from './line.ts';

/** A question as it is drawn, asked or answered. */
export interface DrawnQuiz {
  readonly question: {
    readonly text: string;
    readonly options: readonly QuizOption[];
    readonly why: string;
    readonly source: string;
  };
  /** Ids of the options that are marked. */
  readonly answer: readonly string[];
  /** Place of the option at hand; null once the right ones are seen. */
  readonly atHand: number | null;
  readonly language: Language;
}

/** A question with its options; `atHand` are the rows of the option at hand. */
export interface QuestionRows {
  readonly lines: readonly Line[];
  readonly atHand: { readonly from: number; readonly until: number };
}

/** Longer rows of a question tire. */
const WIDEST = 110;
/** Before the text of an option: the finger, the digit, the box. */
const INDENT = 9;

/** The question and its options, each with a digit and a box. */
export function questionRows(drawn: DrawnQuiz, width: number): QuestionRows {
  const { question, atHand, language } = drawn;
  const t = practiceQuizTexts(language);
  const lines: Line[] = textRows(question.text, width, 'strong');
  if (isSeveral(question)) lines.push(...textRows(t.several, width, 'muted'));
  lines.push([]);
  let [from, until] = [0, 0];
  for (const [place, option] of question.options.entries()) {
    if (place === atHand) from = lines.length;
    lines.push(...optionRows(drawn, { option, place, width, t }));
    if (place === atHand) until = lines.length;
  }
  return { lines, atHand: { from, until } };
}

interface OptionScene {
  readonly option: QuizOption;
  readonly place: number;
  readonly width: number;
  readonly t: PracticeQuizTexts;
}

function optionRows(drawn: DrawnQuiz, { option, place, width, t }: OptionScene): Line[] {
  const { question, answer, atHand } = drawn;
  const isMarked = answer.includes(option.id);
  const isSeen = atHand === null;
  const told = [
    ...(isSeen && option.isRight ? [t.right] : []),
    ...(isSeen && isMarked ? [t.own] : []),
  ];
  const text = told.length > 0 ? `${option.text} (${told.join(', ')})` : option.text;
  const mark = isMarked ? 'x' : ' ';
  const box = isSeveral(question) ? `[${mark}]` : `(${mark})`;
  const sign = isSeen ? (option.isRight ? ' ✓ ' : '   ') : place === atHand ? ' ▌ ' : '   ';
  const signRole: Role = isSeen ? 'good' : 'key';
  const role: Role = isSeen
    ? option.isRight
      ? 'good'
      : isMarked
        ? 'warning'
        : 'muted'
    : place === atHand
      ? 'strong'
      : 'plain';
  const rows = wrap(toSafe(text), Math.max(10, Math.min(WIDEST, width) - INDENT - 1));
  return rows.map((row, i): Line => {
    if (i > 0)
      return [
        word(i > 0 && place === atHand ? sign : '   ', signRole),
        word(' '.repeat(INDENT - 3)),
        span(row, role),
      ];
    return [
      word(sign, signRole),
      word(`${place + 1} `, 'muted'),
      word(`${box} `, role),
      span(row, role),
    ];
  });
}

/** Whether the answer is right, why the right ones are, and where that is written. */
export function reasonRows(drawn: DrawnQuiz, width: number): Line[] {
  const { question, answer, language } = drawn;
  const t = practiceQuizTexts(language);
  const isRight = question.options.every((one) => one.isRight === answer.includes(one.id));
  const verdict = answer.length === 0 ? t.notAnswered : isRight ? t.isRight : t.notRight;
  return [
    ...textRows(verdict, width, isRight ? 'good' : 'warning'),
    ...textRows(question.why, width, 'plain'),
    ...textRows(t.source(question.source), width, 'muted'),
  ];
}

function textRows(text: string, width: number, role: Role): Line[] {
  const rows = wrap(toSafe(text, { multiline: true }), Math.max(10, Math.min(WIDEST, width) - 2));
  return rows.map((row): Line => [word(' '), span(row, role)]);
}
