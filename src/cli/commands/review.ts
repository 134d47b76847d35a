import { isDeliveryConfigured } from '../../app/letter/send-reply.ts';
import { diffWords, reviewsOf } from '../../app/supervision/compare-reply.ts';
import { newsSinceReview, waitingReviews } from '../../app/supervision/list-supervised.ts';
import { type ReviewedReply, sendReviewed } from '../../app/supervision/send-reviewed.ts';
import { refusal } from '../../domain/refusal.ts';
import {
  type DraftReply,
  type Review,
  waitingReview,
} from '../../domain/supervision/supervision.ts';
import { supervisionTexts } from '../../i18n/supervision-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { readText } from '../read-text.ts';
import { RefusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { reviewJson } from '../supervision-json.ts';
import { accepted, findTarget, printState, runOnTicket, type Target } from '../ticket-command.ts';

/** `smena review list`: replies that wait for a mentor, the longest waiting first. */
export async function reviewList(session: Session): Promise<void> {
  const desk = await session.desk();
  const { output } = session;
  const waiting = waitingReviews(desk).map((one) => {
    const hasWritten = newsSinceReview(desk, one.ticket).some(({ kind }) => kind === 'customer');
    return { ...one, hasWritten };
  });
  if (output.isJson) {
    return output.json(
      waiting.map(({ ticket: { id, number, subject, priority, line }, review, hasWritten }) => {
        const about = { id, number, subject, priority, line };
        return { ...about, ...reviewJson(desk, review), customerWroteSince: hasWritten };
      }),
    );
  }
  const { list } = supervisionTexts(session.language);
  if (waiting.length === 0) return output.talk(list.noReviews);
  for (const { ticket, review, hasWritten } of waiting) {
    const cells = [
      ticket.number,
      desk.people.person(review.byId)?.name ?? '',
      moment(review.since, desk),
      review.draft.text.split('\n', 1)[0] ?? '',
      ...(hasWritten ? [list.customerWrote] : []),
    ];
    output.row(cells.join(output.isPlain ? '\t' : ' · '));
  }
}

/** `smena review show REF`: every reply of a ticket that went through a mentor, with what changed. */
export async function reviewShow(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const reviews = reviewsOf(desk, ticket.id);
  const { output } = session;
  if (output.isJson) {
    const told = reviews.map((review) => ({
      ...reviewJson(desk, review),
      difference: differenceOf(review),
    }));
    return output.json({ id: ticket.id, number: ticket.number, reviews: told });
  }
  const { list, states } = supervisionTexts(session.language);
  if (reviews.length === 0) return output.talk(list.noReview);
  for (const review of reviews) {
    const who = desk.people.person(review.byId)?.name ?? '';
    output.row(`${moment(review.since, desk)} · ${who} · ${states[review.state]}`);
    output.line(`${list.original} ${review.draft.text}`);
    if (review.remark !== null) output.line(`${list.remark} ${review.remark}`);
    if (review.sentText === null) continue;
    output.line(`${list.sent} ${review.sentText}`);
    output.line(`${list.difference} ${marked(review)}`);
  }
}

function differenceOf({ draft, sentText }: Review) {
  return sentText === null ? null : diffWords(draft.text, sentText);
}

/** What went stands in [-…-], what came in {+…+}. */
function marked(review: Review): string {
  const pieces = differenceOf(review) ?? [];
  const marks = { ' ': ['', ''], '-': ['[-', '-]'], '+': ['{+', '+}'] } as const;
  return pieces.map(({ sign, text }) => marks[sign].join(text)).join('');
}

/** `smena review send REF [--text TEXT]`: sends a colleague's reply, as it is or changed. */
export async function reviewSend(session: Session, input: CommandInput): Promise<void> {
  const typed = await readText(session, input);
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const { id: reviewId, draft } = reviewIn(target);
  const order = { ticketId: ticket.id, reviewId, text: draft.text, undoMs: 0 };
  const changed = typed === undefined ? {} : await changedTo(session, target, typed, draft);
  const done = accepted(target, sendReviewed(desk, { ...order, ...changed }));
  if (isDeliveryConfigured(desk)) {
    const { deliverDue } = await import('../../app/letter/deliver-letters.ts');
    await deliverDue(desk);
  }
  await printState(session, desk, done.ticket, { entryId: `${done.op.opId}:0` });
}

/** Another text gives other times to the customer: they are its own, and the rest stays. */
async function changedTo(
  session: Session,
  target: Target,
  text: string,
  { effects }: DraftReply,
): Promise<Pick<ReviewedReply, 'text' | 'promise' | 'effects'>> {
  if (text.trim() === '') throw new UserError('text-needed');
  const { lookOver } = await import('../look-over.ts');
  const [promise = null, ...promises] = await lookOver(session, target, { text, promise: null });
  return { text, promise, effects: { ...effects, promises } };
}

/** `smena review return REF --remark TEXT`: gives a reply back to its author. */
export async function reviewReturn(session: Session, input: CommandInput): Promise<void> {
  const remark = (await readText(session, input, 'remark')) ?? '';
  await runOnTicket(session, input.required(0), (target) => {
    return { type: 'return-review', reviewId: reviewIn(target).id, remark };
  });
}

/** `smena review withdraw REF`: takes one's own reply back; the text becomes a draft again. */
export async function reviewWithdraw(session: Session, input: CommandInput): Promise<void> {
  await runOnTicket(session, input.required(0), (target) => {
    return { type: 'withdraw-review', reviewId: reviewIn(target).id };
  });
}

function reviewIn({ ticket }: Target): Review {
  const review = waitingReview(ticket);
  if (review) return review;
  throw new RefusedError(refusal('nothing-on-review'), ticket.number);
}
