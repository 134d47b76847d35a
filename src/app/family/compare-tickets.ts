import type { OpenIncident, RecentTicket } from '../../domain/family/propose-mass-incidents.ts';
import { translitKey } from '../../search/article/sound.ts';
import { tellingWords } from '../../search/telling-words.ts';
import { createStemmer } from '../../search/word.ts';
import type { ComparedTicket } from '../../store/ticket/family-reader.ts';
import { ownWords } from '../content/ticket-words.ts';
import type { Desk } from '../desk/desk.ts';

const stemmer = createStemmer();

/** What a ticket says, for comparison. */
export interface SaidTicket {
  readonly subject: string;
  /** What the customer wrote first. */
  readonly text: string;
}

/** The telling words of a ticket, with the tokens by which the text index knows them. */
export interface SaidWords extends Pick<RecentTicket, 'words' | 'named'> {
  readonly tokens: ReadonlyMap<string, string>;
}

/**
 * The telling words of a ticket: of its subject and, behind them, of the first words. «впн» and VPN
 * are one word: a name is known by its sound in Latin letters.
 */
export function saidWords({ subject, text }: SaidTicket): SaidWords {
  const inSubject = tellingWords(subject, stemmer);
  const inText = tellingWords(ownWords(text), stemmer);
  const named = [...inSubject, ...inText.filter(({ kind }) => kind === 'code')];
  // The first to say a word is the one that is shown.
  const all = [...inSubject, ...inText].toReversed();
  return {
    words: new Map(all.map(({ token, text: word }) => [translitKey(token), word])),
    tokens: new Map(all.map(({ token }) => [translitKey(token), token])),
    named: new Set(named.map(({ token }) => translitKey(token))),
  };
}

/** A ticket as proposals look at it. */
export function recentTicket({
  ticket,
  firstText,
  town,
}: ComparedTicket): RecentTicket & SaidWords {
  const { id, createdAt, customerId, tags, subject } = ticket;
  return { id, createdAt, customerId, town, tags, ...saidWords({ subject, text: firstText }) };
}

/** A mass incident with the customers and towns of its tickets. */
export function openIncident(desk: Desk, compared: ComparedTicket): OpenIncident {
  const { ticket } = compared;
  const children = (ticket.childIds ?? []).flatMap((id) => desk.tickets.byId(id) ?? []);
  const all = [ticket, ...children].flatMap(({ customerId }) => customerId ?? []);
  const customerIds = [...new Set(all)];
  const towns = customerIds.flatMap((id) => desk.people.customer(id)?.city || []);
  const { id, createdAt, tags, words, named } = recentTicket(compared);
  return { id, createdAt, tags, words, named, customerIds, towns: [...new Set(towns)] };
}
