import type { TicketCommand } from '../../domain/command.ts';
import { type Refusal, refusal, refuse } from '../../domain/refusal.ts';
import { isSupervisionCommand } from '../../domain/supervision/supervision-command.ts';
import type { NewPromise } from '../../domain/text-effects.ts';
import { type Entry, openPromises, type Ticket } from '../../domain/ticket.ts';
import { writtenText } from '../../domain/typed-text.ts';
import { ArticleMarkStore, type OwnMark } from '../../store/article/article-mark-store.ts';
import type { DraftKind } from '../../store/draft/draft-store.ts';
import type { StoredOp } from '../../store/outbox/outbox-reader.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { goodsOfDraft } from '../supervision/draft-goods.ts';
import { addToDraft } from './add-to-draft.ts';

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
    const touched = last ? desk.tickets.touchedBy(last.opId) : [];
    if (!last || (ticketId !== null && !touched.includes(ticketId))) {
      return refuse('nothing-to-undo');
    }
    const why = whyNotUndone(desk, last, touched);
    return why ? fail(why) : ok(takeBack(desk, last));
  });
}

/** Sent things stay sent, and nothing is taken away from under what stands on it. */
function whyNotUndone(desk: Desk, last: StoredOp, touched: readonly string[]): Refusal | null {
  if (last.cseq !== null) return refusal('undo-at-server');
  if (desk.deliveries.hasLeft(last.opId)) return refusal('undo-too-late', ['reply']);
  const isUnder = (id: string) => desk.tickets.hasEventsSince(last.opId, id);
  return touched.some(isUnder) ? refusal('undo-not-last') : null;
}

function takeBack(desk: Desk, last: StoredOp): Undone {
  const before = desk.tickets.byId(last.entityId);
  const command = desk.outbox.ticketCommand(last.opId);
  const removed = desk.tickets.revert(last.opId, desk.config);
  const text = typedIn(command, before) ?? ownText(last, removed);
  if (text.trim() !== '') saveBack(desk, last, text, goodsOf(desk, { before, command, removed }));
  const { type, entityId: ticketId } = last;
  return { type, ticketId, number: before?.number ?? '', text: text === '' ? null : text };
}

function takeBackMark(desk: Desk, { opId, ticketId }: OwnMark): Undone {
  new ArticleMarkStore(desk.store.sql).revert(opId);
  const number = ticketId === null ? '' : (desk.tickets.byId(ticketId)?.number ?? '');
  return { type: 'mark', ticketId: ticketId ?? '', number, text: null };
}

const draftKind: Readonly<Partial<Record<string, DraftKind>>> = {
  reply: 'reply',
  note: 'note',
  'log-call': 'call',
  register: 'new',
  resolve: 'solution',
  'send-reviewed': 'reply',
  'finish-stage': 'note',
  'check-after': 'note',
  'close-card': 'note',
  'write-many': 'mass',
  'ask-review': 'reply',
  'return-review': 'note',
  'ask-help': 'note',
  'give-help': 'note',
};

/** What was typed where the entries say it with other words, or nowhere; null where they say it. */
function typedIn(command: TicketCommand | null, before: Ticket | null): string | null {
  switch (command?.type) {
    case 'write-many':
      return command.typed ?? '';
    case 'send-reviewed':
      // As its author wrote it, it is on review again.
      return before?.review?.sentText ?? '';
    default:
      return command && isSupervisionCommand(command) ? (writtenText(command) ?? '') : null;
  }
}

/** What was typed: of a registration, what was said and the solution that was written with it. */
function ownText({ type }: StoredOp, removed: readonly Entry[]): string {
  if (type !== 'register') return ownEntry(type, removed)?.text ?? '';
  return removed
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n\n');
}

function ownEntry(type: string, removed: readonly Entry[]): Entry | undefined {
  if (draftKind[type] === undefined) return undefined;
  return removed.find(({ author }) => author.type === 'person' || type === 'register');
}

interface TakenBack {
  readonly before: Ticket | null;
  readonly command: TicketCommand | null;
  readonly removed: readonly Entry[];
}

/** What stood beside the text: its promise, its templates, its files. */
function goodsOf(desk: Desk, { before, command, removed }: TakenBack) {
  if (command?.type === 'write-many') return {};
  if (command?.type === 'ask-review') return goodsOfDraft(command);
  if (command?.type === 'send-reviewed') {
    const { reviewId, promise = null, status = null, attachments = [] } = command;
    return { promise, status, attachments, reviewId };
  }
  const own = ownEntry(command?.type ?? '', removed);
  return {
    promise: madeWith(desk, before),
    ...templateGoods(command, own?.text ?? ''),
    attachments: own?.attachments ?? [],
  };
}

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
  const { status = null, templates, effects } = command;
  const draft = { text, promise: null, status, attachments: [], templates, effects };
  const { applied } = goodsOfDraft(draft);
  return { status, applied };
}

function saveBack(desk: Desk, op: StoredOp, text: string, goods: object): void {
  const kind = draftKind[op.type];
  if (kind === undefined) return;
  addToDraft(desk, { kind, ticketId: kind === 'new' ? null : op.entityId, text, goods });
}
