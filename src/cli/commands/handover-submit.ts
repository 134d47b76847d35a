import { findShift } from '../../app/shift/find-shift.ts';
import { viewHandover } from '../../app/shift-handover/handover-view.ts';
import { orderToSubmit } from '../../app/shift-handover/read-handover-file.ts';
import { type SubmitOrder, submitShift } from '../../app/shift-handover/submit-shift.ts';
import { shiftToSubmit } from '../../app/shift-handover/waiting-handovers.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { fill } from '../../i18n/fill.ts';
import { loadShiftHandoverTexts } from '../../i18n/shift-handover-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { readPerson } from '../read-person.ts';
import type { Session } from '../session.ts';
import { askedFile, askedShift, mustBeRight, showHandover } from '../shift-handover.ts';
import { personNames } from '../shift-handover-json.ts';
import { accepted } from '../ticket-command.ts';

const asItStands: SubmitOrder = { toId: null, override: '' };

/** `smena handover submit`: hands the shift over, with what a file says or as it stands. */
export async function handoverSubmit(session: Session, input: CommandInput): Promise<void> {
  const paper = await askedFile(session, input, shiftToSubmit);
  const desk = await session.desk();
  const shift = paper?.shift ?? askedShift(desk, input) ?? shiftToSubmit(desk);
  const written = paper ? await mustBeRight(session, orderToSubmit(desk, paper)) : asItStands;
  const to = input.value('to');
  const order = {
    ...written,
    toId: to === undefined ? written.toId : readPerson(desk, to).id,
    override: input.value('override') ?? written.override,
  };
  const { revision, toId } = accepted({ desk, ticket: null }, submitShift(desk, shift, order));
  if (session.output.isJson) {
    return showHandover(session, desk, viewHandover(desk, findShift(desk, shift.id)));
  }
  const texts = await loadShiftHandoverTexts(session.language);
  const who = personNames(desk)(toId) ?? texts.anybody;
  const params = { shift: shiftRef(shift.id), revision, to: who };
  session.output.line(fill(texts.done.submitted, params));
}
