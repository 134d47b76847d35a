import type { Desk } from '../../app/desk/desk.ts';
import { readMoment } from '../../app/desk/read-moment.ts';
import { executeShift } from '../../app/shift/execute-shift.ts';
import { findShiftItem } from '../../app/shift/find-shift.ts';
import { logItem, type NewShiftItem, shiftToLog } from '../../app/shift/log-shift.ts';
import { mustFindTicket } from '../../app/ticket/find-ticket.ts';
import { refusal } from '../../domain/refusal.ts';
import { type Shift, shiftItemKinds } from '../../domain/shift/shift.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { reportTexts } from '../../i18n/report-texts.ts';
import { loadShiftTexts } from '../../i18n/shift-texts.ts';
import { must } from '../../util/must.ts';
import type { CommandInput } from '../command-input.ts';
import { readPerson } from '../read-person.ts';
import { needArgumentText } from '../read-text.ts';
import { RefusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { itemLine } from '../shift-card.ts';
import { itemJson } from '../shift-json.ts';
import { accepted } from '../ticket-command.ts';
import { oneOf } from '../usage-error.ts';
import { shiftOption } from './shift.ts';

/** `smena shift log TEXT [--kind KIND] [--ticket REF] [--until TIME] …`: a line of the log. */
export async function shiftLog(session: Session, input: CommandInput): Promise<void> {
  const text = await needArgumentText(session, input, 0);
  const kind = oneOf(input.value('kind') ?? kindOfOptions(input), shiftItemKinds, '--kind');
  const desk = await session.desk();
  const shift = shiftToLog(desk, shiftOption(desk, input));
  const id = desk.makeId();
  const item = { id, kind, text, ...aboutItem(desk, input) };
  const done = accepted({ desk, ticket: null }, logItem(desk, item, shift)).shift;
  const { number, logged } = placeOf(done, id);
  if (session.output.isJson) {
    const { id: shiftId } = done;
    return session.output.json({
      ...itemJson(desk, logged, number),
      ...{ shift: shiftRef(shiftId), shiftId },
    });
  }
  const texts = await loadShiftTexts(session.language);
  const { itemKinds } = reportTexts(session.language);
  session.output.row(itemLine(desk, logged, { texts, number }));
  session.output.talk(texts.logged(number, itemKinds[kind], shiftRef(done.id)));
}

/** What only a watch item has makes one of it. */
function kindOfOptions(input: CommandInput): string {
  const watching = ['until', 'stop', 'if'].some((name) => input.value(name) !== undefined);
  return watching ? 'watch' : 'remark';
}

function aboutItem(desk: Desk, input: CommandInput): Omit<NewShiftItem, 'id' | 'kind' | 'text'> {
  const [ticket, owner, until] = ['ticket', 'owner', 'until'].map((name) => input.value(name));
  return {
    ticketId: ticket === undefined ? null : mustFindTicket(desk, ticket).id,
    ownerId: owner === undefined ? null : readPerson(desk, owner).id,
    until: until === undefined ? null : futureTime(desk, until),
    stopWhen: input.value('stop') ?? '',
    ifMoves: input.value('if') ?? '',
  };
}

function futureTime(desk: Desk, text: string): number {
  const at = readMoment(desk, text);
  if (at === 'past') throw new RefusedError(refusal('until-in-past'), null);
  return at;
}

function placeOf(shift: Shift, id: string) {
  const place = shift.items.findIndex((one) => one.id === id);
  return { number: place + 1, logged: must(shift.items[place], 'item of the log') };
}

/** `smena shift settle ITEM [--outcome TEXT]`: a line of the log is done with. */
export async function shiftSettle(session: Session, input: CommandInput): Promise<void> {
  const outcome = input.value('outcome') ?? '';
  session.keepText(outcome);
  const desk = await session.desk();
  const { id: shiftId, state } = shiftOption(desk, input);
  const { id: itemId } = findShiftItem(state, input.required(0));
  const done = executeShift(desk, shiftId, { type: 'settle-item', itemId, outcome });
  const { shift } = accepted({ desk, ticket: null }, done);
  const { number, logged } = placeOf(shift, itemId);
  if (session.output.isJson) {
    return session.output.json({
      ...itemJson(desk, logged, number),
      ...{ shift: shiftRef(shiftId), shiftId },
    });
  }
  const texts = await loadShiftTexts(session.language);
  session.output.row(itemLine(desk, logged, { texts, number }));
  session.output.talk(texts.settled(number));
}
