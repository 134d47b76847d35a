import type { Desk } from '../../app/desk/desk.ts';
import type { FoundShift } from '../../app/shift/current-shift.ts';
import { findShift } from '../../app/shift/find-shift.ts';
import { remarkShift, returnShift } from '../../app/shift-handover/answer-shift.ts';
import { viewHandover } from '../../app/shift-handover/handover-view.ts';
import { handoverToAnswer } from '../../app/shift-handover/waiting-handovers.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { fill } from '../../i18n/fill.ts';
import {
  loadShiftHandoverTexts,
  type ShiftHandoverTexts,
} from '../../i18n/shift-handover-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { readStandardInput, readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { askedRevision, askedShift, showHandover } from '../shift-handover.ts';
import { accepted } from '../ticket-command.ts';

/** `smena handover return --reason TEXT`: sends a hand-over back with what is missing. */
export async function handoverReturn(session: Session, input: CommandInput): Promise<void> {
  const reason = (await readText(session, input, 'reason')) ?? '';
  const desk = await session.desk();
  const shift = askedShift(desk, input) ?? handoverToAnswer(desk);
  const revision = lastRevision(shift);
  accepted({ desk, ticket: null }, returnShift(desk, shift, { revision, reason }));
  await printDone(session, desk, { shift, revision, done: 'returned' });
}

/** `smena handover remark TEXT`: says something about a hand-over, also long after it. */
export async function handoverRemark(session: Session, input: CommandInput): Promise<void> {
  const given = input.required(0);
  const text = given === '-' ? await readStandardInput(session) : given;
  session.keepText(text);
  const desk = await session.desk();
  const shift = askedShift(desk, input) ?? handoverToAnswer(desk);
  const revision = askedRevision(input) ?? lastRevision(shift);
  const kind = input.has('surprise') ? 'surprise' : input.has('question') ? 'question' : 'remark';
  accepted({ desk, ticket: null }, remarkShift(desk, shift, { revision, kind, text }));
  await printDone(session, desk, { shift, revision, done: 'remarked' });
}

function lastRevision({ state }: FoundShift): number {
  return state?.handovers.at(-1)?.revision ?? 1;
}

interface Done {
  readonly shift: FoundShift;
  readonly revision: number;
  readonly done: keyof Pick<ShiftHandoverTexts['done'], 'returned' | 'remarked'>;
}

async function printDone(
  session: Session,
  desk: Desk,
  { shift, revision, done }: Done,
): Promise<void> {
  if (session.output.isJson) {
    return showHandover(session, desk, viewHandover(desk, findShift(desk, shift.id), revision));
  }
  const texts = await loadShiftHandoverTexts(session.language);
  session.output.line(fill(texts.done[done], { shift: shiftRef(shift.id) }));
}
