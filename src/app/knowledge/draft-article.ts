import { type ArticleDraft, draftMarkdown } from '../../content/article-draft.ts';
import type { ArticleKind } from '../../domain/article.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { dayAfter } from '../../domain/review-day.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { freeArticleId, isTaken } from './article-id.ts';
import { deskDay } from './desk-day.ts';
import { type Known, maskPersonal } from './mask-personal.ts';
import { saveArticle } from './save-article.ts';

/** What a drafted article shall be; what is left out follows from its subject. */
export interface DraftOrder {
  readonly kind?: ArticleKind | undefined;
  readonly id?: string | undefined;
  readonly lang?: Language | undefined;
}

/** A new article to be finished by hand, kept as version 1. */
export interface DraftedArticle {
  readonly id: string;
  readonly lang: Language;
  readonly version: number;
  readonly text: string;
}

const REVIEW_AFTER_DAYS = 180;
const CODE =
  /(?<![\p{L}\p{N}])(?:0x[0-9a-f]{4,}|[A-Z]{2,}[-_]?\d{3,}|[A-Z]+(?:_[A-Z]+)+|\d{3})(?![\p{L}\p{N}])/gu;
const MOST_CODES = 5;

/**
 * An article from a worked ticket: what the customer saw, what the engineers noted, the solution
 * and how it was checked. Whom it was about is masked; the author reads it before anybody else.
 */
export function draftFromTicket(
  desk: Desk,
  ticketId: string,
  order: DraftOrder = {},
): Result<DraftedArticle, Refusal> {
  const ticket = must(desk.tickets.byId(ticketId), `ticket ${ticketId}`);
  const lang = order.lang ?? desk.language;
  const known = knownPeople(desk, ticket);
  const mask = (text: string) => maskPersonal(text, known, lang);
  const { symptom, notes, solution, check, told } = workOf(desk, ticket);
  const parts = {
    title: mask(ticket.subject),
    line: ticket.line,
    tags: ticket.tags,
    symptom: mask(symptom),
    cause: notes.map(mask).join('\n\n'),
    fix: mask(solution),
    check: mask(check),
    told: mask(told),
  };
  return save(desk, { ...order, lang }, { ...parts, ticketId });
}

/** An article that was looked for and not found: its title is the question. */
export function draftFromSearch(
  desk: Desk,
  query: string,
  order: DraftOrder = {},
): Result<DraftedArticle, Refusal> {
  const lang = order.lang ?? desk.language;
  const nothing = { symptom: '', cause: '', fix: '', check: '', told: '' };
  const parts = { title: query.trim(), line: desk.me.line, tags: [], ...nothing, ticketId: null };
  return save(desk, { ...order, lang }, parts);
}

type Parts = Omit<ArticleDraft, 'id' | 'lang' | 'kind' | 'reviewBy' | 'codes'> & {
  readonly ticketId: string | null;
};

function save(
  desk: Desk,
  { kind = 'instruction', id: asked, lang }: DraftOrder & { readonly lang: Language },
  { ticketId, ...parts }: Parts,
): Result<DraftedArticle, Refusal> {
  return desk.store.sql.transact(() => {
    if (asked !== undefined && isTaken(desk, asked, lang)) {
      throw new UserError('article-exists', { article: asked });
    }
    const id = asked ?? freeArticleId(desk, parts.title, lang);
    const reviewBy = dayAfter(deskDay(desk), REVIEW_AFTER_DAYS);
    const codes = codesIn(`${parts.title}\n${parts.symptom}`);
    const tags = [...new Set([...parts.tags, ...codes])];
    const text = draftMarkdown({ ...parts, id, lang, kind, tags, reviewBy, codes });
    const saved = saveArticle(desk, { id, lang }, { text, ticketId });
    return saved.ok ? ok({ id, lang, version: saved.value.version.version, text }) : saved;
  });
}

function codesIn(text: string): readonly string[] {
  return [...new Set(text.match(CODE) ?? [])].slice(0, MOST_CODES);
}

function knownPeople(desk: Desk, ticket: Ticket): Known {
  const contact = desk.people.contact(ticket.contactId);
  const customer = desk.people.customer(ticket.customerId);
  const authors = desk.tickets
    .entries(ticket.id)
    .flatMap(({ author }) => (author.type === 'contact' ? [author.name] : []));
  const staff = desk.people.persons().map(({ name }) => name);
  const present = (texts: readonly (string | null | undefined)[]) =>
    texts.flatMap((text) => text || []);
  return {
    names: present([contact?.name, contact?.callName, customer?.name, ...authors, ...staff]),
    emails: present([contact?.email]),
    phones: present([contact?.phone]),
    addresses: [],
  };
}

interface Work {
  readonly symptom: string;
  readonly notes: readonly string[];
  readonly solution: string;
  readonly check: string;
  readonly told: string;
}

/** The parts of a timeline that an article is made of. */
function workOf(desk: Desk, ticket: Ticket): Work {
  const entries = desk.tickets.entries(ticket.id);
  const events = desk.tickets.events(ticket.id);
  const solved = events.findLast(({ fact }) => {
    return fact.type === 'status-changed' && fact.to === 'resolved';
  });
  const isSolution = ({ id, kind }: Entry) =>
    solved !== undefined && kind === 'note' && id.startsWith(`${solved.opId}:`);
  const fromCustomer = entries.filter(({ author }) => author.type === 'contact');
  const told = entries.findLast(
    ({ author, visibility }) => author.type === 'person' && visibility === 'public',
  );
  const confirmed = events.findLast(({ fact }) => fact.type === 'confirmed')?.fact;
  const heard = fromCustomer.findLast(({ at }) => solved !== undefined && at > solved.at);
  const how = confirmed?.type === 'confirmed' ? confirmed.how : '';
  const notes = entries.filter((entry) => entry.kind === 'note' && !isSolution(entry));
  return {
    symptom: fromCustomer[0]?.text ?? '',
    notes: notes.map(({ text }) => text),
    solution: entries.findLast(isSolution)?.text ?? told?.text ?? '',
    check: [how, heard?.text ?? ''].filter(Boolean).join('\n\n'),
    told: told?.text ?? '',
  };
}
