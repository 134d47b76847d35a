import { addressKey } from './address-list.ts';
import type { LetterAddress, ParsedLetter } from './letter.ts';
import { ticketNumbers } from './ticket-token.ts';

/** What the store knows. Message-IDs are asked for with their angle brackets. */
export interface ThreadLookup {
  /** The ticket of a letter that we sent. */
  ticketByOutgoingMessageId(messageId: string): string | null;
  /** The ticket of any stored letter of a customer. */
  ticketByMessageId(messageId: string): string | null;
  /** The ticket with this number (SM-1042) or alias. */
  ticketByNumber(number: string): string | null;
  isParticipant(ticketId: string, address: string): boolean;
  /** Addresses of the desk itself. */
  readonly ownAddresses: readonly string[];
}

export type AppendReason =
  | 'in-reply-to'
  | 'references'
  | 'plus-address'
  | 'subject-token'
  | 'customer-reference';

/** Where a letter belongs. Ticket ids, except `conflict`, which is a number as the letter names it. */
export type ThreadDecision =
  | {
      readonly kind: 'append';
      readonly ticketId: string;
      readonly by: AppendReason;
      /** A number the letter names although it belongs to another ticket. */
      readonly conflict: string | null;
      /** The sender did not take part so far: show it, and do not write to him by itself. */
      readonly isStranger: boolean;
    }
  | { readonly kind: 'new'; readonly maybeBelongsTo: string | null }
  | { readonly kind: 'drop'; readonly reason: 'loop' }
  | { readonly kind: 'bounce'; readonly ticketId: string | null };

interface Match {
  readonly ticketId: string;
  readonly by: AppendReason;
}

// A reference list grows with every answer; the newest end tells most and bounds the look-ups.
const maxReferences = 50;

function firstFound(keys: readonly string[], find: (key: string) => string | null): string | null {
  for (const key of keys) {
    const ticketId = find(key);
    if (ticketId !== null) return ticketId;
  }
  return null;
}

/** The person who writes: a web form sends from our own address with the customer in Reply-To. */
export function letterWriter(
  letter: Pick<ParsedLetter, 'from' | 'replyTo'>,
  ownAddresses: Iterable<string>,
): LetterAddress | null {
  const own = new Set(Iterator.from(ownAddresses).map(addressKey));
  const { from, replyTo } = letter;
  if (from !== null && !own.has(addressKey(from.address))) return from;
  return replyTo !== null && !own.has(addressKey(replyTo.address)) ? replyTo : from;
}

function writer(letter: ParsedLetter, own: ReadonlySet<string>): string | null {
  const address = letterWriter(letter, own)?.address;
  return address === undefined ? null : addressKey(address);
}

function isLoop(letter: ParsedLetter, lookup: ThreadLookup, own: ReadonlySet<string>): boolean {
  if (letter.automatic === 'loop') return true;
  if (letter.loopMarks.some((mark) => own.has(addressKey(mark)))) return true;
  const sender = writer(letter, own);
  if (sender !== null && own.has(sender)) return true;
  return letter.messageId !== null && lookup.ticketByOutgoingMessageId(letter.messageId) !== null;
}

function bounceTicket(letter: ParsedLetter, lookup: ThreadLookup): string | null {
  const { bounce } = letter;
  const ids = [
    ...(bounce?.originalMessageId ? [bounce.originalMessageId] : []),
    ...(bounce?.originalReferences ?? []),
    ...(letter.inReplyTo === null ? [] : [letter.inReplyTo]),
    ...letter.references,
  ];
  const numbers = [...ticketNumbers(bounce?.originalSubject ?? ''), ...letter.ticketTokens.subject];
  return (
    firstFound(ids, (id) => lookup.ticketByOutgoingMessageId(id)) ??
    firstFound(letter.ticketTokens.plusAddress, (number) => lookup.ticketByNumber(number)) ??
    firstFound(numbers, (number) => lookup.ticketByNumber(number))
  );
}

function findMatch(
  letter: ParsedLetter,
  lookup: ThreadLookup,
  sender: string | null,
): Match | null {
  const answered = letter.inReplyTo === null ? [] : [letter.inReplyTo];
  const references = letter.references.slice(-maxReferences).toReversed();
  const { plusAddress, subject } = letter.ticketTokens;
  const ours = (id: string) => lookup.ticketByOutgoingMessageId(id);
  const known = (id: string) => lookup.ticketByMessageId(id);
  const byNumber = (number: string) => lookup.ticketByNumber(number);
  // Anybody can write a number into a subject: only a participant is believed.
  const byOwnNumber = (number: string) => {
    const ticketId = byNumber(number);
    const isBelieved = ticketId !== null && sender !== null;
    return isBelieved && lookup.isParticipant(ticketId, sender) ? ticketId : null;
  };
  const steps: [AppendReason, string | null][] = [
    ['in-reply-to', firstFound(answered, ours)],
    ['references', firstFound(references, ours)],
    ['plus-address', firstFound(plusAddress, byNumber)],
    ['subject-token', firstFound(subject, byOwnNumber)],
    ['customer-reference', firstFound([...answered, ...references], known)],
  ];
  for (const [by, ticketId] of steps) {
    if (ticketId !== null) return { ticketId, by };
  }
  return null;
}

function foreignNumber(letter: ParsedLetter, lookup: ThreadLookup, ticketId: string) {
  const numbers = [...letter.ticketTokens.plusAddress, ...letter.ticketTokens.subject];
  return numbers.find((number) => lookup.ticketByNumber(number) !== ticketId) ?? null;
}

/**
 * Decides which ticket a letter belongs to (research: connectors, section 3). Ids of letters we
 * sent win over a number in the subject; a foreign number is then reported as `conflict`.
 * Automatic letters are decided alike: `letter.automatic` tells the caller to put a new one aside.
 * Copies of a letter (`dedupKey`) must be recognised before.
 */
export function decideThread(letter: ParsedLetter, lookup: ThreadLookup): ThreadDecision {
  const own = new Set(lookup.ownAddresses.map(addressKey));
  if (isLoop(letter, lookup, own)) return { kind: 'drop', reason: 'loop' };
  if (letter.automatic === 'bounce') {
    return { kind: 'bounce', ticketId: bounceTicket(letter, lookup) };
  }
  const sender = writer(letter, own);
  const match = findMatch(letter, lookup, sender);
  if (match === null) {
    const named = firstFound(letter.ticketTokens.subject, (number) =>
      lookup.ticketByNumber(number),
    );
    return { kind: 'new', maybeBelongsTo: named };
  }
  const isStranger = sender === null || !lookup.isParticipant(match.ticketId, sender);
  const conflict = foreignNumber(letter, lookup, match.ticketId);
  return { kind: 'append', ...match, conflict, isStranger };
}
