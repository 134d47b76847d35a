import type { TicketEvent } from '../../domain/event.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { Desk } from '../desk/desk.ts';

/** Something that others did to a ticket. `who` is null where it matters to nobody. */
export type TicketNews =
  | { readonly kind: 'customer' | 'returned' | 'confirmed'; readonly times: number }
  | { readonly kind: 'replied' | 'noted' | 'called' | 'promised'; readonly who: string }
  | { readonly kind: 'taken'; readonly who: string }
  | { readonly kind: 'given'; readonly who: string; readonly to: string | null }
  | { readonly kind: 'status'; readonly who: string; readonly status: Status }
  | { readonly kind: 'changed'; readonly who: string };

/**
 * What others did to a ticket since its revision `since` (events folded in), each kind once, in the
 * order it happened: two engineers must not answer one customer twice.
 */
export function ticketNews(desk: Desk, ticketId: string, since: number): readonly TicketNews[] {
  const news = new Map<TicketNews['kind'], TicketNews>();
  for (const event of desk.tickets.events(ticketId).slice(since)) {
    if (event.byId === desk.me.id) continue;
    const one = newsOf(desk, event);
    if (one === null) continue;
    const before = news.get(one.kind);
    const isAgain = before && 'times' in before && 'times' in one;
    news.set(one.kind, isAgain ? { ...one, times: before.times + 1 } : one);
  }
  // A message that sends a solution back says so itself.
  if (news.has('returned')) news.delete('status');
  return [...news.values()];
}

function newsOf(desk: Desk, { byId, fact }: TicketEvent): TicketNews | null {
  const who = nameOf(desk, byId) ?? '';
  switch (fact.type) {
    case 'entry-added':
      return entryNews(fact.entry, who);
    case 'assigned':
      if (fact.personId !== null && fact.personId === byId) return { kind: 'taken', who };
      return { kind: 'given', who, to: nameOf(desk, fact.personId) };
    case 'status-changed':
      return { kind: 'status', who, status: fact.to };
    case 'promise-made':
      return { kind: 'promised', who };
    case 'returned':
    case 'confirmed':
      return { kind: fact.type, times: 1 };
    case 'field-changed':
    case 'tags-changed':
      return { kind: 'changed', who };
    default:
      return null;
  }
}

function entryNews(
  entry: Extract<TicketEvent['fact'], { type: 'entry-added' }>['entry'],
  who: string,
): TicketNews | null {
  if (entry.author.type === 'contact') return { kind: 'customer', times: 1 };
  if (entry.author.type === 'system') return null;
  if (entry.kind === 'call') return { kind: 'called', who };
  return { kind: entry.visibility === 'public' ? 'replied' : 'noted', who };
}

function nameOf(desk: Desk, personId: string | null): string | null {
  return desk.people.person(personId)?.name ?? null;
}
