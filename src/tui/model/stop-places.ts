import type { RenderedPromise } from '../../app/content/rendered-template.ts';
import { selectedOf } from '../input/selection.ts';
import type { TextBuffer } from '../input/text-buffer.ts';

/** A place of a template in the text being written, half-open in UTF-16 units. */
export interface StopPlace {
  /** Places of one key say one thing. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** It is being written in: what is typed at its end belongs to it. */
  readonly isTyped?: boolean | undefined;
  /** What it can say; empty where anything can be written. */
  readonly choices: readonly string[];
  /** What each choice promises; absent where the template promises nothing by this place. */
  readonly promises?: readonly (RenderedPromise | null)[] | undefined;
}

/**
 * Where the places stand after an edit, which is taken to end at the caret. What is written inside
 * a place belongs to it; a place that was cut through, or emptied, is one no more.
 */
export function movedPlaces(
  places: readonly StopPlace[],
  before: string,
  { text, caret }: TextBuffer,
): readonly StopPlace[] {
  if (places.length === 0 || text === before) return places;
  const most = Math.min(before.length, text.length);
  let tail = 0;
  const mostTail = Math.min(most, text.length - caret);
  while (tail < mostTail && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  let head = 0;
  while (head < most - tail && before[head] === text[head]) head += 1;
  const changedEnd = before.length - tail;
  const growth = text.length - before.length;
  return places.flatMap((place) => {
    const isGoingOn = place.isTyped === true && place.end === head && head === changedEnd;
    if (place.end <= head && !isGoingOn) return [place];
    if (place.start >= changedEnd) {
      return [{ ...place, start: place.start + growth, end: place.end + growth }];
    }
    const isInside = place.start <= head && changedEnd <= place.end;
    const end = place.end + growth;
    const isTyped = !place.choices.includes(text.slice(place.start, end));
    return isInside && end > place.start ? [{ ...place, end, isTyped }] : [];
  });
}

/**
 * The place with choices at hand: one of them is selected as a whole, or its ⟦hint⟧ begins at the
 * caret. What was written instead of a choice is no choice any more.
 */
export function choiceAt(places: readonly StopPlace[], buffer: TextBuffer): StopPlace | null {
  const { text, caret } = buffer;
  const selected = selectedOf(buffer);
  const found = places.find(({ start, end, choices }) => {
    if (!selected) return choices.length > 0 && caret === start && text.startsWith('⟦', start);
    const isWhole = selected.start === start && selected.end === end;
    return isWhole && choices.includes(text.slice(start, end));
  });
  return found ?? null;
}

/** The text with every place of a key saying `value`; the places are, and stay, in text order. */
export function saidIn(
  text: string,
  places: readonly StopPlace[],
  { key, value }: { readonly key: string; readonly value: string },
): { readonly text: string; readonly places: readonly StopPlace[] } {
  let said = '';
  let from = 0;
  const moved = places.map((place): StopPlace => {
    said += text.slice(from, place.start);
    from = place.end;
    const start = said.length;
    said += place.key === key ? value : text.slice(place.start, place.end);
    return { ...place, start, end: said.length };
  });
  return { text: said + text.slice(from), places: moved };
}
