import { existsSync } from 'node:fs';
import { splitCommand } from '../../util/split-command.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A path as it is typed, or as a file manager drops it: with `~`, quoted, or with backslashes. */
export function typedPath(text: string, env: Env): string {
  const home = env['HOME'] ?? '~';
  const typed = text.trim().replace(/^~(?=\/|$)/, home);
  if (existsSync(typed) || !/["'\\]/.test(typed)) return typed;
  const [word, ...more] = splitCommand(typed) ?? [];
  return word === undefined || more.length > 0 ? typed : word.replace(/^~(?=\/|$)/, home);
}

/** Whether anything is at a typed path. */
export function isThere(text: string, env: Env): boolean {
  return existsSync(typedPath(text, env));
}
