import type { Liquid } from 'liquidjs';
import {
  type BodyProblem,
  type BodyProblemCode,
  offsetIn,
  placeIn,
} from '../content/template-problem.ts';
import type { Language } from '../domain/vocabulary.ts';
import { describeFailure, unknownVariable } from './describe-failure.ts';
import { LONGEST_BODY, renderLiquid } from './liquid.ts';
import { toLiquidScope } from './liquid-scope.ts';
import { parseStops } from './stops.ts';
import { emptyScope, fullScope } from './trial-scope.ts';
import { replyVariables } from './variables.ts';

/** A Liquid construct, strings in it taken whole. */
const CONSTRUCT =
  /\{%-?\s*comment\b[\s\S]*?endcomment\s*-?%\}|\{\{(?:"[^"]*"|'[^']*'|[^"'])*?\}\}|\{%(?:"[^"]*"|'[^']*'|[^"'])*?%\}/g;

export interface CheckTemplateOptions {
  readonly language: Language;
  /** The stop in which a promise stands; it must exist. */
  readonly promiseFrom: number | null;
}

/** Everything wrong in a body, in text order; a body without problems can be rendered for any ticket. */
export function checkTemplate(
  liquid: Liquid,
  body: string,
  { language, promiseFrom }: CheckTemplateOptions,
): readonly BodyProblem[] {
  if (body.length > LONGEST_BODY) {
    return [{ line: 1, column: 1, code: 'too-long', params: { most: LONGEST_BODY } }];
  }
  // Same length, so that offsets stay true; both branches of a condition remain to be looked at.
  const plain = body.replace(CONSTRUCT, (construct) => construct.replace(/[^\n]/g, 'x'));
  const stops = parseStops(plain);
  const problems: BodyProblem[] = stops.problems.map(({ offset, code }) => {
    return { ...placeIn(plain, offset), code, params: {} };
  });
  if (promiseFrom !== null && !stops.stops.some(({ number }) => number === promiseFrom)) {
    problems.push(atStart('promise-stop', { stop: promiseFrom }));
  }
  problems.push(...checkLiquid(liquid, body));
  if (problems.length === 0) problems.push(...tryOut(liquid, body, language));
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Constructs of one body that are told; after that its author has enough to do. */
const MOST_TOLD = 20;

/**
 * What Liquid cannot read, and unknown variables, also those in conditions, where Liquid itself
 * would take them for false. It stops at its first mistake: that one is blanked out, and it goes on.
 */
function checkLiquid(liquid: Liquid, body: string): BodyProblem[] {
  const problems: BodyProblem[] = [];
  let rest = body;
  while (problems.length < MOST_TOLD) {
    try {
      return [...problems, ...unknownVariables(liquid, rest)];
    } catch (error) {
      const problem = describeFailure(error, rest);
      // The end of a block that was told already.
      const isEcho = problems.length > 0 && String(problem.params['name']).startsWith('end');
      if (!isEcho) problems.push(problem);
      const blanked = withoutConstruct(rest, offsetIn(rest, problem));
      if (blanked === rest) return problems;
      rest = blanked;
    }
  }
  return problems;
}

function unknownVariables(liquid: Liquid, body: string): BodyProblem[] {
  const known = new Set(replyVariables.flatMap(({ path }) => [path, path.split('.')[0] ?? path]));
  const { globals } = liquid.analyzeSync(liquid.parse(body));
  const used = Object.values(globals).flat();
  return used.flatMap((variable) => {
    const path = variable.segments.map(String).join('.');
    if (known.has(path)) return [];
    const { row: line, col: column } = variable.location;
    return [{ line, column, ...unknownVariable(path) }];
  });
}

/** The body with spaces in the place of the construct at an offset. */
function withoutConstruct(body: string, offset: number): string {
  for (const match of body.matchAll(CONSTRUCT)) {
    const end = match.index + match[0].length;
    if (match.index > offset || offset >= end) continue;
    return body.slice(0, match.index) + match[0].replace(/[^\n]/g, ' ') + body.slice(end);
  }
  return body;
}

function tryOut(liquid: Liquid, body: string, language: Language): BodyProblem[] {
  for (const scope of [fullScope, emptyScope]) {
    const rendered = renderLiquid(liquid, body, toLiquidScope(scope, language));
    if (!rendered.ok) return [rendered.problem];
    const [problem] = parseStops(rendered.value).problems;
    if (problem) return [atStart(problem.code)];
  }
  return [];
}

function atStart(code: BodyProblemCode, params: BodyProblem['params'] = {}): BodyProblem {
  return { line: 1, column: 1, code, params };
}
