import type { Language } from '../../domain/vocabulary.ts';
import { actionTitle } from '../../i18n/action-titles.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { keyName } from '../present/footer-line.ts';
import { type Binding, type Context, contexts, tabContexts, textContexts } from './action.ts';

/** One thing that can be done: where, by which keys, what it is called. */
export interface KeysRow {
  readonly context: string;
  readonly keys: readonly string[];
  readonly title: string;
}

/** Every binding as a table, grouped by the place where it works. */
export function keysTable(bindings: readonly Binding[], language: Language): readonly KeysRow[] {
  const rows = new Map<string, KeysRow & { readonly order: number }>();
  for (const { action, keys } of bindings) {
    const context = placeName(action.contexts, language);
    const title = actionTitle(action.title, language);
    const id = `${context}\n${title}`;
    const known = rows.get(id)?.keys ?? [];
    const all = [...new Set([...known, ...keys.map(keyName)])];
    rows.set(id, { context, keys: all, title, order: placeOrder(action.contexts) });
  }
  return [...rows.values()]
    .toSorted((a, b) => a.order - b.order)
    .map(({ context, keys, title }) => ({ context, keys: shortDigits(keys), title }));
}

/**
 * The same table in Markdown, as the README has it between its marks: what is done by the same
 * keys in several places stands in one row.
 */
export function keysMarkdown(bindings: readonly Binding[], language: Language): string {
  const [where, keys, what] = workTexts(language).keysTableHead;
  const rows = new Map<string, { readonly places: string[]; readonly row: KeysRow }>();
  for (const row of keysTable(bindings, language)) {
    const id = `${row.title}\n${row.keys.join('\n')}`;
    const known = rows.get(id);
    if (known) known.places.push(row.context);
    else rows.set(id, { places: [row.context], row });
  }
  const lines = [...rows.values()].map(({ places, row }) => {
    const typed = row.keys.map((key) => `\`${key.replaceAll('|', '\\|')}\``).join(' ');
    return `| ${[...new Set(places)].join(', ')} | ${typed || '—'} | ${row.title} |`;
  });
  return [`| ${where} | ${keys} | ${what} |`, '|---|---|---|', ...lines].join('\n');
}

/** Contexts that are one to a person: «everywhere», «always», or the names of the places. */
export function placeName(places: readonly Context[], language: Language): string {
  const w = workTexts(language);
  const isAll = (some: Iterable<Context>) => [...some].every((place) => places.includes(place));
  if (isAll(contexts)) return w.always;
  if (isAll(textContexts) && places.length === textContexts.size) return w.textFields;
  const isEverywhere = isAll(tabContexts);
  const named = isEverywhere ? places.filter((place) => !tabContexts.includes(place)) : places;
  const names = named.map((place) => w.contexts[place]);
  return [...(isEverywhere ? [w.everywhere] : []), ...names].join(', ');
}

function placeOrder(places: readonly Context[]): number {
  if (tabContexts.every((tab) => places.includes(tab))) return 0;
  const first = Math.min(...places.map((place) => contexts.indexOf(place)));
  return 1 + first * contexts.length + places.length;
}

/** Nine digits in a row are told in short. */
function shortDigits(keys: readonly string[]): readonly string[] {
  const digits = keys.filter((key) => /^\d$/.test(key));
  if (digits.length < 3) return keys;
  const range = `${digits[0]}…${digits.at(-1)}`;
  return [...keys.filter((key) => !/^\d$/.test(key)), range];
}
