import type { z } from 'zod';
import type { ContentPath } from '../content-problem.ts';

/** A value without what was wrong in it, and where its parts stood before. */
export interface MendedValue<Output> {
  readonly value: Output;
  /** The place in the whole value of a place in the mended one: items that were wrong are left out. */
  placeOf(path: ContentPath): ContentPath;
}

/** Each round takes out at least one part; more than these would be a file of nothing else. */
const ROUNDS = 12;

/**
 * What a schema can read of a value that is wrong in places: each wrong part is left out, and with
 * it what cannot do without. `standIns` are put where the value itself cannot. Null when nothing is left.
 */
export function mendValue<Output>(
  value: unknown,
  schema: z.ZodType<Output>,
  standIns: Readonly<Record<string, unknown>>,
): MendedValue<Output> | null {
  let rest = structuredClone(value);
  const gone: Gone = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    const checked = schema.safeParse(rest);
    if (checked.success) return { value: checked.data, placeOf: (path) => before(path, gone) };
    if (!isHolder(rest)) return null;
    for (const issue of checked.error.issues) takeOut(rest, issue, standIns);
    rest = closeUp(rest, [], gone);
  }
  return null;
}

type Holder = Record<PropertyKey, unknown>;
/** By the place of a list: which of its items are still there. */
type Gone = Map<string, readonly number[]>;

/** Stands for an item that is taken out, until its list is closed up. */
const HOLE = Symbol('hole');

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function takeOut(root: Holder, issue: z.core.$ZodIssue, standIns: Holder): void {
  if (issue.code === 'unrecognized_keys') {
    const holder = at(root, issue.path);
    if (isHolder(holder)) for (const key of issue.keys) delete holder[key];
    return;
  }
  const isMissing = at(root, issue.path) === undefined;
  const path = isMissing && issue.path.length > 1 ? issue.path.slice(0, -1) : issue.path;
  const [first, ...more] = path;
  const key = path.at(-1);
  if (first === undefined || key === undefined) return;
  if (more.length === 0 && first in standIns) {
    root[first] = standIns[String(first)];
    return;
  }
  const holder = at(root, path.slice(0, -1));
  if (Array.isArray(holder)) holder[Number(key)] = HOLE;
  else if (isHolder(holder)) delete holder[key];
}

function at(value: unknown, path: ContentPath): unknown {
  return path.reduce<unknown>((found, part) => (isHolder(found) ? found[part] : undefined), value);
}

/** Lists without their holes; what is left keeps where it stood. */
function closeUp(value: unknown, path: ContentPath, gone: Gone): unknown {
  if (!isHolder(value)) return value;
  if (!Array.isArray(value)) {
    const fields = Object.entries(value).map(([key, one]) => [
      key,
      closeUp(one, [...path, key], gone),
    ]);
    return Object.fromEntries(fields);
  }
  const kept = [...value.keys()].filter((index) => value[index] !== HOLE);
  if (kept.length < value.length) {
    const key = JSON.stringify(path);
    const known = gone.get(key);
    gone.set(key, known === undefined ? kept : kept.map((index) => known[index] ?? index));
  }
  return kept.map((index, place) => closeUp(value[index], [...path, place], gone));
}

function before(path: ContentPath, gone: Gone): ContentPath {
  return path.map((part, depth) => {
    const kept = gone.get(JSON.stringify(path.slice(0, depth)));
    return kept?.[Number(part)] ?? part;
  });
}
