import type { DayPart } from '../domain/time-phrase-conventions.ts';
import type { SaidClock } from './promise-clocks.ts';
import type { SaidDay } from './promise-days.ts';
import type { Length } from './promise-lengths.ts';

/** A day, an hour, or both, as they were said. */
export interface Moment {
  readonly day: SaidDay | null;
  readonly clock: SaidClock | null;
  readonly part: DayPart | null;
  /** An IANA zone that the text names, or the customer's own. */
  readonly zone: string | 'customer' | null;
}

/**
 * How sure a time is to be given to somebody. `plain`: «через час», «до 18:00». `asserted`: «завтра»,
 * «в 15:00», only with a verb that promises. `needed`: «10 минут», only beside a word of waiting.
 * `labelled`: «16:00», only after «срок:». `never`: «с понедельника», «вчера».
 */
export type Firmness = 'plain' | 'asserted' | 'needed' | 'labelled' | 'never';

/** A time found in a text. */
export interface SaidTime {
  readonly first: number;
  readonly next: number;
  readonly firmness: Firmness;
  /** «С 22:00 до 23:00»: the moment is its end. */
  readonly isInterval: boolean;
  readonly when: { readonly length: Length } | { readonly moment: Moment };
}
