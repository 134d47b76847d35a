import type { Desk } from '../../app/desk/desk.ts';
import { deliverDue } from '../../app/letter/deliver-letters.ts';
import { discardItem } from '../../app/sync/tray/discard-item.ts';
import { editAgain } from '../../app/sync/tray/edit-again.ts';
import { listTray, mustFindInTray } from '../../app/sync/tray/find-in-tray.ts';
import { retryOnCurrent } from '../../app/sync/tray/retry-on-current.ts';
import { sendAsIs } from '../../app/sync/tray/send-as-is.ts';
import type { TrayAction, TrayItem } from '../../app/sync/tray/tray-item.ts';
import { turnIntoNote } from '../../app/sync/tray/turn-into-note.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { describeDeliveryReason } from '../../i18n/delivery-text.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import type { Result } from '../../util/result.ts';
import type { CommandInput } from '../command-input.ts';
import { discrepancyJson, discrepancyLines, discrepancyRow } from '../discrepancy-card.ts';
import { refusedError } from '../refused.ts';
import type { Session } from '../session.ts';

/** `smena sync discrepancies`: everything that waits for a decision. */
export async function listDiscrepancies(session: Session): Promise<void> {
  const desk = await session.desk();
  const items = listTray(desk);
  const { output } = session;
  if (output.isJson) return output.json(items.map((item) => discrepancyJson(desk, item)));
  if (items.length === 0) output.talk(trayTexts(session.language).empty);
  for (const item of items) output.row(discrepancyRow(desk, item));
}

/** `smena sync discrepancies show ID`: both sides and what can be done. */
export async function showDiscrepancy(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const item = mustFindInTray(desk, input.required(0));
  if (session.output.isJson) session.output.json(discrepancyJson(desk, item));
  else session.output.line(discrepancyLines(desk, item));
}

/** `smena sync discrepancies copy ID`: the text as it was typed; changes nothing. */
export async function copyDiscrepancy(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const { id, text } = mustFindInTray(desk, input.required(0));
  if (session.output.isJson) session.output.json({ id, text });
  else session.output.line(text);
}

/** `smena sync discrepancies retry ID`: the same once more, on what stands there now. */
export async function retryDiscrepancy(session: Session, input: CommandInput): Promise<void> {
  await settle(session, input, 'retry', (desk, { id }) => retryOnCurrent(desk, id, 0));
  await deliverDue(await session.desk());
}

/** `smena sync discrepancies send ID`: the text leaves for the customer as it was written. */
export async function sendDiscrepancy(session: Session, input: CommandInput): Promise<void> {
  const done = await settle(session, input, 'send', (desk, { id }) => sendAsIs(desk, id));
  await deliverDue(await session.desk());
  if (done.reason === null) return;
  const reason = describeDeliveryReason(done.reason, session.language);
  session.output.talk(trayTexts(session.language).sendProblem(reason));
}

/** `smena sync discrepancies edit ID`: the text becomes a draft of its ticket. */
export async function editDiscrepancy(session: Session, input: CommandInput): Promise<void> {
  await settle(session, input, 'edit', (desk, { id }) => editAgain(desk, id));
}

/** `smena sync discrepancies note ID`: the text becomes an internal note. */
export async function noteDiscrepancy(session: Session, input: CommandInput): Promise<void> {
  await settle(session, input, 'note', (desk, { id }) => turnIntoNote(desk, id));
}

/** `smena sync discrepancies discard ID`: nothing is done; the text stays in the store. */
export async function discardDiscrepancy(session: Session, input: CommandInput): Promise<void> {
  await settle(session, input, 'discard', (desk, { id }) => discardItem(desk, id));
}

/** Does something about a discrepancy and prints it as it stands then. */
export async function settle<Value>(
  session: Session,
  input: CommandInput,
  action: Exclude<TrayAction, 'copy'>,
  work: (desk: Desk, item: TrayItem) => Result<Value, Refusal>,
): Promise<Value> {
  const desk = await session.desk();
  const item = mustFindInTray(desk, input.required(0));
  const done = work(desk, item);
  if (!done.ok) throw refusedError(desk, done.problem, item.about.number || null);
  const { output } = session;
  if (output.isJson) output.json(discrepancyJson(desk, mustFindInTray(desk, item.id)));
  else output.talk(trayTexts(session.language).done[action]);
  return done.value;
}
