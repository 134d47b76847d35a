import type { ImportedEntry, ImportTicket } from '../../domain/command.ts';
import type { Contact } from '../../domain/person.ts';
import {
  type Channel,
  channels,
  kinds,
  type Status,
  statuses,
  type TicketKind,
} from '../../domain/vocabulary.ts';
import type { LineResult, TicketLine } from '../../intake/jsonl/parse-ticket-lines.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { type ImportOutcome, type RunReport, skipped } from './import-report.ts';
import { ImportRun, openInput, type RunOptions } from './import-run.ts';

/**
 * Takes tickets over from what `show --json` prints, one object a line, with their numbers, entries
 * and Message-IDs. A ticket that is here already is skipped; `-` reads the standard input.
 */
export async function importJsonl(
  desk: Desk,
  file: string,
  options: RunOptions = {},
): Promise<RunReport> {
  const { parseTicketLines } = await import('../../intake/jsonl/parse-ticket-lines.ts');
  const taker = await LineTaker.create(desk, new ImportRun(desk, file, options));
  for await (const result of parseTicketLines(await openInput(file))) taker.add(result);
  return taker.run.end();
}

type ReadStatus = (text: string) => Status | null;
type ReadIds = (text: string) => string[];

class LineTaker {
  readonly run: ImportRun;
  readonly #desk: Desk;
  readonly #readStatus: ReadStatus;
  readonly #readIds: ReadIds;
  /** Ids and numbers of this file with their lines: a rehearsed batch leaves no trace in the store. */
  readonly #lines = new Map<string, number>();

  static async create(desk: Desk, run: ImportRun): Promise<LineTaker> {
    const { readStatus } = await import('../../intake/csv/ticket-value.ts');
    const { messageIds } = await import('../../intake/mail/message-id.ts');
    return new LineTaker(desk, run, readStatus, messageIds);
  }

  constructor(desk: Desk, run: ImportRun, readStatus: ReadStatus, readIds: ReadIds) {
    this.run = run;
    this.#desk = desk;
    this.#readStatus = readStatus;
    this.#readIds = readIds;
  }

  add(result: LineResult): void {
    const { line } = result;
    if (result.ok) {
      this.run.add({ line, take: () => this.#take(result.ticket, line) });
      return;
    }
    const { code, path, message } = result.reason;
    const params = path === '' ? {} : { field: path, message };
    this.run.add({ line, take: () => ({ kind: 'failed', reason: code, params }) });
  }

  #take(ticket: TicketLine, line: number): ImportOutcome {
    const { tickets } = this.#desk;
    const id = ticket.id !== null && isPlainId(ticket.id) ? ticket.id : null;
    if (id !== null && (this.#isRepeated(`id ${id}`, line) || tickets.byId(id)))
      return skipped('duplicate');
    const { number } = ticket;
    if (number !== null && (this.#isRepeated(number, line) || tickets.idByNumber(number))) {
      return skipped('number-taken', { number });
    }
    const status = ticket.status === null ? 'new' : this.#status(ticket.status);
    if (status === null) return skipped('status-unknown', { value: ticket.status ?? '' });
    const done = execute(this.#desk, id ?? this.#desk.makeId(), this.#command(ticket, status), {
      isDemo: false,
    });
    if (!done.ok) return skipped(done.problem.code, done.problem.params);
    return { kind: 'created', number: done.value.ticket.number };
  }

  #isRepeated(key: string, line: number): boolean {
    const first = this.#lines.get(key);
    if (first === undefined) this.#lines.set(key, line);
    return first !== undefined && first !== line;
  }

  #status(text: string): Status | null {
    return statuses.find((code) => code === text.trim()) ?? this.#readStatus(text);
  }

  #command(ticket: TicketLine, status: Status): ImportTicket {
    const { people } = this.run;
    const line = ticket.line ?? this.#desk.me.line;
    const customerId = ticket.customer === null ? null : people.customerId(ticket.customer);
    const contact = people.contact({ ...namedContact(ticket), customerId });
    const first = ticket.entries[0]?.at ?? this.#desk.clock.now();
    const createdAt = ticket.createdAt ?? first;
    return {
      type: 'import',
      subject: ticket.subject,
      kind: readKind(ticket.kind),
      priority: ticket.priority ?? 'P3',
      line,
      channel: readChannel(ticket.channel),
      audience: 'customer',
      customerId: customerId ?? contact?.customerId ?? null,
      contactId: contact?.id ?? null,
      tags: ticket.tags,
      number: ticket.number ?? undefined,
      importId: this.run.id,
      status,
      assigneeId: ticket.assignee === null ? null : people.personId(ticket.assignee, line),
      createdAt,
      updatedAt: ticket.updatedAt ?? ticket.entries.at(-1)?.at ?? createdAt,
      entries: this.#entries(ticket, contact, createdAt),
    };
  }

  #entries(ticket: TicketLine, contact: Contact | null, createdAt: number): ImportedEntry[] {
    const line = ticket.line ?? this.#desk.me.line;
    const used = new Set<string>();
    return ticket.entries.map((entry): ImportedEntry => {
      const fromCustomer = isFromCustomer(entry, ticket, contact);
      const isOwn = !fromCustomer && entry.author !== null && entry.authorType !== 'system';
      const id = this.#entryId(entry.id, used);
      used.add(id);
      return {
        id,
        at: entry.at ?? createdAt,
        kind: entry.authorType === 'system' ? 'system' : entry.kind,
        visibility: entry.visibility,
        authorName: fromCustomer ? (entry.author ?? contact?.name ?? '') : '',
        fromCustomer,
        authorId: isOwn ? this.run.people.personId(entry.author ?? '', line) : undefined,
        text: entry.text,
        messageId: entry.messageId === null ? null : this.#messageId(entry.messageId),
      };
    });
  }

  #entryId(id: string | null, used: ReadonlySet<string>): string {
    const isFree =
      id !== null && isPlainId(id) && !used.has(id) && !this.#desk.tickets.hasEntry(id);
    return isFree ? id : this.#desk.makeId();
  }

  /** Letters are compared with their angle brackets, which other programs leave out. */
  #messageId(text: string): string {
    return this.#readIds(text)[0] ?? text.trim();
  }
}

/** An id is kept when it can be typed as an argument and holds nothing odd. */
function isPlainId(text: string): boolean {
  return /^[\w.:-]{1,80}$/.test(text);
}

function readKind(code: string | null): TicketKind {
  return kinds.find((kind) => kind === code) ?? 'incident';
}

function readChannel(code: string | null): Channel {
  return channels.find((channel) => channel === code) ?? 'mail';
}

/** The contact of a line: `Name <address>`, a name, an address, or both in fields of their own. */
function namedContact(ticket: TicketLine): { name: string | null; email: string | null } {
  const text = ticket.contact ?? '';
  const boxed = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text);
  const bare = /^[^<>\s]+@[^<>\s]+$/.test(text) ? text : null;
  const email = ticket.contactEmail ?? ticket.email ?? boxed?.[2] ?? bare;
  return { name: (boxed ? boxed[1] : text) || null, email };
}

type Line = TicketLine['entries'][number];

/**
 * Whether the customer wrote it. Said outright, or told by the author: the contact's name or
 * address is the customer's, anybody else's message is ours.
 */
function isFromCustomer(entry: Line, ticket: TicketLine, contact: Contact | null): boolean {
  if (entry.authorType) return entry.authorType === 'contact';
  if (entry.kind === 'note') return false;
  const side = entry.from?.toLowerCase() ?? '';
  if (customerSide.includes(side)) return true;
  if (deskSide.includes(side)) return false;
  const author = (entry.author ?? entry.from)?.toLowerCase();
  if (author === undefined) return false;
  const email = contact?.email ?? null;
  if (email !== null && author.includes(email)) return true;
  const names = [contact?.name, ticket.contact, ticket.customer];
  return names.some((name) => name?.toLowerCase() === author);
}

const customerSide = ['contact', 'customer', 'client'];
const deskSide = ['person', 'desk', 'engineer', 'agent'];
