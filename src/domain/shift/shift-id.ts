import { MAIN_SPACE } from '../space.ts';

/** What tells one shift of a space from another: the day it begins on, its hours, its line. */
export interface ShiftName {
  readonly space: string;
  /** ISO day by the desk's clock. */
  readonly day: string;
  /** `08:00-20:00`. */
  readonly kind: string;
  readonly line: string | null;
}

const ID = /^shift\/([^/]+)\/(\d{4}-\d{2}-\d{2})\/(\d{2}:\d{2}-\d{2}:\d{2})(?:\/([^/]+))?$/;

/**
 * The id of a shift. It follows from the calendar, so that two leads who open the same shift without
 * a network write into one.
 */
export function shiftId({ space, day, kind, line }: ShiftName): string {
  return ['shift', space, day, kind, ...(line === null ? [] : [line])].join('/');
}

/** What an id says; null when it is none. */
export function readShiftId(id: string): ShiftName | null {
  const [, space, day, kind, line = null] = ID.exec(id) ?? [];
  return space && day && kind ? { space, day, kind, line } : null;
}

/** How people call a shift: `2026-11-22/08:00-20:00`, with the space where it is not the main one. */
export function shiftRef(id: string): string {
  const main = `shift/${MAIN_SPACE}/`;
  return id.startsWith(main) ? id.slice(main.length) : id.replace(/^shift\//, '');
}
