import type { Desk } from '../../app/desk/desk.ts';
import { handoverMetrics } from '../../app/shift-handover/handover-metrics.ts';
import { lastHandover } from '../../domain/shift/last-handover.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { shiftName } from '../present/shift-name.ts';
import { createTimeText } from '../present/time-text.ts';
import { refusalText } from './act.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { openReading, whyNotRead } from './shift-reading-model.ts';
import { say, type Ui } from './ui.ts';

const DAY_MS = 86_400_000;
const LOOK_BACK_MS = 60 * DAY_MS;
const MOST = 30;

/** The past shifts, the latest first: how each was handed over, and its report. */
export function openHistory(ui: Ui): void {
  const why = whyNotRead(ui);
  if (why) return say(ui, refusalText(ui, why), 'problem');
  const past = pastShifts(ui.desk());
  const { reading: w } = shiftReportTexts(ui.store.get().language);
  if (past.length === 0) return say(ui, w.noHistory);
  openPicker(ui, {
    purpose: 'shift-history',
    title: w.history,
    isSearchable: true,
    choices: past.map((shift) => choiceOf(ui, shift)),
    choose: ({ id }) => {
      const shift = past.find((one) => one.id === id);
      if (shift) openReading(ui, id, lastHandover(shift)?.revision ?? null, list);
    },
  });
  const list = ui.store.get().overlay;
}

function pastShifts(desk: Desk): readonly Shift[] {
  const now = desk.clock.now();
  return desk.shifts
    .list(now - LOOK_BACK_MS, now)
    .toReversed()
    .slice(0, MOST)
    .flatMap(({ id }) => desk.shifts.byId(id) ?? []);
}

function choiceOf(ui: Ui, shift: Shift): Choice {
  const { language, timeZone, now } = ui.store.get();
  const { reading: w } = shiftReportTexts(language);
  const time = createTimeText(timeZone, language);
  const name = shiftName(shift, { time, now, language });
  const lead = ui.desk().people.person(shift.leadId ?? '')?.name ?? '';
  const handover = lastHandover(shift);
  const took = handover && handoverMetrics(handover, shift).acceptedAfterMs;
  const said = [
    handover ? w.states[handover.state] : w.states.draft,
    ...(took === null ? [] : [w.tookTime(time.length(took))]),
  ];
  const label = lead === '' ? name : `${name} · ${lead}`;
  return { id: shift.id, label, detail: said.join(' · '), disabled: null };
}
