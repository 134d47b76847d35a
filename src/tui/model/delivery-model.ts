import { markSentByHand, retryDelivery } from '../../app/letter/deliver-letters.ts';
import { lastWaitingLetter } from '../../app/letter/list-deliveries.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { afterChange, target } from './act.ts';
import { say, texts, type Ui } from './ui.ts';

/** Notes that the last unsent letter of the ticket went by other means. */
export function noteSentByHand(ui: Ui): void {
  withLetter(ui, (entryId, number) => {
    const w = workTexts(ui.store.get().language);
    if (!markSentByHand(ui.desk(), entryId)) {
      return say(ui, w.retryProblems['already-sent'], 'problem');
    }
    afterChange(ui);
    say(ui, w.toastByHand(number));
  });
}

/** Puts the last unsent letter of the ticket on its way again. */
export function sendAgain(ui: Ui): void {
  withLetter(ui, (entryId, number) => {
    const w = workTexts(ui.store.get().language);
    const done = retryDelivery(ui.desk(), entryId);
    if (!done.ok) return say(ui, w.retryProblems[done.problem], 'problem');
    afterChange(ui);
    say(ui, w.toastRetry(number));
  });
}

function withLetter(ui: Ui, use: (entryId: string, number: string) => void): void {
  const id = target(ui);
  const ticket = id ? ui.desk().tickets.byId(id) : null;
  if (!ticket) return say(ui, texts(ui).disabledNoTicket, 'problem');
  const letter = lastWaitingLetter(ui.desk(), ticket.id);
  if (!letter) return say(ui, workTexts(ui.store.get().language).noLetter, 'problem');
  use(letter.entryId, ticket.number);
}
