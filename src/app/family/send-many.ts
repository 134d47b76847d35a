import type { ManyMessage, ManyPurpose } from '../../domain/family/family-command.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import { must } from '../../util/must.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { newMessageId, postLetter } from '../letter/send-reply.ts';
import type { ComposedMessage } from './compose-many.ts';

/** What one of many tickets is told. */
export type ManyLetter = Pick<
  ComposedMessage,
  'ticketId' | 'number' | 'text' | 'promises' | 'templates'
> &
  Pick<ManyMessage, 'effects'>;

/** Messages to the customers of many tickets, as one operation. */
export interface ManySending {
  /** The mass incident; of a reminder any of its tickets. */
  readonly ticketId: string;
  readonly purpose: ManyPurpose;
  readonly messages: readonly ManyLetter[];
  /** As it was typed; null for a template. */
  readonly typed: string | null;
  readonly solution?: string | undefined;
  /** Why it is solved without something that its kind asks for. */
  readonly without?: string | undefined;
  /** Rules of wording that it is sent over, and why. */
  readonly overruled?: { readonly rules: readonly string[]; readonly reason: string } | undefined;
  /** Milliseconds during which all of it can be taken back; 0 sends at once. */
  readonly undoMs: number;
}

/** Writes to many and puts their letters on the way: all of them or none. */
export function sendMany(desk: Desk, sending: ManySending): Result<Executed, Refusal> {
  const { ticketId, purpose, typed, solution, without, undoMs } = sending;
  const opId = desk.makeId();
  const heldUntil = desk.clock.now() + undoMs;
  const messages = sending.messages.map(
    ({ ticketId: id, number, text, promises, templates, effects }) => ({
      ...{ ticketId: id, text, promises, templates },
      messageId: newMessageId(desk, number, opId),
      effects: { ...effects, overruled: sending.overruled },
    }),
  );
  return desk.store.sql.transact(() => {
    const command = { type: 'write-many', purpose, messages, solution, without } as const;
    const options = { opId, ...(messages.length > 0 ? { heldUntil } : {}) };
    const done = execute(desk, ticketId, { ...command, typed: typed ?? undefined }, options);
    if (done.ok) postAll(desk, done.value, heldUntil);
    return done;
  });
}

function postAll(desk: Desk, { events, op }: Executed, heldUntil: number): void {
  for (const { ticketId, fact } of events) {
    if (fact.type !== 'entry-added' || fact.entry.visibility !== 'public') continue;
    const { id: entryId, messageId } = fact.entry;
    const ticket = must(desk.tickets.byId(ticketId), 'ticket that was written to');
    const letter = { opId: op.opId, entryId, messageId: must(messageId, 'id of a letter') };
    postLetter(desk, ticket, { ...letter, heldUntil });
  }
}
