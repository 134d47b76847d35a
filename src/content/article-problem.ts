import type { MessageParams } from '../util/user-error.ts';

/** Everything that can be wrong with articles. A warning leaves the article as good as it is. */
export const articleProblems = {
  'file-name': 'error',
  'file-not-readable': 'error',
  'symlink-escapes': 'error',
  'too-large': 'error',
  binary: 'error',
  'not-utf8': 'error',
  'control-character': 'error',
  'front-missing': 'error',
  'front-unclosed': 'error',
  'front-too-long': 'error',
  'front-not-yaml': 'error',
  'field-unknown': 'error',
  'field-missing': 'error',
  'field-empty': 'error',
  'field-no-day': 'error',
  'field-no-id': 'error',
  'field-wrong': 'error',
  'kind-unknown': 'error',
  'kind-elsewhere': 'error',
  'id-differs': 'error',
  'lang-differs': 'error',
  'section-missing': 'error',
  'section-empty': 'error',
  'no-topic': 'error',
  'no-message': 'error',
  'no-table': 'error',
  'not-public': 'error',
  'internal-word': 'error',
  'comment-open': 'error',
  unfilled: 'error',
  'link-broken': 'error',
  'link-escapes': 'error',
  'link-scheme': 'error',
  'link-internal': 'error',
  'duplicate-id': 'error',
  'orphan-file': 'error',
  'same-title': 'warning',
  overdue: 'warning',
  'backup-stale': 'warning',
  'backup-unproven': 'warning',
} as const;
export type ArticleProblemCode = keyof typeof articleProblems;

/** Something wrong in an article, at the place where its author will look for it. */
export interface ArticleProblem {
  readonly file: string;
  /** Both start at 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: ArticleProblemCode;
  /** Values for the sentence of the code. */
  readonly params: MessageParams;
}

/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where what concerns a file as a whole is told. */
export const fileStart: Place = { line: 1, column: 1 };

/** A problem with the severity of its code. */
export function articleProblem(
  file: string,
  { line, column }: Place,
  code: ArticleProblemCode,
  params: MessageParams = {},
): ArticleProblem {
  return { file, line, column, severity: articleProblems[code], code, params };
}

/** The place of an offset in a text. */
export function placeOf(text: string, offset: number): Place {
  return placesIn(text)(offset);
}

/** Places of many offsets in one text: its lines are counted once. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
    starts.push(end + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
