import { existsSync, readFileSync } from 'node:fs';
import { parseYaml } from '../content-problem.ts';

/** One value that differs, at its path inside of an entry; null where nothing stood or stands. */
export interface ValueChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What becomes of one entry of a part: a line, a policy, a permission. */
export interface EntryChange {
  readonly part: string;
  /** Its code, login or key; null for a part without entries. */
  readonly entry: string | null;
  readonly change: 'added' | 'removed' | 'changed';
  readonly values: readonly ValueChange[];
}

interface Entries {
  readonly byKey: ReadonlyMap<string, unknown>;
  /** Of a list: the first that fits holds in many parts, so their order is a value too. */
  readonly isOrdered: boolean;
}

/** What a file says, as its author wrote it; undefined without a file. */
export function readWritten(file: string | null): unknown {
  if (file === null || !existsSync(file)) return undefined;
  const parsed = parseYaml(file, readFileSync(file, 'utf8'));
  return parsed.ok ? parsed.value.value : undefined;
}

/** What differs between two writings of a part, entry by entry. */
export function compareParts(part: string, from: unknown, to: unknown): readonly EntryChange[] {
  const [before, after] = [entriesOf(from), entriesOf(to)];
  if (before === null || after === null) {
    const values = valueChanges('', from, to);
    return values.length === 0 ? [] : [{ part, entry: null, change: 'changed', values }];
  }
  const gone = [...before.byKey].filter(([key]) => !after.byKey.has(key));
  const changes = [...after.byKey].flatMap(([entry, value]): readonly EntryChange[] => {
    const values = valueChanges('', before.byKey.get(entry), value);
    if (!before.byKey.has(entry)) return [{ part, entry, change: 'added', values }];
    return values.length === 0 ? [] : [{ part, entry, change: 'changed', values }];
  });
  const removed = gone.map(([entry, value]): EntryChange => {
    return { part, entry, change: 'removed', values: valueChanges('', value, undefined) };
  });
  return [...removed, ...changes, ...orderChange(part, before, after)];
}

function orderChange(part: string, before: Entries, after: Entries): readonly EntryChange[] {
  const from = [...before.byKey.keys()].filter((key) => after.byKey.has(key));
  const to = [...after.byKey.keys()].filter((key) => before.byKey.has(key));
  if (!before.isOrdered || from.join('\n') === to.join('\n')) return [];
  return [{ part, entry: null, change: 'changed', values: [{ path: 'order', from, to }] }];
}

/** Entries by code, login or id in a list, by key in a map; null for anything else. */
function entriesOf(value: unknown): Entries | null {
  if (value === undefined || value === null) return { byKey: new Map(), isOrdered: false };
  if (!Array.isArray(value)) {
    if (typeof value !== 'object') return null;
    return { byKey: new Map(Object.entries(value)), isOrdered: false };
  }
  const keys = value.map(keyOf);
  const named = keys.filter((key) => key !== null);
  if (named.length < keys.length || new Set(named).size < named.length) return null;
  const byKey = new Map(named.map((key, index) => [key, value[index] as unknown]));
  return { byKey, isOrdered: true };
}

function keyOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { code, login, id } = value as Readonly<Record<string, unknown>>;
  const key = code ?? login ?? id;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : null;
}

/** A code is the same with and without its quotes. */
function isSameScalar(from: unknown, to: unknown): boolean {
  const areScalars = [from, to].every((value) => ['string', 'number'].includes(typeof value));
  return areScalars && String(from) === String(to);
}

function valueChanges(path: string, from: unknown, to: unknown): readonly ValueChange[] {
  if (JSON.stringify(from) === JSON.stringify(to) || isSameScalar(from, to)) return [];
  const isNested = [from, to].every((value) => typeof value === 'object' && value !== null);
  const [before, after] = isNested ? [entriesOf(from), entriesOf(to)] : [null, null];
  if (before === null || after === null || Array.isArray(from) !== Array.isArray(to)) {
    return [{ path, from: from ?? null, to: to ?? null }];
  }
  const keys = [...new Set([...before.byKey.keys(), ...after.byKey.keys()])];
  const inside = keys.flatMap((key) => {
    const below = path === '' ? key : `${path}.${key}`;
    return valueChanges(below, before.byKey.get(key), after.byKey.get(key));
  });
  // Only the order differs.
  return inside.length > 0 ? inside : [{ path, from, to }];
}
