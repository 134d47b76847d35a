import { undoWindowMs } from '../../app/letter/send-reply.ts';
import { diffWords, reviewsOf } from '../../app/supervision/compare-reply.ts';
import { goodsOfDraft } from '../../app/supervision/draft-goods.ts';
import { sendReviewed } from '../../app/supervision/send-reviewed.ts';
import { isMentoring, type Review, waitingReview } from '../../domain/supervision/supervision.ts';
import { type SupervisionTexts, supervisionTexts } from '../../i18n/supervision-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf } from '../input/text-history.ts';
import { type Line, span, word } from '../present/line.ts';
import { wrapSpans } from '../present/styled-text.ts';
import { actOnTargets, oneTicket, refusalText } from './act.ts';
import { saveComposer } from './composer-draft.ts';
import { openComposer } from './composer-model.ts';
import { runFromForm } from './form-command.ts';
import { openForm } from './form-model.ts';
import { longField } from './handover-model.ts';
import { openPager } from './overlays.ts';
import { showSent } from './send-model.ts';
import { say, type Ui } from './ui.ts';

function words(ui: Ui): SupervisionTexts {
  return supervisionTexts(ui.store.get().language);
}

/** The reply that waits on the ticket at hand. */
function reviewAtHand(ui: Ui): { readonly ticketId: string; readonly review: Review } | null {
  const ticket = oneTicket(ui);
  const review = ticket && waitingReview(ticket);
  return ticket && review ? { ticketId: ticket.id, review } : null;
}

/** Whether a reply waits here that is mine to look through. */
export function hasReview(ui: Ui): boolean {
  return whyNoReview(ui) === null;
}

/** Why there is nothing for me to look through; null when there is. */
export function whyNoReview(ui: Ui): string | null {
  const found = reviewAtHand(ui);
  if (!found) return words(ui).nothingOnReview;
  const { me } = ui.desk();
  return isMentoring(me) && found.review.byId !== me.id ? null : words(ui).notMentor;
}

/** Whether my own reply waits here. */
export function hasOwnReview(ui: Ui): boolean {
  return reviewAtHand(ui)?.review.byId === ui.desk().me.id;
}

/** Sends the reply as its author wrote it; it can be taken back like any other. */
export function sendAsIs(ui: Ui): void {
  const found = reviewAtHand(ui);
  if (!found) return;
  const { ticketId, review } = found;
  const desk = ui.desk();
  const undoMs = undoWindowMs(desk, ticketId);
  const order = { ticketId, reviewId: review.id, text: review.draft.text, undoMs };
  const done = sendReviewed(desk, order);
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  showSent(ui, done.value, undoMs);
}

/** Opens the reply to be changed before it goes; a draft of one's own that stands there stays below. */
export function editReviewed(ui: Ui): void {
  const found = reviewAtHand(ui);
  if (!found) return;
  const { ticketId, review } = found;
  openComposer(ui, ticketId, 'reply');
  const { composer } = ui.store.get();
  if (!composer || composer.reviewId === review.id) return;
  const own = composer.history.present.text.trim();
  const text = own === '' ? review.draft.text : `${review.draft.text}\n\n${own}`;
  const history = historyOf(bufferOf(text, review.draft.text.length));
  const goods = { ...goodsOfDraft(review.draft), reviewId: review.id };
  ui.store.set({ composer: { ...composer, ...goods, history, savedAt: null } });
  saveComposer(ui);
}

/** Gives the reply back to its author with what is to be changed. */
export function returnReview(ui: Ui): void {
  const found = reviewAtHand(ui);
  if (!found) return;
  const { ticketId, review } = found;
  const w = words(ui);
  openForm(ui, {
    id: 'return-review',
    title: w.returnTitle(numberOf(ui, ticketId)),
    intro: () =>
      wrapSpans([span(toSafe(review.draft.text, { multiline: true }))], ui.store.get().columns - 4),
    fields: [longField('remark', w.remark, { hint: w.remarkHint })],
    submitTitle: w.returnSubmit,
    ticketId,
    submit: (values) =>
      runFromForm(ui, [ticketId], {
        command: { type: 'return-review', reviewId: review.id, remark: values['remark'] ?? '' },
        done: w.returned,
      }),
  });
}

/** Takes my own reply back before anybody has sent it. */
export function withdrawReview(ui: Ui): void {
  const found = reviewAtHand(ui);
  if (!found) return;
  const command = { type: 'withdraw-review', reviewId: found.review.id } as const;
  actOnTargets(ui, [found.ticketId], command, words(ui).withdrawn);
}

/** Whether the last reply that went through a mentor here was changed. */
export function hasChanges(ui: Ui): boolean {
  return (oneTicket(ui)?.review?.sentText ?? null) !== null;
}

/** Shows what mentors changed in replies of this ticket, word by word, the last one first. */
export function compareReviewed(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  const w = words(ui);
  const changed = reviewsOf(ui.desk(), ticket.id).filter(({ sentText }) => sentText !== null);
  if (changed.length === 0) return say(ui, w.nothingToCompare, 'problem');
  const width = ui.store.get().columns - 2;
  const lines = changed.toReversed().flatMap((review) => [...comparison(review, w, width), []]);
  openPager(ui, w.compareTitle(ticket.number), lines);
}

function comparison({ draft, sentText }: Review, w: SupervisionTexts, width: number): Line[] {
  const roles = { ' ': 'plain', '-': 'breach', '+': 'good' } as const;
  const marks = { ' ': ['', ''], '-': ['[-', '-]'], '+': ['{+', '+}'] } as const;
  // The signs say it without colours, too.
  const spans = diffWords(draft.text, sentText ?? '').map(({ sign, text }) => {
    return span(toSafe(marks[sign].join(text), { multiline: true }), roles[sign]);
  });
  const key: Line = [word(` [-${w.gone}-] `, 'breach'), word(`{+${w.came}+}`, 'good')];
  return [key, [], ...wrapSpans(spans, width).map((row): Line => [word(' '), ...row])];
}

function numberOf(ui: Ui, ticketId: string): string {
  return ui.desk().tickets.byId(ticketId)?.number ?? '';
}
