import { viewHandover } from '../../app/shift-handover/handover-view.ts';
import { handoverToAccept, shiftToSubmit } from '../../app/shift-handover/waiting-handovers.ts';
import type { CommandInput } from '../command-input.ts';
import { mustReadReports } from '../read-reports.ts';
import type { Session } from '../session.ts';
import { askedRevision, askedShift, showHandover, tellExpired } from '../shift-handover.ts';

/** `smena handover show`: what waits for me, else what I would hand over. */
export async function handoverShow(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustReadReports(desk);
  await tellExpired(session, desk);
  const asked = askedShift(desk, input);
  const shift = asked ?? handoverToAccept(desk)?.shift ?? shiftToSubmit(desk);
  await showHandover(session, desk, viewHandover(desk, shift, askedRevision(input)));
}
