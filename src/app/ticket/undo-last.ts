import type { NewPromise, TicketCommand } from '../../domain/command.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Entry, openPromises, type Ticket } from '../../domain/ticket.ts';
import { ArticleMarkStore, type OwnMark } from '../../store/article/article-mark-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';

/** What was taken back: shown by name, with the text that came back as a draft. */
export interface Undone {
  readonly type: string;
  readonly ticketId: string;
  readonly number: string;
  /** The text a person had typed; now a draft again. */
  readonly text: string | null;
}

/**
 * Takes back the last command of this person before it was sent anywhere: the operation, its
 * events and its effects go in one transaction, its text comes back as a draft. A letter that has
 * left cannot be taken back.
 */
export function undoLast(desk: Desk, ticketId: string | null = null): Result<Undone, Refusal> {
  return desk.store.sql.transact(() => {
    const last = desk.outbox.lastOf(desk.me.id);
    const mark = new ArticleMarkStore(desk.store.sql).lastUnsent(desk.me.id);
    if (mark && mark.seq > (last?.seq ?? 0) && (ticketId === null || mark.ticketId === ticketId)) {
      return ok(takeBackMark(desk, mark));
    }
    if (!last || (ticketId !== null && last.entityId !== ticketId))
      return refuse('nothing-to-undo');
    if (last.cseq !== null) return refuse('undo-too-late');
    if (desk.outbox.lastOn(last.entityId)?.opId !== last.opId) return refuse('undo-not-last');
    const delivery = desk.deliveries.byOp(last.opId);
    if (delivery && ['sent', 'sending', 'manual'].includes(delivery.state)) {
      return refuse('undo-too-late', ['reply']);
    }
    const before = desk.tickets.byId(last.entityId);
    const number = before?.number ?? '';
    const command = desk.outbox.ticketCommand(last.opId);
    const removed = desk.tickets.revert(last.opId, last.entityId, desk.config);
    const own = removed.find((e) => e.author.type === 'person' || last.type === 'register');
    if (own && own.text.trim() !== '') {
      const goods = { promise: madeWith(desk, before), ...templateGoods(command, own.text) };
      saveBack(desk, last, own, goods);
    }
    return ok({ type: last.type, ticketId: last.entityId, number, text: own?.text ?? null });
  });
}

function takeBackMark(desk: Desk, { opId, ticketId }: OwnMark): Undone {
  new ArticleMarkStore(desk.store.sql).revert(opId);
  const number = ticketId === null ? '' : (desk.tickets.byId(ticketId)?.number ?? '');
  return { type: 'mark', ticketId: ticketId ?? '', number, text: null };
}

const draftKind = {
  reply: 'reply',
  note: 'note',
  'log-call': 'call',
  register: 'new',
  resolve: 'solution',
} as const;

/** The promise that was on the ticket before and went with what was taken back. */
function madeWith(desk: Desk, before: Ticket | null): NewPromise | null {
  if (!before) return null;
  const left = desk.tickets.byId(before.id)?.promises ?? [];
  const gone = openPromises(before).find(({ id }) => left.every((promise) => promise.id !== id));
  if (!gone) return null;
  const { id, kind, dueAt, text } = gone;
  return { id, kind, dueAt, text };
}

/** What templates did with the text; from now on it is measured against itself. */
function templateGoods(command: TicketCommand | null, text: string) {
  if (command?.type !== 'reply' && command?.type !== 'note') return {};
  const { status = null, templates = [], effects = {} } = command;
  // What was decided in the review is decided there again.
  const { promises: _, overruled: __, ...own } = effects;
  const applied = templates.map(({ templateId, lang, version }, place) => {
    return { templateId, lang, version, text, places: [], effects: place === 0 ? own : {} };
  });
  return { status, applied };
}

function saveBack(
  desk: Desk,
  op: { type: string; entityId: string; opId: string },
  { text, attachments }: Entry,
  goods: { readonly promise: NewPromise | null },
): void {
  const kind = draftKind[op.type as keyof typeof draftKind];
  if (kind === undefined) return;
  const now = desk.clock.now();
  const ticketId = kind === 'new' ? null : op.entityId;
  const present = desk.drafts.find(kind, ticketId);
  // Something newer may already be there: both texts are kept, the returned one below it.
  const whole = present ? `${present.text}\n\n${text}` : text;
  desk.drafts.save({
    id: present?.id ?? op.opId,
    kind,
    ticketId,
    text: whole,
    extra: present?.extra ?? { goods: JSON.stringify({ ...goods, attachments }) },
    createdAt: now,
    updatedAt: now,
  });
}
