import type { Desk } from '../../src/app/desk/desk.ts';
import { execute } from '../../src/app/desk/execute.ts';
import { askReview } from '../../src/app/supervision/ask-review.ts';
import { sendReviewed } from '../../src/app/supervision/send-reviewed.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { minute } from '../support/desk.ts';
import type { Chance } from './chance.ts';
import type { Deed } from './desk-work.ts';

const weights = {
  'ask-review': 12,
  'send-as-is': 4,
  'send-changed': 6,
  'return-review': 4,
  'withdraw-review': 2,
  'ask-help': 4,
  'give-help': 3,
  'end-help': 1,
} as const;
type Kind = keyof typeof weights;

const silent: ReadonlySet<Kind> = new Set(['send-as-is', 'withdraw-review', 'end-help']);

/** Does something at random to replies that go through a mentor, and to calls for help. */
export function workSupervised(desk: Desk, chance: Chance, token: string): Deed {
  const kind = chance.weighted<Kind>(weights);
  const ids = desk.store.sql.all<{ id: string }>('SELECT id FROM ticket ORDER BY id LIMIT 4');
  const ticket = ids.length === 0 ? null : desk.tickets.byId(chance.pick(ids).id);
  const typed = `${chance.pick(['Посмотрю и напишу', 'Назовите время'])} ${token}`;
  const isDone = ticket !== null && deeds[kind]({ desk, chance, typed, ticket });
  return { kind, typed: silent.has(kind) ? '' : typed, isDone };
}

interface Asked {
  readonly desk: Desk;
  readonly chance: Chance;
  readonly typed: string;
  readonly ticket: Ticket;
}

const none = { promise: null, status: null, attachments: [] };

const deeds: Readonly<Record<Kind, (asked: Asked) => boolean>> = {
  'ask-review': ({ desk, ticket, typed }) =>
    askReview(desk, ticket.id, { ...none, text: typed }).ok,
  'send-as-is': (asked) => sends(asked, asked.ticket.review?.draft.text ?? ''),
  'send-changed': (asked) => sends(asked, asked.typed),
  'return-review': ({ desk, ticket, typed }) =>
    execute(desk, ticket.id, {
      ...{ type: 'return-review', reviewId: ticket.review?.id ?? '', remark: typed },
    }).ok,
  'withdraw-review': ({ desk, ticket }) =>
    execute(desk, ticket.id, { type: 'withdraw-review', reviewId: ticket.review?.id ?? '' }).ok,
  'ask-help': ({ desk, ticket, typed }) =>
    execute(desk, ticket.id, {
      ...{ type: 'ask-help', helpId: desk.makeId(), text: typed, draft: '' },
    }).ok,
  'give-help': ({ desk, ticket, typed }) =>
    execute(desk, ticket.id, { type: 'give-help', helpId: helpIn(ticket), text: typed }).ok,
  'end-help': ({ desk, ticket }) =>
    execute(desk, ticket.id, { type: 'end-help', helpId: helpIn(ticket) }).ok,
};

function sends({ desk, chance, ticket }: Asked, text: string): boolean {
  const reviewId = ticket.review?.id ?? '';
  const undoMs = chance.happens(0.2) ? minute : 0;
  return sendReviewed(desk, { ticketId: ticket.id, reviewId, text, undoMs }).ok;
}

function helpIn({ helps = [] }: Ticket): string {
  return helps[0]?.id ?? '';
}
