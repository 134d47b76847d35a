import type { MessageParams } from '../../util/user-error.ts';
import type { DeskProblemCode } from '../desk/desk-problem.ts';

/** What can be wrong with practice files beside what can be wrong with any YAML of a desk. */
export const scenarioProblems = {
  'no-name': 'error',
  'fact-without-words': 'error',
  'no-mood-condition': 'error',
  'points-wrong': 'error',
  'sections-needed': 'error',
  'section-needed': 'error',
  'format-unknown': 'error',
  'file-named': 'warning',
  'scenario-twice': 'error',
  'text-cut': 'error',
  'text-plain': 'warning',
  'text-escaped': 'warning',
  'route-no-way': 'error',
  'route-two-ways': 'error',
  'route-else-condition': 'error',
  'route-no-condition': 'error',
  'routes-no-else': 'error',
  'routes-after-else': 'error',
  'choice-twice': 'error',
  'time-order': 'error',
  'promise-when': 'error',
  'open-what': 'error',
  'field-not-offered': 'error',
  'step-does-nothing': 'error',
  'step-many-ways': 'error',
  'end-goes-on': 'error',
  'end-without-text': 'error',
  'items-needed': 'error',
  'items-next': 'error',
  'item-empty': 'error',
  'items-step': 'error',
  'draw-too-many': 'error',
  'name-unknown': 'error',
  'article-unknown': 'error',
  'step-unreachable': 'error',
  'step-without-end': 'error',
  'step-circle': 'error',
  'no-ending': 'error',
  'route-dead': 'error',
  'section-not-fillable': 'error',
  'score-not-reachable': 'error',
  'pass-too-high': 'error',
  'requires-unknown': 'error',
  'requires-circle': 'error',
  'lang-missing': 'error',
  'lang-differs': 'error',
  'example-not-found': 'error',
  'example-found': 'error',
  'examples-missing': 'warning',
  'many-choices': 'warning',
  'few-replies': 'warning',
  'few-endings': 'warning',
  'no-reference': 'warning',
  'no-hints': 'warning',
  unused: 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>;

/** Codes of problems in practice files; the sentences stand in `i18n/`. */
export type ScenarioProblemCode = keyof typeof scenarioProblems | DeskProblemCode;

/** Something wrong in a scenario or a file of facts, at the value that is wrong. */
export interface ScenarioProblem {
  readonly file: string;
  /** Both start at 1. */
  readonly line: number;
  readonly column: number;
  /** Dotted path inside the document, `steps.open.reply.expect.0.fact`; empty for the document. */
  readonly path: string;
  readonly code: ScenarioProblemCode;
  /** Values for the sentence of the code. */
  readonly params: MessageParams;
}

const severities: Readonly<Record<string, 'error' | 'warning'>> = scenarioProblems;

/** Whether a problem keeps its file out, or is only to be looked at. */
export function severityOf({ code }: Pick<ScenarioProblem, 'code'>): 'error' | 'warning' {
  return severities[code] ?? 'error';
}
