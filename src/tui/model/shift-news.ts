import { expireHandovers } from '../../app/shift-handover/expire-handovers.ts';
import { lastHandover } from '../../domain/shift/last-handover.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { shiftName } from '../present/shift-name.ts';
import { createTimeText } from '../present/time-text.ts';
import { refreshOffer } from './shift-offer.ts';
import { say, type Ui } from './ui.ts';

const DAY_MS = 86_400_000;

/** Tells once what became of a hand-over: nobody accepted it in time, or mine came back. */
export function tellShiftNews(ui: Ui): void {
  const desk = ui.desk();
  const { told: w } = shiftReportTexts(ui.store.get().language).accept;
  const news = expireHandovers(desk).map(({ shift, handover }) => {
    const isMine = handover.byId === desk.me.id || shift.state?.leadId === desk.me.id;
    return (isMine ? w.expiredOut : w.expiredIn)(nameOf(ui, shift.plan));
  });
  const [first] = [...news, ...returnedNews(ui)];
  refreshOffer(ui);
  if (first !== undefined) say(ui, first, 'problem');
}

function returnedNews(ui: Ui): readonly string[] {
  const desk = ui.desk();
  const now = desk.clock.now();
  const returned = desk.shifts
    .list(now - DAY_MS, now + DAY_MS)
    .filter(({ handover }) => handover === 'returned');
  return returned.flatMap(({ id }) => {
    const shift = desk.shifts.byId(id);
    const last = shift && lastHandover(shift);
    const isMine = [last?.byId, shift?.leadId].includes(desk.me.id);
    const key = `told-returned/${id}/${last?.revision}/${desk.me.id}`;
    if (!last || !isMine || desk.meta.get(key) !== null) return [];
    desk.meta.set(key, '1');
    const { told: w } = shiftReportTexts(ui.store.get().language).accept;
    return [w.returned(nameOf(ui, shift), last.reason)];
  });
}

function nameOf(ui: Ui, plan: Parameters<typeof shiftName>[0]): string {
  const { language, timeZone, now } = ui.store.get();
  return shiftName(plan, { time: createTimeText(timeZone, language), now, language });
}
