import type { Desk } from '../../app/desk/desk.ts';
import { handoverToAccept } from '../../app/shift-handover/waiting-handovers.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import type { PaneOffer } from './shift-report-state.ts';
import { say, type Ui } from './ui.ts';

/** Reads whether a hand-over waits for me: every tab says so, and a new one is told once. */
export function refreshOffer(ui: Ui): void {
  const { shift, language, tab } = ui.store.get();
  const offer = readOffer(ui.desk());
  const isSame = JSON.stringify(offer) === JSON.stringify(shift.offer);
  if (isSame) return;
  ui.store.set({ shift: { ...shift, offer } });
  const isNew =
    offer?.shiftId !== shift.offer?.shiftId || offer?.revision !== shift.offer?.revision;
  // In its own tab it stands below the board anyhow.
  if (offer && isNew && tab !== 'shift')
    say(ui, shiftReportTexts(language).accept.offer(offer.from));
}

function readOffer(desk: Desk): PaneOffer | null {
  const waiting = handoverToAccept(desk);
  if (!waiting) return null;
  const { shift, handover } = waiting;
  return {
    shiftId: shift.id,
    revision: handover.revision,
    from: desk.people.person(handover.byId)?.name ?? handover.byId,
    submittedAt: handover.submittedAt,
    isExpired: handover.state === 'expired',
    items: handover.items.length,
  };
}
