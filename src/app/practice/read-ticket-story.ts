import type { TicketEvent } from '../../domain/event.ts';
import type { Contact } from '../../domain/person.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type {
  StoryField,
  StoryFile,
  StoryTurn,
  TicketStory,
} from '../../practice/from-ticket/ticket-story.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { claimedKind, openFile } from '../ticket/open-file.ts';
import { type FoundFile, filesOf } from '../ticket/ticket-files.ts';

/** What stands in the place of something that nobody has written down. */
export interface StoryWords {
  readonly role: string;
  readonly cut: string;
}

const MOST_FILES = 8;
const LONGEST_FILE = 20_000;

/** Reads what happened in a ticket, in the order in which it happened. */
export async function readTicketStory(
  desk: Desk,
  ticket: Ticket,
  { lang, words }: { readonly lang: Language; readonly words: StoryWords },
): Promise<TicketStory> {
  const files = await textFiles(desk, ticket.id, words);
  const contact = desk.people.contact(ticket.contactId);
  const line = Number(ticket.line);
  return {
    lang,
    title: ticket.subject,
    priority: ticket.priority,
    line: Number.isInteger(line) && line >= 1 && line <= 5 ? line : 2,
    kind: ticket.kind,
    channel: ticket.channel,
    zone: zoneOf(desk, ticket, contact),
    startedAt: ticket.createdAt,
    customer: customerOf(desk, ticket, contact, words),
    turns: turnsOf(desk, ticket, files),
    files: files.map(({ entryId: _, ...file }) => file),
  };
}

function zoneOf({ people, config }: Desk, ticket: Ticket, contact: Contact | null): string {
  const customer = people.customer(ticket.customerId);
  return contact?.timeZone ?? customer?.timeZone ?? config.timeZone;
}

function customerOf(
  desk: Desk,
  ticket: Ticket,
  contact: Contact | null,
  words: StoryWords,
): TicketStory['customer'] {
  const first = desk.tickets.entries(ticket.id).find(({ author }) => author.type === 'contact');
  const said = first?.author.type === 'contact' ? first.author.name : '';
  const name = contact?.name || said || words.role;
  const org = desk.people.customer(ticket.customerId)?.name ?? '';
  return {
    org: org || name,
    name,
    callName: contact?.callName ?? name,
    role: contact?.role || words.role,
  };
}

interface AttachedFile extends StoryFile {
  readonly entryId: string;
}

async function textFiles(
  desk: Desk,
  ticketId: string,
  { cut }: StoryWords,
): Promise<readonly AttachedFile[]> {
  const claimed = filesOf(desk, ticketId).filter((file) => claimedKind(file) === 'text');
  const visibilities = new Map(
    desk.tickets.entries(ticketId).map(({ id, visibility }) => [id, visibility]),
  );
  const found: AttachedFile[] = [];
  for (const file of claimed.slice(0, MOST_FILES)) {
    const text = await textOf(desk, file);
    if (text === null || text.trim() === '') continue;
    const short = text.length > LONGEST_FILE ? `${text.slice(0, LONGEST_FILE)}\n${cut}` : text;
    const isInternal = visibilities.get(file.entryId) === 'internal';
    const { name, entryId } = file;
    found.push({ id: `file-${found.length + 1}`, name, isInternal, text: short, entryId });
  }
  return found;
}

/** A file whose bytes are gone is left out: the rest of the ticket can be told without it. */
async function textOf(desk: Desk, file: FoundFile): Promise<string | null> {
  try {
    const opened = await openFile(desk, file);
    return opened.kind === 'text' ? opened.text : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function turnsOf(desk: Desk, ticket: Ticket, files: readonly AttachedFile[]): readonly StoryTurn[] {
  const events = desk.tickets.events(ticket.id);
  const deeds = events.flatMap((event) => deedOf(event, events));
  const doneIn = new Set(deeds.map(({ opId }) => opId));
  const entries = desk.tickets.entries(ticket.id);
  const said = entries.flatMap((entry) => {
    const opId = entry.id.slice(0, entry.id.lastIndexOf(':'));
    return doneIn.has(opId) && entry.visibility === 'internal' ? [] : turnOf(entry, files);
  });
  // What a reply changes by the way is no deed of its own.
  const repliedIn = new Set(
    entries.filter(isReply).map(({ id }) => id.slice(0, id.lastIndexOf(':'))),
  );
  const acted = deeds.filter(({ opId, turn }) => turn.name !== 'status' || !repliedIn.has(opId));
  return [...said, ...acted.map(({ turn }) => turn)].toSorted((a, b) => a.at - b.at);
}

function isReply({ author, visibility, kind }: Entry): boolean {
  return author.type === 'person' && visibility === 'public' && kind !== 'system';
}

function turnOf(entry: Entry, files: readonly AttachedFile[]): readonly StoryTurn[] {
  const { at, text, author, kind, visibility, id } = entry;
  const attached = files.flatMap((file) => (file.entryId === id ? file.id : []));
  if (kind === 'system') return [];
  if (author.type === 'contact') return [{ type: 'heard', at, text, files: attached }];
  if (isReply(entry)) return text.trim() === '' ? [] : [{ type: 'replied', at, text }];
  // What somebody noted tells the next one what to do; without a word it only brings its files.
  const isTold = visibility === 'internal' && (kind === 'note' || attached.length > 0);
  return isTold ? [{ type: 'noted', at, text, files: attached }] : [];
}

interface Deed {
  readonly opId: string;
  readonly turn: Extract<StoryTurn, { readonly type: 'acted' }>;
}

const WAITING = ['waiting-customer', 'waiting-third-party', 'scheduled'];

function deedOf({ fact, opId, at }: TicketEvent, events: readonly TicketEvent[]): readonly Deed[] {
  const of = (name: Deed['turn']['name'], fields: readonly StoryField[]): readonly Deed[] => {
    return [{ opId, turn: { type: 'acted', at, name, fields } }];
  };
  if (fact.type === 'handed-over') {
    const { kind, toLine, form } = fact.handover;
    const to = kind === 'line' ? `line-${toLine}` : kind;
    return of('escalate', [exact('to', to), ...free(form, ['seen', 'done', 'need'])]);
  }
  if (fact.type !== 'status-changed') return [];
  const isHandover = events.some((one) => one.opId === opId && one.fact.type === 'handed-over');
  if (fact.to === 'resolved') return of('resolve', resolvedFields(opId, events));
  return WAITING.includes(fact.to) && !isHandover ? of('status', [exact('to', fact.to)]) : [];
}

function resolvedFields(opId: string, events: readonly TicketEvent[]): readonly StoryField[] {
  const fix = events.flatMap((event) => {
    const isOurs = event.opId === opId && event.fact.type === 'entry-added';
    return isOurs && event.fact.type === 'entry-added' ? event.fact.entry.text : [];
  });
  return free({ fix: fix[0] ?? '' }, ['fix']);
}

function exact(name: StoryField['name'], text: string): StoryField {
  return { name, text, isExact: true };
}

/** Fields that were filled in with words; an empty one is asked of nobody. */
function free(
  form: Partial<Record<StoryField['name'], string>>,
  names: readonly StoryField['name'][],
): readonly StoryField[] {
  return names.flatMap((name) => {
    const text = form[name]?.trim() ?? '';
    return text === '' ? [] : [{ name, text, isExact: false }];
  });
}
