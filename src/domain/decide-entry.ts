import { ok } from '../util/result.ts';
import type { TicketCommand } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import { withEffects } from './decide-effects.ts';
import { isSettledBy, promiseFacts, settledByContact } from './decide-promise.ts';
import { isReopenWindowOver, returnFacts } from './decide-status.ts';
import type { TicketFact } from './event.ts';
import { ownEntry } from './own-entry.ts';
import { refuse } from './refusal.ts';
import { statusFact } from './status-fact.ts';
import type { TemplateUse } from './template-use.ts';
import type { NewPromise } from './text-effects.ts';
import type { Entry, Ticket } from './ticket.ts';

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { type: Type }>;

/** Writes to the customer. */
export function decideReply(
  command: Command<'reply'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const isClosed = state.status === 'closed';
  if (isClosed && !context.isHeldBack) return refuse('ticket-closed', ['reopen', 'new']);
  if (command.text.trim() === '') return refuse('text-missing');
  const entry: Entry = {
    ...ownEntry({ kind: 'message', visibility: 'public', text: command.text }, context),
    messageId: command.messageId,
    attachments: command.attachments,
  };
  if (isClosed) return ok([{ type: 'entry-added', entry }]);
  const promises = [command.promise ?? [], command.effects?.promises ?? []].flat();
  const contact = contactFacts(entry, promises, state, context);
  if (!contact.ok) return contact;
  const facts = [...contact.value, ...templateFacts(command.templates)];
  const status = command.status ?? (state.status === 'new' ? 'open' : null);
  return withEffects({ status, effects: command.effects ?? {}, facts }, state, context);
}

/** Writes down a telephone call: it counts as a word to the customer. */
export function decideCall(
  command: Command<'log-call'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (command.text.trim() === '') return refuse('text-missing');
  if (state.status === 'closed') {
    return refuse('ticket-closed', ['reopen', 'new']);
  }
  const entry: Entry = {
    ...ownEntry({ kind: 'call', visibility: 'public', text: command.text }, context),
    durationMs: command.durationMs,
  };
  const facts = contactFacts(entry, command.promise ? [command.promise] : [], state, context);
  if (!facts.ok || state.status !== 'new') return facts;
  return ok([...facts.value, statusFact(state, 'open')]);
}

/** Writes an internal note: allowed on every ticket, closed ones too. */
export function decideNote(
  command: Command<'note'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (command.text.trim() === '') return refuse('text-missing');
  const entry = ownEntry({ kind: 'note', visibility: 'internal', text: command.text }, context);
  const facts: TicketFact[] = [{ type: 'entry-added', entry }, ...templateFacts(command.templates)];
  const { status = null, effects = {} } = command;
  return withEffects({ status, effects, facts }, state, context);
}

/**
 * Takes in what the customer wrote. It wakes a waiting ticket, returns a resolved one and, inside
 * the reopening window, a closed one. Automatic mail changes nothing but the timeline.
 */
export function decideReceive(
  command: Command<'receive'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const entry: Entry = {
    id: `${context.opId}:0`,
    at: command.at,
    kind: 'message',
    visibility: 'public',
    author: command.isNotice
      ? { type: 'system' }
      : { type: 'contact', id: command.contactId, name: command.contactName },
    text: command.text,
    durationMs: null,
    messageId: command.messageId,
    attachments: command.attachments,
  };
  const added: TicketFact = { type: 'entry-added', entry };
  if (command.isAutomatic || command.isNotice) {
    return ok([{ ...added, entry: { ...entry, kind: 'system', visibility: 'internal' } }]);
  }
  if (state.status === 'waiting-customer' || state.status === 'scheduled') {
    return ok([added, statusFact(state, 'open')]);
  }
  if (state.status !== 'resolved' && state.status !== 'closed') return ok([added]);
  if (command.keepsSolution) return ok([added]);
  if (isReopenWindowOver(state, context)) {
    return refuse('reopen-window-over', ['new', 'link']);
  }
  return ok([added, ...returnFacts('', state, context)]);
}

function contactFacts(
  entry: Entry,
  promises: readonly NewPromise[],
  state: Ticket,
  context: DecideContext,
) {
  const facts: TicketFact[] = [{ type: 'entry-added', entry }];
  if (state.assigneeId === null && state.status === 'new') {
    facts.push({ type: 'assigned', personId: context.actor.id, reason: 'answered' });
  }
  const settled = settledByContact(state, context);
  facts.push(...settled);
  for (const promise of promises) {
    const stillOpen = state.promises.filter(({ id }) => !isSettledBy(facts, id));
    const made = promiseFacts(promise, { ...state, promises: stillOpen }, context);
    if (!made.ok) return made;
    facts.push(...made.value);
  }
  return ok(facts);
}

function templateFacts(uses: readonly TemplateUse[] = []): TicketFact[] {
  return uses.map((use) => ({ type: 'template-used', ...use }));
}
