import type { WordingChannel } from '../../content/wording.ts';
import type { NewPromise } from '../../domain/text-effects.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Audience, Channel, Language } from '../../domain/vocabulary.ts';
import type { FoundPromise } from '../../wording/find-promises.ts';
import type { Finding } from '../../wording/finding.ts';
import type { Desk } from '../desk/desk.ts';
import { type LintOrder, lintAtOnce, lintCopies, lintSpelling } from './lint-text.ts';
import type { DeskWording } from './open-wording.ts';

/** A reply before it goes. */
export interface ReviewOrder {
  readonly ticketId: string;
  readonly text: string;
  readonly audience: Audience;
  /** The promise that came with its template or was set by hand. */
  readonly given: NewPromise | null;
  /** The situation of its template; null without one. */
  readonly situation: string | null;
  /** Language of what is said about it. */
  readonly reader: Language;
}

export interface ReviewedReply {
  /** In text order, without spelling: that takes a while. */
  readonly findings: readonly Finding[];
  /** Every time that the text gives, the nearest first. */
  readonly promises: readonly NewPromise[];
}

const channels: Partial<Record<Channel, WordingChannel>> = {
  chat: 'chat',
  messenger: 'chat',
  call: 'phone',
};
/** What the wording calls the situations of templates. */
const occasions: Readonly<Record<string, string>> = {
  hold: 'hold',
  deadline: 'deadline',
  closing: 'close',
  greeting: 'first',
};
/** The same moment in a text and in its template: a minute is lost in writing it down. */
const SAME_MS = 60_000;

/** Looks at a reply to a ticket as its customer will read it. */
export function reviewReply(desk: Desk, wording: DeskWording, order: ReviewOrder): ReviewedReply {
  const { findings, promises } = lintAtOnce(wording, lintOrder(desk, order));
  return { findings, promises: joinPromises(desk, order, promises) };
}

/** The misspelt words of a text; what was meant is asked for one word at a time. */
export function reviewSpelling(
  desk: Desk,
  wording: DeskWording,
  order: ReviewOrder,
): Promise<readonly Finding[]> {
  return lintSpelling(wording, lintOrder(desk, order), { areWordsSuggested: false });
}

/** The parts of a text that are copied from an article. */
export function reviewCopies(
  desk: Desk,
  wording: DeskWording,
  order: ReviewOrder,
): Promise<readonly Finding[]> {
  return lintCopies(wording, lintOrder(desk, order));
}

function lintOrder(desk: Desk, order: ReviewOrder): LintOrder {
  const { ticketId, text, audience, situation, reader } = order;
  const ticket = desk.tickets.byId(ticketId);
  const customer = ticket?.customerId ? desk.people.customer(ticket.customerId) : null;
  const contact = ticket?.contactId ? desk.people.contact(ticket.contactId) : null;
  return {
    text,
    language: null,
    reader,
    audience,
    channel: (ticket && channels[ticket.channel]) ?? 'mail',
    kind: occasionOf(situation, ticket),
    customer: customer?.name ?? contact?.name ?? null,
    contact: contact?.name ?? null,
    customerTexts: desk.tickets
      .entries(ticketId)
      .flatMap(({ author, text: said }) => (author.type === 'contact' ? [said] : [])),
    now: desk.clock.now(),
    timeZone: contact?.timeZone ?? customer?.timeZone ?? desk.config.timeZone,
  };
}

/** A first word needs a greeting, whatever template it came from. */
function occasionOf(situation: string | null, ticket: Ticket | null): string | null {
  const known = situation === null ? undefined : occasions[situation];
  if (known !== undefined) return known;
  return ticket?.lastPublicAt === null ? 'first' : null;
}

/** What the text says, and what its template gave as long as the text still says it. */
function joinPromises(
  desk: Desk,
  { given, text }: ReviewOrder,
  found: readonly FoundPromise[],
): readonly NewPromise[] {
  const isMine = ({ dueAt }: FoundPromise) =>
    given !== null && Math.abs(dueAt - given.dueAt) < SAME_MS;
  // Set by hand it has no words in the text; those of a template may have been written over.
  const isHeld = given !== null && (given.text === '' || text.includes(given.text));
  const own = isHeld || found.some(isMine) ? given : null;
  // «10 минут (до 14:40)» is one promise, whatever the minutes alone would come to.
  const from = own?.text ? text.indexOf(own.text) : -1;
  const isWithin = ({ start, end }: FoundPromise) =>
    own !== null && from >= 0 && start >= from && end <= from + own.text.length;
  const others = found
    .filter((promise) => own === null || !(isMine(promise) || isWithin(promise)))
    .map(({ kind, dueAt, text: words }) => ({ id: desk.makeId(), kind, dueAt, text: words }));
  return [...(own === null ? [] : [own]), ...others].sort((a, b) => a.dueAt - b.dueAt);
}
