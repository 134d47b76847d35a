import { type WorkTexts, workTexts } from '../../i18n/work-texts.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { Binding, Context } from '../actions/action.ts';
import { type KeysRow, keysTable } from '../actions/keys-table.ts';
import { type Line, span, word } from '../present/line.ts';
import { contextOf } from './context.ts';
import { openPager } from './overlays.ts';
import { texts, type Ui } from './ui.ts';

/** Shows every key: those that work here first, with the person's own ones. */
export function openHelp(ui: Ui): void {
  openPager(ui, texts(ui).helpTitle, linesOfHelp(ui));
}

/** The rows of the help for where I am. */
export function linesOfHelp(ui: Ui): readonly Line[] {
  const state = ui.store.get();
  return helpLines(ui.bindings(), contextOf(state), workTexts(state.language), (bindings) =>
    keysTable(bindings, state.language),
  );
}

/** The rows of the help: the bindings of one context, then all the others by place. */
export function helpLines(
  bindings: readonly Binding[],
  context: Context,
  w: WorkTexts,
  table: (bindings: readonly Binding[]) => readonly KeysRow[],
): Line[] {
  const here = bindings.filter(({ action }) => action.contexts.includes(context));
  const elsewhere = bindings.filter(({ action }) => !action.contexts.includes(context));
  const own = ownTitles(bindings, table);
  const hereRows = table(here).toSorted((a, b) => Number(isCommon(a, w)) - Number(isCommon(b, w)));
  return [
    heading(`${w.helpHere}: ${w.contexts[context]}`),
    ...hereRows.map((row) => rowLine(row, w, own)),
    ...byPlace(table(elsewhere)).flatMap(([place, rows]) => [
      [],
      heading(place),
      ...rows.map((row) => rowLine(row, w, own)),
    ]),
  ];
}

function isCommon(row: KeysRow, w: WorkTexts): boolean {
  return row.context.startsWith(w.everywhere) || row.context === w.always;
}

function heading(text: string): Line {
  return [word(` ${text}`, 'title')];
}

const KEYS_WIDTH = 26;

function rowLine(row: KeysRow, w: WorkTexts, own: ReadonlySet<string>): Line {
  const keys = row.keys.length > 0 ? row.keys.join('  ') : w.helpNoKey;
  const gap = ' '.repeat(Math.max(2, KEYS_WIDTH - textWidth(keys)));
  const isOwn = own.has(`${row.context}\n${row.title}`);
  return [
    word('   '),
    span(toSafe(keys), row.keys.length > 0 ? 'key' : 'muted'),
    word(`${gap}${row.title}`),
    ...(isOwn ? [word(`  · ${w.helpOwn}`, 'good')] : []),
  ];
}

/** Rows whose keys are not the defaults: somebody chose them. */
function ownTitles(
  bindings: readonly Binding[],
  table: (bindings: readonly Binding[]) => readonly KeysRow[],
): ReadonlySet<string> {
  const changed = bindings.filter(({ action, keys }) => keys.join('\n') !== action.keys.join('\n'));
  return new Set(table(changed).map((row) => `${row.context}\n${row.title}`));
}

function byPlace(rows: readonly KeysRow[]): readonly (readonly [string, readonly KeysRow[]])[] {
  const places = new Map<string, KeysRow[]>();
  for (const row of rows) places.set(row.context, [...(places.get(row.context) ?? []), row]);
  return [...places];
}
