import { ok } from '../util/result.ts';
import type { ImportedEntry, ImportTicket, RegisterTicket } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import type { TicketFact } from './event.ts';
import { refuse } from './refusal.ts';
import type { Entry } from './ticket.ts';

/** Opens a ticket, with the customer's words as its first entry when there are any. */
export function decideRegister(command: RegisterTicket, context: DecideContext): Decision {
  const problem = checkOpening(command, context);
  if (problem) return problem;
  const { type: _, first, ...opening } = command;
  const registered: TicketFact = {
    type: 'registered',
    ticket: {
      ...openingFields(opening, context),
      status: 'new',
      assigneeId: null,
      createdAt: context.now,
      isAutomatic: first?.isAutomatic ?? false,
    },
  };
  if (!first || (first.text.trim() === '' && first.attachments.length === 0))
    return ok([registered]);
  return ok([registered, { type: 'entry-added', entry: firstEntry(first, context) }]);
}

/** Takes a ticket over from elsewhere: its status, its times and its entries as they were. */
export function decideImport(command: ImportTicket, context: DecideContext): Decision {
  const problem = checkOpening(command, context);
  if (problem) return problem;
  const { type: _, entries, status, assigneeId, createdAt, updatedAt, ...opening } = command;
  const registered: TicketFact = {
    type: 'registered',
    ticket: {
      ...openingFields(opening, context),
      status,
      assigneeId,
      createdAt,
      updatedAt: Math.max(createdAt, updatedAt),
      isAutomatic: false,
    },
  };
  const facts = entries.map((entry): TicketFact => {
    return { type: 'entry-added', entry: importedEntry(entry, command.contactId, context) };
  });
  return ok([registered, ...facts]);
}

function checkOpening(
  command: RegisterTicket | ImportTicket,
  context: DecideContext,
): Decision | null {
  if (command.subject.trim() === '') return refuse('subject-missing');
  if (!context.desk.lines.some((l) => l.code === command.line)) {
    return refuse('unknown-line', [], { line: command.line });
  }
  return null;
}

type Opening = Omit<RegisterTicket, 'type' | 'first'>;

function openingFields(opening: Opening, context: DecideContext) {
  return {
    number: opening.number ?? context.nextNumber(),
    subject: opening.subject.trim(),
    kind: opening.kind,
    priority: opening.priority,
    line: opening.line,
    customerId: opening.customerId,
    contactId: opening.contactId,
    channel: opening.channel,
    audience: opening.audience,
    tags: [...new Set(opening.tags)],
    externalId: opening.externalId ?? null,
    importId: opening.importId ?? null,
    isDemo: opening.isDemo ?? false,
    space: 'main',
  };
}

function firstEntry(first: NonNullable<RegisterTicket['first']>, context: DecideContext): Entry {
  return {
    id: `${context.opId}:1`,
    at: context.now,
    kind: 'message',
    visibility: 'public',
    author: { type: 'contact', id: first.contactId, name: first.contactName },
    text: first.text,
    durationMs: null,
    messageId: first.messageId,
    attachments: first.attachments,
  };
}

function importedEntry(
  entry: ImportedEntry,
  contactId: string | null,
  context: DecideContext,
): Entry {
  return {
    id: entry.id,
    at: entry.at,
    kind: entry.kind,
    visibility: entry.visibility,
    author: importedAuthor(entry, contactId, context),
    text: entry.text,
    durationMs: null,
    messageId: entry.messageId,
    attachments: [],
  };
}

function importedAuthor(
  entry: ImportedEntry,
  contactId: string | null,
  context: DecideContext,
): Entry['author'] {
  if (entry.fromCustomer) return { type: 'contact', id: contactId, name: entry.authorName };
  if (entry.kind === 'system' && entry.authorName === '') return { type: 'system' };
  return { type: 'person', id: entry.authorId ?? context.actor.id };
}
