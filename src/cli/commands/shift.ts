import type { Desk } from '../../app/desk/desk.ts';
import { type FoundShift, found } from '../../app/shift/current-shift.ts';
import { executeShift } from '../../app/shift/execute-shift.ts';
import { findShift } from '../../app/shift/find-shift.ts';
import { listShifts } from '../../app/shift/list-shifts.ts';
import { openShift } from '../../app/shift/open-shift.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { reportTexts } from '../../i18n/report-texts.ts';
import { loadShiftTexts } from '../../i18n/shift-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { readPerson } from '../read-person.ts';
import type { Session } from '../session.ts';
import { shiftCard, shiftHead } from '../shift-card.ts';
import { tellExpired } from '../shift-handover.ts';
import { nameIn, shiftHeadJson, shiftJson, stateOf } from '../shift-json.ts';
import { accepted } from '../ticket-command.ts';
import { calendarDay } from '../usage-error.ts';

/** The shift of `--shift`, else the current one. */
export function shiftOption(desk: Desk, input: CommandInput): FoundShift {
  return findShift(desk, input.value('shift') ?? 'current');
}

/** `smena shift open [--name TEXT] [--hours FROM-TO] [--line CODE] [--lead PERSON]`. */
export async function shiftOpen(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const lead = input.value('lead');
  const order = {
    name: input.value('name'),
    hours: input.value('hours'),
    line: input.value('line'),
    lead: lead === undefined ? undefined : readPerson(desk, lead),
  };
  const { shift } = accepted({ desk, ticket: null }, openShift(desk, order));
  if (session.output.isJson) return session.output.json(shiftJson(desk, found(shift)));
  const texts = await loadShiftTexts(session.language);
  session.output.row(shiftHead(desk, found(shift), texts));
  const asked = order.lead?.id ?? desk.me.id;
  const ref = shiftRef(shift.id);
  const nameOf = (id: string | null) => nameIn(desk, id) ?? texts.noLead;
  session.output.talk(
    shift.leadId === asked
      ? texts.opened(ref)
      : texts.joined(ref, nameOf(shift.leadId), nameOf(asked)),
  );
}

/** `smena shift close [--shift REF]`. */
export async function shiftClose(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const { id } = shiftOption(desk, input);
  const done = executeShift(desk, id, { type: 'close-shift' });
  const { shift } = accepted({ desk, ticket: null }, done);
  if (session.output.isJson) return session.output.json(shiftJson(desk, found(shift)));
  const texts = await loadShiftTexts(session.language);
  session.output.row(texts.closed(shiftRef(shift.id)));
  if (shift.handovers.length === 0) session.output.talk(texts.notSubmitted);
}

/** `smena shift status [--shift REF]`: people, log and sections. */
export async function shiftStatus(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  await tellExpired(session, desk);
  const shift = shiftOption(desk, input);
  if (session.output.isJson) return session.output.json(shiftJson(desk, shift));
  const texts = await loadShiftTexts(session.language);
  for (const line of shiftCard(desk, shift, texts)) session.output.line(line);
}

/** `smena shift list [--from DAY] [--to DAY]`: the shifts that somebody opened. */
export async function shiftList(session: Session, input: CommandInput): Promise<void> {
  const day = (name: string) => {
    const text = input.value(name);
    return text === undefined ? null : calendarDay(text, `--${name}`);
  };
  const desk = await session.desk();
  const shifts = listShifts(desk, { from: day('from'), to: day('to') });
  const { output } = session;
  if (output.isJson) return output.json(shifts.map((head) => shiftHeadJson(desk, head)));
  const texts = await loadShiftTexts(session.language);
  if (shifts.length === 0) return output.talk(texts.noShifts);
  const { states } = reportTexts(session.language);
  for (const head of shifts) {
    const { id, openedAt, closedAt, leadId, handover } = head;
    const lead = nameIn(desk, leadId) ?? texts.noLead;
    const at = moment(closedAt ?? openedAt, desk);
    const state = stateOf(head) === 'closed' ? texts.states.closed : texts.states.open;
    const report = handover === null ? [] : [states[handover]];
    output.row([shiftRef(id), state(at, lead), ...report].join(' · '));
  }
}
