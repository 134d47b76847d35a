import type { TrayItem } from '../../app/sync/tray/tray-item.ts';
import {
  mySide,
  operationName,
  type TrayWords,
  theirSide,
  whyInTray,
} from '../../i18n/describe-discrepancy.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import { discrepancyPlace, selectedDiscrepancy } from '../model/discrepancies-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { clip, type Line, span, spread, word } from './line.ts';
import { visibleTop } from './list-window.ts';
import type { TimeText } from './time-text.ts';

/** From this width on the two sides stand side by side, else one under the other. */
const BESIDE_FROM = 90;

/** The rows of the tab, and which of them is selected. */
export interface DiscrepancyRows {
  readonly lines: readonly Line[];
  readonly selected: number | undefined;
}

/** What waits for a decision, and the selected one with both its sides. */
export function discrepancyRows(state: UiState, time: TimeText, height: number): DiscrepancyRows {
  const { items } = state.discrepancies;
  const item = selectedDiscrepancy(state.discrepancies);
  if (items === null) return { lines: [], selected: undefined };
  if (item === null) {
    const nothing = [word(`   ${trayTexts(state.language).empty}`, 'muted')];
    return { lines: [[], nothing], selected: undefined };
  }
  const listHeight = listRows(state, height);
  const place = discrepancyPlace(state.discrepancies);
  const top = visibleTop({ top: 0, height: listHeight, total: items.length }, place);
  const list = items.slice(top, top + listHeight).map((one) => itemLine(one, state, time));
  const sides = sideRows(item, state, time);
  const head = headRows(item, state);
  const room = Math.max(1, height - listHeight - 1 - head.length);
  const from = Math.min(state.discrepancies.scroll, Math.max(0, sides.length - room));
  const shown = sides.slice(from, from + room);
  const hidden = sides.length - from - room;
  const last = hidden > 0 ? [...shown.slice(0, -1), moreLine(hidden + 1, state)] : shown;
  return { lines: [...list, rule(state.columns), ...head, ...last], selected: place - top };
}

/** The most rows of the two sides that can be scrolled away. */
export function discrepancyDepth(state: UiState, time: TimeText, height: number): number {
  const item = selectedDiscrepancy(state.discrepancies);
  if (item === null) return 0;
  const listHeight = listRows(state, height);
  const room = height - listHeight - 1 - headRows(item, state).length;
  return Math.max(0, sideRows(item, state, time).length - Math.max(1, room));
}

function listRows({ discrepancies: { items } }: UiState, height: number): number {
  return Math.min(items?.length ?? 0, Math.max(2, Math.floor(height / 3)));
}

function itemLine(item: TrayItem, state: UiState, time: TimeText): Line {
  const t = trayTexts(state.language);
  const { about, mine, kind, written } = item;
  const where = about.number || about.subject || t.noTicket;
  const [first = ''] = written.trim().split('\n');
  const what = operationName(mine.command, state.language);
  const left: Line = [
    word(' ! ', 'warning'),
    span(toSafe(where), 'strong'),
    span(toSafe(`  ${t.kinds[kind]} · ${what}${first === '' ? '' : `: ${first}`}`)),
  ];
  return spread(left, [word(` ${time.at(item.createdAt, state.now)} `, 'muted')], state.columns);
}

function headRows(item: TrayItem, state: UiState): Line[] {
  const { about } = item;
  const t = trayTexts(state.language);
  const name = [about.number, about.subject].filter((part) => part !== '').join('  ');
  const said = `${t.kinds[item.kind]}: ${whyInTray(item, state.language)}`;
  const why = wrap(toSafe(said), state.columns - 2);
  return [
    [span(toSafe(` ${name || t.noTicket}`), 'title')],
    ...why.slice(0, 3).map((row): Line => [span(toSafe(` ${row}`), 'warning')]),
  ];
}

function sideRows(item: TrayItem, state: UiState, time: TimeText): Line[] {
  const t = trayTexts(state.language);
  const words = wordsOf(state, time);
  const { columns } = state;
  const isBeside = columns >= BESIDE_FROM;
  const width = isBeside ? Math.floor((columns - 1) / 2) : columns;
  const mine = side({ title: t.mine, rows: mySide(item, words), text: item.written }, width);
  const their = { title: t.theirs, rows: theirSide(item, words), text: item.theirs?.text ?? '' };
  const theirs = side(their, isBeside ? columns - width - 1 : width);
  if (!isBeside) return [...mine, [], ...theirs];
  return Array.from(
    { length: Math.max(mine.length, theirs.length) },
    (_, i): Line => [...clip(mine[i] ?? [], width), word('│', 'muted'), ...(theirs[i] ?? [])],
  );
}

interface Side {
  readonly title: string;
  readonly rows: readonly string[];
  readonly text: string;
}

function side({ title, rows, text }: Side, width: number): Line[] {
  const room = Math.max(10, width - 3);
  const typed = text.trim() === '' ? [] : wrap(toSafe(text.trimEnd(), { multiline: true }), room);
  return [
    [word(` ${title}`, 'key')],
    ...rows.flatMap((row) =>
      wrap(toSafe(row), room).map((part): Line => [span(toSafe(` ${part}`), 'muted')]),
    ),
    ...typed.map((part): Line => [word(' ▏', 'muted'), span(part)]),
  ];
}

function moreLine(count: number, { language, columns }: UiState): Line {
  return spread([], [word(` ${trayTexts(language).more(count)} `, 'muted')], columns);
}

function wordsOf({ language, statuses, lineNames, now }: UiState, time: TimeText): TrayWords {
  return {
    language,
    at: (ms) => time.at(ms, now),
    status: (code) => statuses.find((rule) => rule.code === code)?.name[language] ?? code,
    line: (code) => lineNames.get(code)?.[language] ?? code,
  };
}
