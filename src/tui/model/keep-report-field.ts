import { executeShift } from '../../app/shift/execute-shift.ts';
import type { ReadyHandover } from '../../app/shift-handover/ready-handover.ts';
import { type ReportSection, reportSections, type TicketNote } from '../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { refusalText } from './act.ts';
import type { LeftField } from './form-state.ts';
import { readFieldId } from './shift-report-places.ts';
import { say, type Ui } from './ui.ts';

/**
 * Puts one field of the report where everybody sees it, as soon as the caret leaves it, so that two
 * leads who write at once come together part by part. Gives the text as it stands then.
 */
export function keepReportField(
  ui: Ui,
  ready: ReadyHandover,
  left: LeftField,
): Result<string, string> {
  const command = commandOf(ui, ready, left);
  const typed = left.values[left.fieldId] ?? '';
  if (command === null) return ok(typed);
  const done = executeShift(ui.desk(), ready.shift.id, command);
  if (!done.ok) return fail(refusalText(ui, done.problem));
  if (command.type !== 'write-section') return ok(typed);
  const text = done.value.shift.sections[command.section]?.text ?? typed;
  if (text !== typed) say(ui, shiftReportTexts(ui.store.get().language).form.merged);
  return ok(text);
}

function commandOf(
  ui: Ui,
  ready: ReadyHandover,
  { fieldId, values, before }: LeftField,
): ShiftCommand | null {
  const text = values[fieldId] ?? '';
  const section = reportSections.find((one) => one === fieldId);
  if (section) return sectionCommand(ui, ready, { section, text, base: before });
  const about = readFieldId(fieldId);
  const item = ready.items.find(({ key }) => key === about?.key);
  if (!about || !item?.ticketId) return null;
  const noted = notedBeside(ui, ready, item.ticketId);
  const said = {
    next: { nextAction: text },
    'if-then': { ifThen: text },
    owner: { newOwnerId: text === '' ? null : text },
  }[about.asked];
  return { type: 'note-ticket', note: { ...noted, ...said } };
}

function sectionCommand(
  ui: Ui,
  { shift }: ReadyHandover,
  written: { readonly section: ReportSection; readonly text: string; readonly base: string },
): ShiftCommand {
  const now = ui.desk().shifts.byId(shift.id)?.sections[written.section];
  const isFresh = now === undefined || now.text === written.base;
  // Which change the text was begun over is not known after a restart; that it is an older one is.
  const baseRev = isFresh ? (now?.rev ?? 0) : now.rev - 1;
  return { type: 'write-section', baseRev, ...written };
}

/** What stands beside a ticket now: as somebody wrote it, else as the report has it. */
function notedBeside(
  ui: Ui,
  { shift, report }: ReadyHandover,
  ticketId: string,
): Omit<TicketNote, 'byId' | 'at'> {
  const noted = ui
    .desk()
    .shifts.byId(shift.id)
    ?.notes.find((one) => one.ticketId === ticketId);
  if (noted) {
    const { nextAction, ifThen, contact, newOwnerId } = noted;
    return { ticketId, nextAction, ifThen, contact, newOwnerId };
  }
  const red = report.red.find((row) => row.ticketId === ticketId);
  return {
    ticketId,
    nextAction: red?.nextAction ?? '',
    ifThen: red?.ifThen ?? '',
    contact: red?.contact ?? '',
    newOwnerId: null,
  };
}
