import type { Desk } from '../desk/desk.ts';

const MOST = 30;

/** My last filter lines, the latest first. */
export function pastFilters(desk: Desk): readonly string[] {
  const stored = desk.meta.get(keyOf(desk));
  // Written by `rememberFilter` only.
  return stored === null ? [] : (JSON.parse(stored) as string[]);
}

/** Keeps a filter line that was used; each stands there once. */
export function rememberFilter(desk: Desk, line: string): void {
  const text = line.trim();
  if (text === '') return;
  const past = pastFilters(desk);
  if (past[0] === text) return;
  const lines = [text, ...past.filter((other) => other !== text)].slice(0, MOST);
  desk.meta.set(keyOf(desk), JSON.stringify(lines));
}

function keyOf({ me }: Desk): string {
  return `filters/${me.id}`;
}
