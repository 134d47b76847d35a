import { existsSync, readFileSync } from 'node:fs';
import { UserError } from '../util/user-error.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** A setting that could not be used, and why. The default stands in for it. */
export interface SettingProblem {
  readonly key: string;
  readonly code: 'setting-unknown' | 'setting-wrong-type' | 'setting-not-allowed';
}

/** Settings as they hold now, and what in the file was not understood. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
}

/**
 * Reads the configuration file; a missing one gives the defaults. Unknown keys and wrong types are
 * reported and skipped. Throws a UserError with line and column when it is not JSON at all.
 * The library that writes the file costs a third of a start, so reading does without it.
 */
export function readSettings(path: string): ReadSettings {
  if (!existsSync(path)) return { settings: defaultSettings, problems: [] };
  const found = parse(readFileSync(path, 'utf8'), path);
  const problems: SettingProblem[] = [];
  const settings = merge(defaultSettings, found, '', problems);
  return { settings, problems };
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const before = text.slice(0, offset).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new UserError('config-not-json', { path, line: before.length, column });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const allowed: Readonly<Record<string, readonly unknown[]>> = {
  language: ['ru', 'en', null],
  theme: ['auto', 'default', 'light', 'dark', 'mono'],
  notify: ['auto', 'bell', 'osc9', 'osc777', 'off'],
};

function merge<T extends object>(
  base: T,
  found: unknown,
  prefix: string,
  problems: SettingProblem[],
): T {
  if (!isRecord(found)) {
    problems.push({ key: prefix || '.', code: 'setting-wrong-type' });
    return base;
  }
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(base));
  for (const [name, value] of Object.entries(found)) {
    const key = prefix ? `${prefix}.${name}` : name;
    if (key === '$schema') continue;
    if (!(name in base)) problems.push({ key, code: 'setting-unknown' });
    else result[name] = accept(result[name], value, key, problems);
  }
  // Every key of the result came from `base`, with a value of the same type.
  return result as T;
}

function accept(
  current: unknown,
  value: unknown,
  key: string,
  problems: SettingProblem[],
): unknown {
  const values = allowed[key];
  if (values && !values.includes(value)) {
    problems.push({ key, code: 'setting-not-allowed' });
    return current;
  }
  if (values) return value;
  if (key === 'keys') return acceptKeys(value, problems);
  if (isRecord(current)) return merge(current, value, key, problems);
  const isSame =
    key === 'undoSeconds'
      ? value === null || (typeof value === 'number' && value >= 0 && value <= 600)
      : current === null
        ? value === null || typeof value === 'string'
        : Array.isArray(current)
          ? Array.isArray(value)
          : typeof value === typeof current;
  if (isSame) return value;
  problems.push({ key, code: 'setting-wrong-type' });
  return current;
}

function acceptKeys(value: unknown, problems: SettingProblem[]): Settings['keys'] {
  if (!isRecord(value)) {
    problems.push({ key: 'keys', code: 'setting-wrong-type' });
    return {};
  }
  const keys: Record<string, readonly string[]> = {};
  for (const [action, bound] of Object.entries(value)) {
    const list = typeof bound === 'string' ? [bound] : bound;
    if (Array.isArray(list) && list.every((k) => typeof k === 'string')) keys[action] = list;
    else problems.push({ key: `keys.${action}`, code: 'setting-wrong-type' });
  }
  return keys;
}
