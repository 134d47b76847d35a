import { fail, ok } from '../util/result.ts';
import type { ImportedEntry, ImportTicket, RegisterTicket } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import type { Registration, TicketFact } from './event.ts';
import { whyOutside } from './handover/escalation-target.ts';
import { refuse } from './refusal.ts';
import { routeFacts } from './routing/applied-route.ts';
import { MAIN_SPACE } from './space.ts';
import { readyOwner } from './supervision/live-gate.ts';
import type { Entry } from './ticket.ts';
import { isByHand, subjectOf, whyKindOff, withOpeningWork } from './work/decide-opening.ts';

/** Opens a ticket, with the customer's words as its first entry when there are any. */
export function decideRegister(command: RegisterTicket, context: DecideContext): Decision {
  const problem = checkOpening(command, context);
  if (problem) return problem;
  const off = isByHand(command)
    ? (whyKindOff(command.kind, context) ?? whyOutside(command.line, context.desk))
    : null;
  if (off) return fail(off);
  const { type: _, first, routing, ...opening } = command;
  const ticket: Registration = {
    ...openingFields({ ...opening, subject: subjectIn(command) }, context),
    status: 'new',
    assigneeId: null,
    createdAt: context.now,
    isAutomatic: first?.isAutomatic ?? false,
  };
  const facts: TicketFact[] = [{ type: 'registered', ticket }];
  if (first && (first.text.trim() !== '' || first.attachments.length > 0)) {
    facts.push({ type: 'entry-added', entry: firstEntry(first, context) });
  }
  const routed = routing ? [...facts, ...routeFacts(routing, ticket)] : facts;
  return withOpeningWork(routed, command, context);
}

/** Takes a ticket over from elsewhere: its status, its times and its entries as they were. */
export function decideImport(command: ImportTicket, context: DecideContext): Decision {
  const problem = checkOpening(command, context);
  if (problem) return problem;
  const { type: _, entries, status, assigneeId, createdAt, updatedAt, ...opening } = command;
  const { isDemo = false } = opening;
  const registered: TicketFact = {
    type: 'registered',
    ticket: {
      ...openingFields(opening, context),
      status,
      // What is closed is only history: it gives nobody live work.
      assigneeId:
        isDemo || status === 'closed'
          ? assigneeId
          : readyOwner(assigneeId, command.channel, context),
      createdAt,
      updatedAt: Math.max(createdAt, updatedAt),
      cameAt: context.now,
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
  if (subjectIn(command) === '') return refuse('subject-missing');
  if (!context.desk.lines.some((l) => l.code === command.line)) {
    return refuse('unknown-line', [], { line: command.line });
  }
  return null;
}

/** The subject as it was given, else the first line of what was said. */
function subjectIn(command: RegisterTicket | ImportTicket): string {
  const given = command.subject.trim();
  if (given !== '' || command.type === 'import') return given;
  return subjectOf(command.first?.text ?? '');
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
    space: context.space ?? MAIN_SPACE,
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
