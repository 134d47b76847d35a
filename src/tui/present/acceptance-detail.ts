import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import {
  actionOf,
  answerOf,
  type OfferedItem,
  offeredAt,
  owesReadBack,
  placeRest,
} from '../model/acceptance-state.ts';
import type { Role } from '../theme/theme.ts';
import { type AcceptanceDrawing, ownerWords } from './acceptance-drawing.ts';
import { type Line, span, spread, word } from './line.ts';

/** The place at hand in full: what comes next with it, who has it, what was said. */
export function acceptanceDetail(drawing: AcceptanceDrawing): readonly Line[] {
  const { screen } = drawing;
  const offered = offeredAt(screen, screen.selected);
  if (offered) return itemDetail(offered, drawing);
  return screen.selected === placeRest ? restDetail(drawing) : remarkRows(drawing);
}

function itemDetail(offered: OfferedItem, drawing: AcceptanceDrawing): readonly Line[] {
  const { screen, w } = drawing;
  const { item, number, about, contact, stopWhen } = offered;
  const answer = answerOf(screen, item.key);
  const action = actionOf(offered, answer);
  const isUnsaid = action === '' && item.part === 'red';
  const isChanged = answer.nextAction !== null && answer.nextAction !== item.nextAction;
  const name = wrapped([number, about].filter(Boolean).join('  '), drawing, 'title');
  const rows: readonly (readonly [string, string, Role?])[] = [
    [w.accept.next + (isChanged ? ` (${w.accept.changed})` : ''), action],
    [w.accept.next, isUnsaid ? w.accept.noNext : '', 'warning'],
    [w.accept.ifThen, item.ifThen],
    [w.accept.stopWhen, stopWhen],
    [w.accept.contact, contact],
    [w.accept.readBack, answer.readBack, 'good'],
  ];
  const owes = owesReadBack(offered, answer);
  return [
    ...name,
    ...rows.flatMap(([label, text, role]) => labelledRows(label, text, drawing, role)),
    ...(owes ? [[word(` ✎ ${w.accept.owesReadBack}`, 'warning')]] : []),
    ...(number === '' ? [] : remarkRows(drawing, `${number}: `)),
  ];
}

function restDetail(drawing: AcceptanceDrawing): readonly Line[] {
  const { screen, state, time, w } = drawing;
  const most = Math.max(3, Math.floor(state.rows / 3));
  const shown = screen.rest.slice(0, most);
  const hidden = screen.rest.length - shown.length;
  const dueWords = (at: number) => {
    const said = time.at(at, state.now);
    return at < state.now ? `▲ ${said}` : w.accept.due(said);
  };
  const rows = shown.map((offered): Line => {
    const { number, about, dueAt } = offered;
    const due = dueAt === null ? '' : ` ${dueWords(dueAt)}`;
    const right = [span(toSafe(`${due}  ${ownerWords(offered, drawing)} `), 'muted')];
    const left = [span(toSafe(` ${number}  `), 'strong'), span(toSafe(about))];
    return spread(left, right, state.columns);
  });
  return hidden > 0 ? [...rows, [word(` ${w.accept.restMore(hidden)}`, 'muted')]] : rows;
}

/** What was remarked so far: beside an item what begins with its name. */
function remarkRows(drawing: AcceptanceDrawing, about = ''): readonly Line[] {
  const { screen, w } = drawing;
  const said = screen.answers.remarks.filter((text) => text.startsWith(about));
  return said.flatMap((text) => labelledRows(w.accept.remarkField, text, drawing));
}

function labelledRows(
  label: string,
  text: string,
  { state }: AcceptanceDrawing,
  role: Role = 'plain',
): readonly Line[] {
  if (text === '') return [];
  const head = ` ${label}: `;
  const rows = wrap(toSafe(`${head}${text}`), state.columns - 2);
  return rows.map((row, i): Line => {
    if (i > 0) return [word('   '), span(row, role)];
    return [span(toSafe(head), 'muted'), span(toSafe(row.slice(head.length)), role)];
  });
}

function wrapped(text: string, { state }: AcceptanceDrawing, role: Role): readonly Line[] {
  return wrap(toSafe(text), state.columns - 2).map((row): Line => [word(' '), span(row, role)]);
}
