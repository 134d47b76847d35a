import type { Desk } from '../../app/desk/desk.ts';
import type { FoundShift } from '../../app/shift/current-shift.ts';
import { findShift } from '../../app/shift/find-shift.ts';
import {
  type AcceptedShift,
  type AcceptOrder,
  acceptShift,
} from '../../app/shift-handover/accept-shift.ts';
import { viewHandover } from '../../app/shift-handover/handover-view.ts';
import { orderToAccept } from '../../app/shift-handover/read-handover-file.ts';
import { handoverToAccept, shiftToSubmit } from '../../app/shift-handover/waiting-handovers.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { fill } from '../../i18n/fill.ts';
import {
  loadShiftHandoverTexts,
  type ShiftHandoverTexts,
} from '../../i18n/shift-handover-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import {
  askedFile,
  askedShift,
  mustBeRight,
  showHandover,
  tellExpired,
} from '../shift-handover.ts';
import { personNames } from '../shift-handover-json.ts';
import { accepted } from '../ticket-command.ts';

/** `smena handover accept`: takes a shift over, item by item as a file says. */
export async function handoverAccept(session: Session, input: CommandInput): Promise<void> {
  const remark = await readText(session, input, 'remark');
  const paper = await askedFile(session, input, shiftToAccept);
  const desk = await session.desk();
  await tellExpired(session, desk);
  const shift = findShift(
    desk,
    (paper?.shift ?? askedShift(desk, input) ?? shiftToAccept(desk)).id,
  );
  const written = paper
    ? await mustBeRight(session, orderToAccept(desk, { ...paper, shift }))
    : wholeOrder(shift);
  const own = remark?.trim() ? [{ kind: 'remark' as const, text: remark }] : [];
  const order = { ...written, remarks: [...written.remarks, ...own] };
  const done = accepted({ desk, ticket: null }, acceptShift(desk, shift, order));
  if (session.output.isJson) {
    const view = viewHandover(desk, findShift(desk, shift.id), order.revision);
    return showHandover(session, desk, view, doneJson(desk, done));
  }
  const texts = await loadShiftHandoverTexts(session.language);
  for (const line of doneLines(desk, shift, done, texts)) session.output.row(line);
}

function shiftToAccept(desk: Desk): FoundShift {
  return handoverToAccept(desk)?.shift ?? shiftToSubmit(desk);
}

/** Without a file there is nothing to be said one by one: what has to be is refused by the rules. */
function wholeOrder({ state }: FoundShift): AcceptOrder {
  const revision = state?.handovers.at(-1)?.revision ?? 1;
  return { revision, answers: [], isRestAccepted: true, remarks: [] };
}

function doneJson(desk: Desk, { moved, kept, isSecond, carriedTo }: AcceptedShift) {
  const nameOf = personNames(desk);
  return {
    isSecond,
    moved: moved.map(({ ticketId, number, fromId, toId }) => {
      const from = { from: nameOf(fromId), fromId };
      return { ticket: number, ticketId, ...from, to: nameOf(toId), toId };
    }),
    kept: kept.map(({ ticketId, number, fromId }) => {
      return { ticket: number, ticketId, owner: nameOf(fromId), ownerId: fromId };
    }),
    carriedTo: carriedTo === null ? null : shiftRef(carriedTo),
    carriedToId: carriedTo,
  };
}

function doneLines(
  desk: Desk,
  { id }: FoundShift,
  { moved, kept, isSecond, carriedTo }: AcceptedShift,
  { done, nobody }: ShiftHandoverTexts,
): readonly string[] {
  const nameOf = personNames(desk);
  const name = (personId: string | null) => nameOf(personId) ?? nobody;
  return [
    fill(isSecond ? done.second : done.accepted, { shift: shiftRef(id) }),
    ...moved.map(({ number, fromId, toId }) => {
      return fill(done.moved, { ticket: number, from: name(fromId), to: name(toId) });
    }),
    ...kept.map(({ number, fromId }) => {
      return fill(done.kept, { ticket: number, owner: name(fromId) });
    }),
    ...(carriedTo === null ? [] : [fill(done.carried, { shift: shiftRef(carriedTo) })]),
  ];
}
