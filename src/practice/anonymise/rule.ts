import type { PersonalKind } from './personal.ts';
import type { StandIns } from './stand-ins.ts';

/** What is looked for and what stands in its place. */
export interface HidingRule {
  readonly kind: PersonalKind;
  /** Whether the desk knows what is looked for. */
  readonly isKnown: boolean;
  readonly pattern: RegExp;
  /** Null: it is none, and stays. `before` is the line up to it. */
  readonly standIn: (found: string, stands: StandIns, before: string) => string | null;
}

/** Not inside of a word or a number. */
export const BEFORE = String.raw`(?<![\p{L}\p{N}\p{Co}])`;
export const AFTER = String.raw`(?![\p{L}\p{N}\p{Co}])`;

/** A rule for what gives itself away by its form. */
export function byForm(
  kind: PersonalKind,
  pattern: RegExp,
  standIn: HidingRule['standIn'],
): HidingRule {
  return { kind, isKnown: false, pattern, standIn };
}
