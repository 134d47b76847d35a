import { Liquid } from 'liquidjs';
import { fail, ok, type Result } from '../util/result.ts';
import { installReplyFilters } from './filters.ts';
import { hintMark } from './hint-mark.ts';
import { MissingValue } from './liquid-scope.ts';
import { escapeForStops } from './stops.ts';
import type { ZoneClockOptions } from './zone-clock.ts';

/** Something wrong in a template's body; line and column count from 1 at its beginning. */
export interface BodyProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Everything that could read files, loop or define things is left out. */
const ALLOWED_TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'assign', 'comment']);
const LONGEST_BODY = 20_000;
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
  try {
    const rendered: unknown = liquid.renderSync(liquid.parse(body), { ...scope });
    return ok(String(rendered));
  } catch (error) {
    return fail(toBodyProblem(error));
  }
}

/** A failure of Liquid as a problem with its place. */
export function toBodyProblem(error: unknown): BodyProblem {
  if (!(error instanceof Error)) return { line: 1, column: 1, message: String(error) };
  const message = error.message.replace(/(?:, file:.*)?, line:\d+, col:\d+$/, '');
  const [line, column] = positionOf(error);
  return { line, column, message };
}

function positionOf(error: Error): readonly [line: number, column: number] {
  const token: unknown = 'token' in error ? error.token : null;
  if (typeof token !== 'object' || token === null || !('getPosition' in token)) return [1, 1];
  const { getPosition } = token;
  const position: unknown = typeof getPosition === 'function' ? getPosition.call(token) : null;
  const [line, column]: unknown[] = Array.isArray(position) ? position : [];
  return typeof line === 'number' && typeof column === 'number' ? [line, column] : [1, 1];
}

function escapeValue(value: unknown): string {
  if (value instanceof MissingValue) return escapeForStops(hintMark(value.label));
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') throw new TypeError('name a field of it: this is not a text');
  return escapeForStops(String(value));
}
