import { choicePromises } from '../../app/content/choice-promises.ts';
import type { RenderedPromise, RenderedTemplate } from '../../app/content/rendered-template.ts';
import type { NewPromise } from '../../domain/text-effects.ts';
import { bufferOf, type TextBuffer } from '../input/text-buffer.ts';
import { editComposer } from './composer-model.ts';
import { findHint } from './hints.ts';
import { choiceAt, type StopPlace, saidIn } from './stop-places.ts';
import type { Ui } from './ui.ts';
import type { ComposerState } from './ui-state.ts';

/** Remembers the places of a template that was put into the open text, with its start at `at`. */
export function keepPlaces(ui: Ui, rendered: RenderedTemplate, at: number): void {
  const { composer } = ui.store.get();
  if (!composer?.history.present.text.startsWith(rendered.text, at)) return;
  const { places: known = [], applied = [], kind, ticketId } = composer;
  const isReply = kind === 'reply';
  const added = rendered.stops
    .filter(({ start, end, choices, isFilled }) => end > start && (isFilled || choices.length > 0))
    .map(({ number, choices, start, end }) => ({
      key: `${applied.length}.${number}`,
      start: at + start,
      end: at + end,
      choices: choices.map((choice) => bufferOf(choice).text),
      promises: isReply ? choicePromises(ui.desk(), rendered, { number, ticketId }) : undefined,
    }));
  const places = [...known, ...added].toSorted((a, b) => a.start - b.start);
  ui.store.set({ composer: { ...composer, places } });
}

/**
 * Tab: to the next ⟦place⟧ that waits, or to the next one that the template has filled itself. That
 * one is selected: the first letter typed replaces either.
 */
export function stepStop(ui: Ui, direction: 1 | -1): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  const { text, caret, mark } = composer.history.present;
  const from = Math.min(caret, mark?.at ?? caret);
  const hint = findHint(text, from, direction);
  const filled = (composer.places ?? []).filter(({ start }) => text[start] !== '⟦');
  const stops = [...filled, ...(hint ? [hint] : [])].toSorted((a, b) => a.start - b.start);
  const next =
    direction === 1
      ? (stops.find(({ start }) => start > from) ?? stops[0])
      : (stops.findLast(({ start }) => start < from) ?? stops.at(-1));
  if (!next) return;
  const isHint = next === hint;
  editComposer(ui, isHint ? bufferOf(text, next.start) : selecting(text, next), 'other');
}

/** The arrows at a place with choices: the next of them. False when no such place is at hand. */
export function turnChoice(ui: Ui, direction: 1 | -1): boolean {
  const { composer } = ui.store.get();
  if (!composer?.places) return false;
  const { present } = composer.history;
  const place = choiceAt(composer.places, present);
  if (!place) return false;
  const { choices, promises } = place;
  const now = choices.indexOf(present.text.slice(place.start, place.end));
  const at = now < 0 && direction < 0 ? -1 : now + direction;
  const next = (at + choices.length) % choices.length;
  const value = choices[next] ?? '';
  const { text, places } = saidIn(present.text, composer.places, { key: place.key, value });
  const turned = places[composer.places.indexOf(place)] ?? place;
  editComposer(ui, selecting(text, turned), 'other');
  const edited = ui.store.get().composer;
  if (!edited) return true;
  const promise = promises ? promised(ui, edited, promises[next] ?? null) : edited.promise;
  ui.store.set({ composer: { ...edited, places, promise } });
  return true;
}

function selecting(text: string, { start, end }: Pick<StopPlace, 'start' | 'end'>): TextBuffer {
  return { text, caret: end, mark: { at: start, isSet: false } };
}

/** The promise of a template moves to the time that was chosen. */
function promised(
  ui: Ui,
  { promise }: ComposerState,
  chosen: RenderedPromise | null,
): ComposerState['promise'] {
  return chosen && newPromise(chosen, promise?.id ?? ui.desk().makeId());
}

/** What a template promises, as a command takes it. */
export function newPromise({ warnBeforeMs, ...given }: RenderedPromise, id: string): NewPromise {
  const promise = { id, ...given };
  return warnBeforeMs === null ? promise : { ...promise, warnBeforeMs };
}
