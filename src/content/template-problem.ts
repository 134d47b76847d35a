import type { MessageParams } from '../util/user-error.ts';

/** What can be wrong in the text of a template; the sentences stand in `i18n/`. */
const bodyProblemCodes = [
  'no-text',
  'too-long',
  'too-slow',
  'too-big',
  'stop-number',
  'stop-head',
  'stop-unclosed',
  'stop-nested',
  'choices-unclosed',
  'choice-empty',
  'promise-stop',
  'variable-unknown',
  'variable-group',
  'filter-unknown',
  'tag-unknown',
  'tag-unclosed',
  'output-unclosed',
  'expression-wrong',
  'time-needed',
  'number-needed',
  'part-unknown',
  'part-broken',
  'part-recursive',
  'part-too-deep',
  'part-arguments',
  'liquid',
] as const;
export type BodyProblemCode = (typeof bodyProblemCodes)[number];

/** What can be wrong with a template or a part of templates. */
export type TemplateProblemCode =
  | BodyProblemCode
  | 'file-name'
  | 'file-not-readable'
  | 'file-too-large'
  | 'not-utf8'
  | 'front-missing'
  | 'front-unclosed'
  | 'front-too-long'
  | 'front-not-yaml'
  | 'field-unknown'
  | 'field-missing'
  | 'field-empty'
  | 'field-no-id'
  | 'field-no-duration'
  | 'field-wrong'
  | 'situation-elsewhere'
  | 'id-differs'
  | 'lang-differs'
  | 'duplicate-id'
  | 'requirement-unknown'
  | 'confirmation-alone'
  | 'closing-unconfirmed';

/** Something wrong in a body; line and column count from 1 at its beginning. */
export interface BodyProblem {
  readonly line: number;
  readonly column: number;
  readonly code: BodyProblemCode;
  /** Values for the sentence of the code. */
  readonly params: MessageParams;
}

/** Something wrong in a file of templates, at the place where its author will look for it. */
export interface TemplateProblem {
  readonly file: string;
  /** Both start at 1. */
  readonly line: number;
  readonly column: number;
  readonly code: TemplateProblemCode;
  readonly params: MessageParams;
}

/** The place of an offset in a text, both counted from 1. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** The offset of a place; a place behind the end of its line is that end. */
export function offsetIn(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}
