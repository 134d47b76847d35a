import { Liquid } from 'liquidjs';
import type { BodyProblem } from '../content/template-problem.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { describeFailure } from './describe-failure.ts';
import { installReplyFilters, WrongValue } from './filters.ts';
import { MissingValue } from './liquid-scope.ts';
import { escapeForStops } from './stops.ts';
import type { ZoneClockOptions } from './zone-clock.ts';

/** Everything that could read files, loop or define things is left out. */
const ALLOWED_TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'assign', 'comment']);
/** More than that is no reply. */
export const LONGEST_BODY = 20_000;
const RENDER_LIMIT_MS = 250;
const MEMORY_LIMIT = 1_000_000;

/** Liquid as replies use it: strict, without loops, includes and prototypes, values escaped for stops. */
export function createLiquid(options: ZoneClockOptions): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    jsTruthy: true,
    // No file system stands behind the engine, whatever tag should slip through.
    templates: {},
    outputEscape: escapeValue,
    parseLimit: LONGEST_BODY,
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
  });
  for (const tag of Object.keys(liquid.tags)) {
    if (!ALLOWED_TAGS.has(tag)) delete liquid.tags[tag];
  }
  installReplyFilters(liquid, options);
  return liquid;
}

/** Renders a body to text that still has its stops. Every failure is a problem with its place. */
export function renderLiquid(
  liquid: Liquid,
  body: string,
  scope: Readonly<Record<string, unknown>>,
): Result<string, BodyProblem> {
  const rendered = renderOnce(liquid, body, scope);
  // A busy machine is late once, a bad body every time.
  const isLate = !rendered.ok && rendered.problem.code === 'too-slow';
  return isLate ? renderOnce(liquid, body, scope) : rendered;
}

function renderOnce(
  liquid: Liquid,
  body: string,
  scope: Readonly<Record<string, unknown>>,
): Result<string, BodyProblem> {
  try {
    const rendered: unknown = liquid.renderSync(liquid.parse(body), { ...scope });
    return ok(String(rendered));
  } catch (error) {
    return fail(describeFailure(error, body));
  }
}

function escapeValue(value: unknown): string {
  if (value instanceof MissingValue) return escapeForStops(value.show());
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') throw new WrongValue('variable-group');
  return escapeForStops(String(value));
}
