import type { CalendarProblemCode } from '../../domain/calendar.ts';
import type { MessageParams } from '../../util/user-error.ts';

/** Everything that can be wrong with a desk pack; the sentences stand in `i18n/`. */
export type DeskProblemCode =
  | CalendarProblemCode
  | 'folder-missing'
  | 'folder-not'
  | 'folder-unknown'
  | 'file-missing'
  | 'file-unknown'
  | 'file-not-readable'
  | 'file-too-large'
  | 'file-empty'
  | 'not-utf8'
  | 'yaml-broken'
  | 'yaml-twice'
  | 'yaml-tab'
  | 'yaml-indent'
  | 'yaml-unclosed'
  | 'yaml-colon'
  | 'yaml-aliases'
  | 'yaml-alias'
  | 'yaml-documents'
  | 'yaml-deep'
  | 'key-unknown'
  | 'key-missing'
  | 'needs-text'
  | 'needs-number'
  | 'needs-yes-no'
  | 'needs-list'
  | 'needs-map'
  | 'value-unknown'
  | 'too-few'
  | 'number-too-small'
  | 'number-too-big'
  | 'text-empty'
  | 'no-code'
  | 'no-login'
  | 'no-duration'
  | 'no-moment'
  | 'no-line'
  | 'no-week'
  | 'no-interval'
  | 'no-currency'
  | 'no-address'
  | 'no-target'
  | 'value-wrong'
  | 'code-twice'
  | 'reference-unknown'
  | 'reference-borrowed'
  | 'no-talking-line'
  | 'desk-locked'
  | 'status-needed'
  | 'status-unreachable'
  | 'status-without-end'
  | 'status-to-itself'
  | 'matrix-rows'
  | 'matrix-columns'
  | 'policy-no-fallback'
  | 'policy-never-reached'
  | 'policy-red-before-amber'
  | 'ladder-cycle'
  | 'window-backwards'
  | 'shift-empty'
  | 'warning-too-early'
  | 'field-choices-missing'
  | 'field-choices-unused'
  | 'field-condition-unknown'
  | 'field-condition-value'
  | 'duty-not-monday'
  | 'duty-rotation-alone'
  | 'skills-missing'
  | 'skill-unknown'
  | 'rule-does-nothing'
  | 'production-year'
  | 'rename-kept'
  | 'query-wrong'
  | 'query-near'
  | 'quiz-right'
  | 'data-wrong';

/** Something wrong in a desk pack, at the value that is wrong. */
export interface DeskProblem {
  readonly file: string;
  /** Both start at 1. */
  readonly line: number;
  readonly column: number;
  /** Dotted path inside the document, `2.fields.0.type`; empty for the document itself. */
  readonly path: string;
  readonly code: DeskProblemCode;
  /** Values for the sentence of the code. */
  readonly params: MessageParams;
}

/** A problem of a file as a whole. */
export function fileProblem(
  file: string,
  code: DeskProblemCode,
  params: MessageParams = {},
): DeskProblem {
  return { file, line: 1, column: 1, path: '', code, params };
}
