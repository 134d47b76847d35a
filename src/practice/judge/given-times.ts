import type { FoundPromise } from '../../wording/find-promises.ts';

/** «Займёт минут шесть», "it takes ten minutes": how long something is, not when the next word comes. */
const LASTS = /(?:займ[её]т|занимает|уйд[её]т|takes?)[\s,]+(?:\p{L}+[\s,]+){0,2}$/iu;

/**
 * The times of a reply that bind its author. A length that only says how long something lasts is no
 * promise beside a time that was really given.
 */
export function givenTimes(
  text: string,
  promises: readonly FoundPromise[],
): readonly FoundPromise[] {
  const given = promises.filter(({ start }) => !LASTS.test(text.slice(0, start)));
  return given.length > 0 ? given : promises;
}
