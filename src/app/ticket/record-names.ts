import type { Desk } from '../desk/desk.ts';

/** What people call what events know by ids; null for what is gone. */
export interface RecordNames {
  readonly person: (id: string) => string | null;
  readonly customer: (id: string) => string | null;
  readonly contact: (id: string) => string | null;
  readonly number: (ticketId: string) => string | null;
}

/** The names of a desk's records. */
export function recordNames({ people, tickets }: Desk): RecordNames {
  return {
    person: (id) => people.person(id)?.name ?? null,
    customer: (id) => people.customer(id)?.name ?? null,
    contact: (id) => people.contact(id)?.name ?? null,
    number: (id) => tickets.byId(id)?.number ?? null,
  };
}
