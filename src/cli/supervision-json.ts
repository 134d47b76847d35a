import type { Desk } from '../app/desk/desk.ts';
import type { HelpRequest, Review } from '../domain/supervision/supervision.ts';
import type { Ticket } from '../domain/ticket.ts';
import { iso } from './iso.ts';

/** What a ticket knows of supervised work, as scripts see it. */
export function supervisionJson(desk: Desk, { review, helps = [] }: Ticket) {
  return {
    review: review ? reviewJson(desk, review) : null,
    helps: helps.map((help) => helpJson(desk, help)),
  };
}

/** One reply that went through a mentor. */
export function reviewJson(desk: Desk, review: Review) {
  const { id, byId, state, draft, remark, sentText, settledById } = review;
  const { promise } = draft;
  // Whoever took their own reply back has looked through nothing.
  const reviewerId = state === 'withdrawn' ? null : settledById;
  return {
    reviewId: id,
    state,
    ...{ by: nameIn(desk, byId), byId, since: iso(review.since) },
    text: draft.text,
    promise: promise && { kind: promise.kind, dueAt: iso(promise.dueAt), text: promise.text },
    status: draft.status,
    ...{ remark, sentText },
    reviewedBy: nameIn(desk, reviewerId),
    reviewedById: reviewerId,
    settledAt: iso(review.settledAt),
    entryId: review.entryId,
  };
}

/** One call for help. */
export function helpJson(desk: Desk, { id, byId, at, text, draft, answers }: HelpRequest) {
  return {
    helpId: id,
    ...{ by: nameIn(desk, byId), byId, at: iso(at), text },
    draft: draft === '' ? null : draft,
    answers: answers.map((answer) => ({
      ...{ by: nameIn(desk, answer.byId), byId: answer.byId },
      ...{ at: iso(answer.at), text: answer.text },
    })),
  };
}

function nameIn(desk: Desk, personId: string | null): string | null {
  return personId === null ? null : (desk.people.person(personId)?.name ?? null);
}
