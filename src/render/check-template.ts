import type { Liquid } from 'liquidjs';
import type { Language } from '../domain/vocabulary.ts';
import { type BodyProblem, renderLiquid, toBodyProblem } from './liquid.ts';
import { toLiquidScope } from './liquid-scope.ts';
import { parseStops } from './stops.ts';
import { type ReplyScope, replyVariables } from './variables.ts';

/** A Liquid construct, strings in it taken whole. */
const CONSTRUCT =
  /\{%-?\s*comment\b[\s\S]*?endcomment\s*-?%\}|\{\{(?:"[^"]*"|'[^']*'|[^"'])*?\}\}|\{%(?:"[^"]*"|'[^']*'|[^"'])*?%\}/g;

/** Values for a trial: everything known, in a zone that differs from most desks'. */
const FULL_SCOPE: ReplyScope = {
  ticket: {
    number: 'SM-1042',
    subject: 'VPN',
    status: 'open',
    priority: 'P2',
    line: '2',
    created: 1_773_000_000_000,
  },
  customer: { name: 'Demo', city: 'Demo' },
  contact: {
    name: 'Demo',
    callName: 'Demo',
    email: 'a@b.example',
    phone: '+7 900 000-00-00',
    timeZone: 'Asia/Yekaterinburg',
  },
  me: { name: 'Demo', line: '2', gender: 'female' },
  desk: { name: 'Demo', mail: 'desk@b.example' },
  now: 1_773_000_000_000,
  promise: { due: 1_773_000_600_000 },
};

const EMPTY_SCOPE: ReplyScope = {
  ...FULL_SCOPE,
  ticket: { number: null, subject: null, status: null, priority: null, line: null, created: null },
  customer: { name: null, city: null },
  contact: { name: null, callName: null, email: null, phone: null, timeZone: null },
  promise: { due: null },
};

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
  // Same length, so that offsets stay true; both branches of a condition remain to be looked at.
  const plain = body.replace(CONSTRUCT, (construct) => construct.replace(/[^\n]/g, 'x'));
  const stops = parseStops(plain);
  const problems: BodyProblem[] = stops.problems.map(({ offset, message }) => ({
    ...placeOf(plain, offset),
    message,
  }));
  if (promiseFrom !== null && !stops.stops.some(({ number }) => number === promiseFrom)) {
    const message = `actions.promise.from: the text has no stop ${promiseFrom}`;
    problems.push({ line: 1, column: 1, message });
  }
  problems.push(...checkVariables(liquid, body));
  if (problems.length === 0) problems.push(...tryOut(liquid, body, language));
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Unknown variables, also those in conditions, where Liquid itself would take them for false. */
function checkVariables(liquid: Liquid, body: string): BodyProblem[] {
  try {
    const known = new Set(replyVariables.flatMap(({ path }) => [path, path.split('.')[0] ?? path]));
    const { globals } = liquid.analyzeSync(liquid.parse(body));
    const used = Object.values(globals).flat();
    const unknown = used.filter((variable) => !known.has(variable.segments.map(String).join('.')));
    return unknown.map((variable) => ({
      line: variable.location.row,
      column: variable.location.col,
      message: `unknown variable: ${variable.segments.map(String).join('.')}`,
    }));
  } catch (error) {
    return [toBodyProblem(error)];
  }
}

function tryOut(liquid: Liquid, body: string, language: Language): BodyProblem[] {
  for (const scope of [FULL_SCOPE, EMPTY_SCOPE]) {
    const rendered = renderLiquid(liquid, body, toLiquidScope(scope, language));
    if (!rendered.ok) return [rendered.problem];
    const [problem] = parseStops(rendered.value).problems;
    if (problem) return [{ line: 1, column: 1, message: problem.message }];
  }
  return [];
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
