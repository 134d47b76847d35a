import type { BoardPromise, RedTicket } from '../../app/board/board.ts';
import { fit } from '../../util/text-layout.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import { type BoardRow, plainPart } from './board-grid.ts';
import {
  type BoardScene,
  count,
  figurePart,
  ownerSpan,
  saying,
  spaced,
  toQueue,
} from './board-scene.ts';
import { type Line, span, word } from './line.ts';
import { priorityGlyphs } from './priority-glyphs.ts';
import { timeLeftText } from './time-left-text.ts';

const NUMBER_CELLS = 9;
const OWNER_CELLS = 16;
const MINUTE_MS = 60_000;

/** What burns: three counts, then the worst of them. */
export function redRows(scene: BoardScene): readonly BoardRow[] {
  const { board, t, most } = scene;
  const { red, critical, late, mass } = board;
  if (red.total === 0) return [[figurePart('red', [word(t.nothingRed, 'good')], 'red')]];
  const { filters } = t;
  const head = spaced(
    figurePart('red', [word(`${t.red} `, 'title'), word(String(red.total), 'breach')], 'red'),
    figurePart('critical', count(t.critical, critical), 'critical', toQueue(filters.critical)),
    figurePart('late', count(t.late, late, 'breach'), 'late', toQueue(filters.late)),
    ...(mass === 0 ? [] : [figurePart('mass', count(t.mass, mass), 'mass', toQueue(filters.mass))]),
  );
  // Of what burns one row more is seen where there is little room.
  const rows = red.rows.slice(0, isTight(scene) ? most + 1 : most).map((row) => redRow(scene, row));
  return [head, ...rows, ...moreRow(scene, red.total - rows.length)];
}

function redRow(scene: BoardScene, row: RedTicket): BoardRow {
  const left = row.left ? timeLeftText(row.left, scene.time) : null;
  const due = `${fit(left?.left ?? '', 6, 'right')}${left?.mark ?? '  '}`;
  const line: Line = [
    word(`${priorityGlyphs[row.priority]} `, row.priority === 'P1' ? 'breach' : 'plain'),
    span(literal(fit(toSafe(row.number), NUMBER_CELLS)), 'strong'),
    word(`${due} `, left?.role ?? 'plain'),
    ownerSpan(scene, row, OWNER_CELLS),
    span(toSafe(` ${row.subject}`)),
  ];
  const drill = { to: 'ticket', ticketId: row.ticketId } as const;
  return [{ line, cell: { id: `ticket:${row.ticketId}`, drill, term: null } }];
}

function isTight({ most }: BoardScene): boolean {
  return most <= 2;
}

/** How many are not shown; where there is little room the count above says it. */
function moreRow(scene: BoardScene, count: number): readonly BoardRow[] {
  return count > 0 && !isTight(scene) ? [saying(`  ${scene.t.more(count)}`)] : [];
}

/** What was promised for the next two hours, the nearest first; a silent owner stands above. */
export function promiseRows(scene: BoardScene): readonly BoardRow[] {
  const { board, t, time, most } = scene;
  const { promises, missedPromises, silent, asOf } = board;
  const { filters } = t;
  const name = t.promises(time.clock(asOf + 120 * MINUTE_MS));
  const promised = toQueue(filters.promised);
  const head = spaced(
    figurePart(
      'promises',
      [word(`${name} `, 'title'), word(String(promises.total), 'promise')],
      'promises',
      promises.total > 0 ? promised : null,
    ),
    ...(missedPromises === 0
      ? []
      : [
          figurePart(
            'missed',
            count(t.missed, missedPromises, 'breach'),
            'promises',
            toQueue(filters.missed),
          ),
        ]),
    ...(silent === 0 ? [] : [plainPart(word(`▲ ${t.silent} ${silent}`, 'breach'))]),
  );
  if (promises.total === 0) return [head];
  const ordered = promises.rows.toSorted((a, b) => Number(isSilent(b)) - Number(isSilent(a)));
  const rows = ordered.slice(0, most).map((row) => promiseRow(scene, row));
  return [head, ...rows, ...moreRow(scene, promises.total - rows.length)];
}

function isSilent({ silentSince }: BoardPromise): boolean {
  return silentSince !== null;
}

function promiseRow(scene: BoardScene, row: BoardPromise): BoardRow {
  const { board, time, t } = scene;
  const { asOf } = board;
  const isLate = row.dueAt < asOf;
  const due = isLate ? time.left(row.dueAt - asOf) : time.clock(row.dueAt);
  const isRed = isLate || row.silentSince !== null;
  const silence =
    row.silentSince === null ? '' : ` ${t.silentFor(time.length(asOf - row.silentSince))}`;
  const line: Line = [
    word(isRed ? '▲ ' : '◷ ', isRed ? 'breach' : 'promise'),
    span(literal(fit(toSafe(row.number), NUMBER_CELLS)), 'strong'),
    word(`${fit(due, 6, 'right')}   `, isRed ? 'breach' : 'promise'),
    ownerSpan(scene, row, OWNER_CELLS),
    word(silence, 'breach'),
    span(toSafe(` ${row.text.trim() === '' ? row.subject : row.text}`)),
  ];
  const drill = { to: 'ticket', ticketId: row.ticketId } as const;
  return [{ line, cell: { id: `promise:${row.promiseId}`, drill, term: null } }];
}
