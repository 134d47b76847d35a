import type { TicketFact } from '../domain/event.ts';

/** A fact as the audit trail keeps it: the text of an entry stands in the entry's own row only. */
export function storedFact(fact: TicketFact): string {
  const told = fact.type === 'entry-added' ? { ...fact, entry: { ...fact.entry, text: '' } } : fact;
  return JSON.stringify(told);
}
