import type { RegisterTicket } from '../../domain/command.ts';
import type { AttachmentRef, TicketLink } from '../../domain/ticket.ts';
import type { ParsedLetter } from '../../intake/mail/letter.ts';
import { parseLetter } from '../../intake/mail/parse-letter.ts';
import { saysSolved } from '../../intake/mail/says-solved.ts';
import { decideThread, type ThreadDecision, type ThreadLookup } from '../../intake/mail/thread.ts';
import type { StoredLetter } from '../../store/letter/letter-store.ts';
import { must } from '../../util/must.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { withRouting } from '../routing/route-desk.ts';
import { standsFor } from '../ticket/find-ticket.ts';
import { importBounce } from './import-bounce.ts';
import { importTexts } from './import-notices.ts';
import { type ImportOutcome, skipped } from './import-report.ts';
import { keepLetter, type LetterPlace, mailConnectorId, writeNotice } from './letter-place.ts';
import {
  knownSender,
  namesakeOn,
  ownAddresses,
  resolveSender,
  type Sender,
} from './letter-sender.ts';

/** A letter that was read and can be placed. */
export interface IncomingLetter {
  readonly source: string;
  /** Empty in a rehearsal, which keeps nothing. */
  readonly raw: Uint8Array;
  /** Without the bytes of its attachments: these are stored already. */
  readonly letter: ParsedLetter;
  readonly attachments: readonly AttachmentRef[];
}

/**
 * Parses a raw letter and stores its attachments (a rehearsal only counts them). Fails when the
 * bytes are no letter.
 */
export async function readLetter(
  desk: Desk,
  source: string,
  raw: Uint8Array,
  isRehearsal: boolean,
): Promise<Result<IncomingLetter, string>> {
  const parsed = await parseLetter(raw);
  if (!parsed.ok) return fail(parsed.reason);
  const { letter } = parsed;
  const attachments = letter.attachments.map(({ name, mime, bytes }): AttachmentRef => {
    const hash = isRehearsal ? sha256(bytes) : desk.attachments.put(bytes);
    return { hash, name, mime, size: bytes.length };
  });
  const light = { ...letter, attachments: [] };
  return ok({ source, raw: isRehearsal ? new Uint8Array(0) : raw, letter: light, attachments });
}

/** Puts a letter where it belongs. One transaction with its raw bytes: all of it or nothing. */
export function importLetter(desk: Desk, incoming: IncomingLetter): ImportOutcome {
  return desk.store.sql.savepoint(() => {
    const { letter } = incoming;
    if (desk.letters.has(letter.dedupKey)) return skipped('duplicate');
    const place: LetterPlace = { desk, incoming, at: timeOf(letter, desk.clock.now()) };
    const decision = decideThread(letter, threadLookup(desk, letter));
    switch (decision.kind) {
      case 'drop':
        return putAside(place, 'loop', decision.reason);
      case 'bounce':
        return importBounce(place, decision.ticketId);
      case 'append':
        return append(place, decision);
      case 'new':
        // A machine that writes to nobody in particular must not become a customer's ticket.
        if (letter.automatic !== null) return putAside(place, 'automatic', 'automatic');
        return openTicket(place, suspectedLink(decision.maybeBelongsTo));
    }
  });
}

const earliest = Date.UTC(2000, 0, 1);

/** When the letter was written, unless its sender's clock is plainly wrong. */
function timeOf(letter: ParsedLetter, now: number): number {
  const { date } = letter;
  return date !== null && date >= earliest && date <= now ? date : now;
}

function threadLookup(desk: Desk, letter: ParsedLetter): ThreadLookup {
  const { tickets, letters } = desk;
  return {
    ticketByOutgoingMessageId: (id) => tickets.idByMessage(id, true),
    ticketByMessageId: (id) => letters.ticketByMessage(id) ?? tickets.idByMessage(id, false),
    ticketByNumber: (number) => tickets.idByNumber(number),
    isParticipant: (ticketId, address) =>
      tickets.isParticipant(ticketId, address) ||
      namesakeOn(desk, ticketId, letter.from?.name ?? '') !== null,
    ownAddresses: ownAddresses(desk),
  };
}

function putAside(place: LetterPlace, kind: StoredLetter['kind'], reason: string): ImportOutcome {
  keepLetter(place, kind, null);
  return skipped(reason);
}

type Append = Extract<ThreadDecision, { kind: 'append' }>;

function append(place: LetterPlace, decision: Append): ImportOutcome {
  const { desk, incoming, at } = place;
  const { letter } = incoming;
  const ticketId = standsFor(desk, decision.ticketId);
  // A mailing list carries people's answers too: one that answers our letter is an answer.
  const isAutomatic = letter.automatic !== null && letter.automatic !== 'list';
  const sender = isAutomatic ? knownSender(desk, letter) : resolveSender(desk, letter, ticketId);
  const ticket = must(desk.tickets.byId(ticketId), 'ticket of a thread');
  const keepsSolution = saysSolved(letter);
  const done = execute(
    desk,
    ticketId,
    { type: 'receive', at, ...foreignText(place, sender), isAutomatic, keepsSolution },
    // The history of a ticket goes forward, also when a letter comes late.
    { at: Math.max(at, ticket.updatedAt), byId: mailConnectorId(desk) },
  );
  if (!done.ok) {
    if (isAutomatic) return putAside(place, 'automatic', done.problem.code);
    return openTicket(place, { link: { ticketId, relation: 'continues' }, isSuspected: false });
  }
  if (decision.conflict !== null) {
    writeNotice(place, ticketId, importTexts(desk).conflict(decision.conflict));
  }
  keepLetter(place, isAutomatic ? 'automatic' : 'letter', ticketId);
  return { kind: 'updated', number: ticket.number };
}

interface OpeningLink {
  readonly link: TicketLink;
  /** The letter only names the other ticket; nothing proves that it belongs there. */
  readonly isSuspected: boolean;
}

function suspectedLink(ticketId: string | null): OpeningLink | null {
  return ticketId === null ? null : { link: { ticketId, relation: 'related' }, isSuspected: true };
}

const nothingChosen = { line: false, priority: false, assignee: false };

function openTicket(place: LetterPlace, opening: OpeningLink | null): ImportOutcome {
  const { desk, incoming, at } = place;
  const sender = resolveSender(desk, incoming.letter);
  const ticketId = desk.makeId();
  const byId = mailConnectorId(desk);
  const command: RegisterTicket = {
    type: 'register',
    subject: incoming.letter.subject.trim() || importTexts(desk).noSubject,
    kind: 'incident',
    priority: 'P3',
    line: desk.me.line,
    channel: 'mail',
    audience: 'customer',
    customerId: sender.customerId,
    contactId: sender.contactId,
    tags: sender.customerId === null ? ['unidentified'] : [],
    first: { ...foreignText(place, sender), isAutomatic: false },
  };
  // An old letter is read in now: whoever gets it has to be there now.
  const routed = withRouting(desk, command, { own: nothingChosen, at: desk.clock.now() });
  const done = execute(desk, ticketId, routed, { at, byId, isDemo: false });
  if (!done.ok) return { kind: 'failed', reason: done.problem.code, params: done.problem.params };
  if (opening !== null) linkTo(place, ticketId, opening);
  keepLetter(place, 'letter', ticketId);
  return { kind: 'created', number: done.value.ticket.number };
}

function linkTo(place: LetterPlace, ticketId: string, { link, isSuspected }: OpeningLink): void {
  const { desk, at } = place;
  execute(desk, ticketId, { type: 'link', link }, { at, byId: mailConnectorId(desk) });
  const number = desk.tickets.byId(link.ticketId)?.number;
  if (isSuspected && number !== undefined) {
    writeNotice(place, ticketId, importTexts(desk).maybe(number));
  }
}

function foreignText({ incoming }: LetterPlace, sender: Sender) {
  return {
    text: incoming.letter.text,
    contactId: sender.contactId,
    contactName: sender.name,
    messageId: incoming.letter.messageId,
    attachments: incoming.attachments,
  };
}
