import type { Kit } from '../kit.ts';

/** A planted bug: a small change of real code, made from outside. */
export interface Mutant {
  readonly name: string;
  /** What somebody would have done wrong. */
  readonly about: string;
  readonly plant: (kit: Kit) => Kit;
}
