import type { BoardWaiting } from '../../app/board/board.ts';
import type { Figure, FigureCode } from '../../domain/figure/figure.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { Drill } from '../model/board-cell.ts';
import { type BoardPart, type BoardRow, plainPart } from './board-grid.ts';
import { type BoardScene, count, figurePart, toQueue, wrapped } from './board-scene.ts';
import { type Line, span, word } from './line.ts';

/** What came in, what was solved, what is open, how it was kept. */
export function figureRows(scene: BoardScene): readonly BoardRow[] {
  const groups = [
    flowParts(scene),
    keptParts(scene),
    ageParts(scene),
    lineParts(scene),
    waitingParts(scene),
    stuckParts(scene),
  ];
  return groups.flatMap((parts) => wrapped(scene.width, parts));
}

function figureOf({ board }: BoardScene, code: FigureCode): Figure | null {
  return board.past.figures.find((one) => one.code === code && one.of === null) ?? null;
}

/** The tickets that a figure counts; nothing where it counts none. */
function behind(figure: Figure | null): Drill | null {
  return figure === null || figure.denominator === 0 ? null : { to: 'figure', code: figure.code };
}

function flowParts(scene: BoardScene): readonly BoardPart[] {
  const { board, t } = scene;
  const { open, free } = board;
  const counted = (code: FigureCode, id: string, name: string) => {
    const figure = figureOf(scene, code);
    if (figure === null) return [];
    return [figurePart(id, count(name, figure.numerator), 'flow', behind(figure))];
  };
  return [
    ...counted('requests', 'incoming', t.incoming),
    ...counted('resolved', 'solved', t.solved),
    figurePart('open', count(t.inWork, open), 'open', toQueue(t.filters.open)),
    figurePart('free', count(t.free, free, 'warning'), 'open', toQueue(t.filters.free)),
  ];
}

function keptParts(scene: BoardScene): readonly BoardPart[] {
  const { t } = scene;
  const unanswered = figureOf(scene, 'unanswered');
  const late = unanswered?.numerator ?? 0;
  return [
    shareCell(scene, 'sla-met', 'kept', t.kept),
    shareCell(scene, 'promises-kept', 'keptPromises', t.keptPromises),
    figurePart('unanswered', count(t.unanswered, late, 'breach'), 'unanswered', behind(unanswered)),
  ];
}

/** `name 44 of 47`, `name —` when there was nothing to keep. */
function shareCell(
  scene: BoardScene,
  code: FigureCode,
  id: 'kept' | 'keptPromises',
  name: string,
): BoardPart {
  const figure = figureOf(scene, code);
  const isNone = figure === null || figure.denominator === 0;
  const said = isNone ? '—' : scene.t.of(figure.numerator, figure.denominator);
  const line: Line = [word(`${name} `, 'muted'), word(said, isNone ? 'muted' : 'strong')];
  return figurePart(id, line, id, behind(figure));
}

function ageParts({ board, t }: BoardScene): readonly BoardPart[] {
  const cells = board.ages.map(({ code, n }) =>
    figurePart(`age:${code}`, count(t.ageNames[code], n), 'ages', toQueue(t.filters.ages[code])),
  );
  return [plainPart(word(t.ages, 'muted')), ...cells];
}

function lineParts({ board, state, t }: BoardScene): readonly BoardPart[] {
  return board.lines.map(({ line, open, free }) => {
    const name = state.lineNames.get(line)?.[state.language] ?? line;
    const said: Line = [
      span(toSafe(`${name}: `), 'muted'),
      word(String(open), 'strong'),
      ...(free === 0 ? [] : [word(` (${t.lineFree(free)})`, 'warning')]),
    ];
    return figurePart(`line:${line}`, said, 'lines', toQueue(t.filters.line(line)));
  });
}

/** Who waits for whom, with how long the first of them does. */
function waitingParts(scene: BoardScene): readonly BoardPart[] {
  const { board, t } = scene;
  const { onCustomer, onVendor } = board.past;
  return [
    ...waitingCells(scene, onCustomer, 'onCustomer', t.onCustomer),
    ...waitingCells(scene, onVendor, 'onVendor', t.onVendor),
  ];
}

function waitingCells(
  { board, time, t }: BoardScene,
  { n, longest }: BoardWaiting,
  id: 'onCustomer' | 'onVendor',
  name: string,
): readonly BoardPart[] {
  const drill = n > 0 ? toQueue(t.filters[id]) : null;
  const cell = figurePart(id, count(name, n), 'waiting', drill);
  if (longest === null) return [cell];
  const said = t.longest(longest.number, time.length(board.asOf - longest.since));
  const single = { to: 'ticket', ticketId: longest.ticketId } as const;
  const line: Line = [span(toSafe(said))];
  return [cell, { line, cell: { id: `${id}:longest`, drill: single, term: 'waiting' } }];
}

function stuckParts({ board, t }: BoardScene): readonly BoardPart[] {
  const { returned, dragging } = board;
  const { filters } = t;
  return [
    figurePart(
      'returned',
      count(t.returned, returned, 'warning'),
      'returned',
      toQueue(filters.returned),
    ),
    figurePart(
      'dragging',
      count(t.dragging, dragging, 'warning'),
      'dragging',
      toQueue(filters.dragging),
    ),
  ];
}
