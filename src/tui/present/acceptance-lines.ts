import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { pad } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import {
  type AcceptanceScreen,
  answerOf,
  isSettled,
  type OfferedItem,
  owesReadBack,
  placeDone,
  placeRest,
  placesOf,
  progressOf,
} from '../model/acceptance-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { acceptanceDetail } from './acceptance-detail.ts';
import { type AcceptanceDrawing, ownerWords } from './acceptance-drawing.ts';
import { rule } from './entry-lines.ts';
import { type Line, type Span, span, spread, word } from './line.ts';
import { visibleTop } from './list-window.ts';
import type { OverlayRows } from './overlay-lines.ts';
import { priorityGlyphs } from './priority-glyphs.ts';
import type { TimeText } from './time-text.ts';

/** A row of the list; one without a place is a heading. */
interface Row {
  readonly place: string | null;
  readonly line: Line;
}

/** Taking a shift over: the items one below the other, the one at hand in full under them. */
export function acceptanceRows(
  screen: AcceptanceScreen,
  { state, time }: { readonly state: UiState; readonly time: TimeText },
  height: number,
): OverlayRows {
  const drawing = { screen, state, time, w: shiftReportTexts(state.language) };
  const head = headRows(drawing);
  const rows = listRows(drawing);
  const detail = acceptanceDetail(drawing);
  const most = Math.max(3, Math.floor((height - head.length) / 2));
  const below = detail.slice(0, Math.min(detail.length, most));
  const room = Math.max(1, height - head.length - below.length - 1);
  const at = rows.findIndex(({ place }) => place === screen.selected);
  // What was taken stays in sight above, what comes next below.
  const middle = Math.max(0, at - Math.floor(room / 2));
  const top = visibleTop({ top: middle, height: room, total: rows.length }, at);
  const shown = rows.slice(top, top + room).map(({ line }) => line);
  const blank = Array.from({ length: Math.max(0, room - shown.length) }, (): Line => []);
  return {
    lines: [...head, ...shown, ...blank, rule(state.columns), ...below],
    selected: head.length + at - top,
  };
}

function headRows({ screen, state, w }: AcceptanceDrawing): readonly Line[] {
  const { done, all } = progressOf(screen);
  const title = [span(toSafe(` ${w.accept.title(screen.name, screen.from)}`), 'title')];
  const place = [word(` ${w.accept.progress(done, all)} `, 'strong')];
  const late: Line[] = screen.isExpired ? [[word(` ▲ ${w.accept.expired}`, 'warning')]] : [];
  return [spread(title, place, state.columns), ...late, rule(state.columns)];
}

function listRows(drawing: AcceptanceDrawing): readonly Row[] {
  const { screen, w } = drawing;
  const widths = widthsOf(drawing);
  const groups = (['red', 'promise', 'watch'] as const).flatMap((part): Row[] => {
    const items = screen.items.filter(({ item }) => item.part === part);
    if (items.length === 0) return [];
    const heading: Line = [word(` ${w.accept.groups[part]}`, 'muted')];
    return [
      { place: null, line: heading },
      ...items.map((offered) => ({
        place: offered.item.key,
        line: itemLine(offered, drawing, widths),
      })),
    ];
  });
  const rest = placesOf(screen).includes(placeRest) ? [restRow(drawing)] : [];
  return [...groups, ...rest, doneRow(drawing)];
}

/** Cells of the columns on the right, so that they stand one below the other. */
interface Widths {
  readonly due: number;
  readonly owner: number;
}

function widthsOf(drawing: AcceptanceDrawing): Widths {
  const widest = (words: (offered: OfferedItem) => string) =>
    Math.max(0, ...drawing.screen.items.map((offered) => textWidth(words(offered))));
  return {
    due: widest((offered) => dueWords(offered, drawing)),
    owner: widest((offered) => ownerWords(offered, drawing)),
  };
}

function itemLine(offered: OfferedItem, drawing: AcceptanceDrawing, widths: Widths): Line {
  const { screen, state } = drawing;
  const { item, number, about, priority } = offered;
  const answer = answerOf(screen, item.key);
  const isLate = isOver(offered, state.now);
  const left: Span[] = [
    box(answer.isTaken),
    word(`${priority === null ? ' ' : priorityGlyphs[priority]} `, isLate ? 'breach' : 'plain'),
    span(toSafe(number === '' ? '' : `${number}  `), 'strong'),
    span(toSafe(about), answer.isTaken ? 'muted' : 'plain'),
  ];
  const owes = !answer.isTaken && owesReadBack(offered, answer);
  const right: Span[] = [
    word(owes ? ' ✎ ' : '   ', 'warning'),
    span(pad(toSafe(dueWords(offered, drawing)), widths.due), isLate ? 'breach' : 'muted'),
    span(toSafe(`  ${pad(ownerWords(offered, drawing), widths.owner)} `), 'plain'),
  ];
  return spread(left, right, state.columns);
}

function isOver({ dueAt }: OfferedItem, now: number): boolean {
  return dueAt !== null && dueAt < now;
}

function dueWords(offered: OfferedItem, { state, time, w }: AcceptanceDrawing): string {
  const { item, dueAt } = offered;
  if (dueAt === null) return '';
  const said = time.at(dueAt, state.now);
  // What is over was not «by» then any more.
  if (isOver(offered, state.now)) return `▲ ${said}`;
  return item.part === 'watch' ? w.accept.until(said) : w.accept.due(said);
}

function restRow({ screen, w }: AcceptanceDrawing): Row {
  const words = word(w.accept.restRow(screen.rest.length));
  return { place: placeRest, line: [box(isSettled(screen, placeRest)), word('  '), words] };
}

function doneRow({ screen, w }: AcceptanceDrawing): Row {
  const { done, all } = progressOf(screen);
  const left = all - done;
  const said = left > 0 ? w.accept.left(left) : w.accept.doneKey;
  const { remarks } = screen.answers;
  const line: Line = [
    word(' ▌', 'good'),
    word(w.accept.done, left > 0 ? 'muted' : 'strong'),
    word('▐ ', 'good'),
    word(` ${said}`, 'muted'),
    ...(remarks.length > 0 ? [word(` · ${w.accept.remarks(remarks.length)}`, 'muted')] : []),
  ];
  return { place: placeDone, line };
}

function box(isTicked: boolean): Span {
  return word(isTicked ? ' [x] ' : ' [ ] ', isTicked ? 'good' : 'plain');
}
