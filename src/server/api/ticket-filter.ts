import type { Ticket } from '../../domain/ticket.ts';
import type { Status } from '../../domain/vocabulary.ts';

type Names = 'id' | 'number' | 'subject' | 'kind' | 'status' | 'priority' | 'line' | 'tags';
type Whose = 'assigneeId' | 'customerId' | 'contactId';

/** A ticket in a list. */
export interface TicketRow extends Pick<Ticket, Names | Whose | 'createdAt' | 'updatedAt'> {
  readonly space: string;
  readonly rev: number;
}

/** What of a row each filter looks at. */
const fields = {
  status: ({ status }) => [status, ended.has(status) ? 'closed' : 'open'],
  assignee: ({ assigneeId }) => [assigneeId ?? 'none'],
  line: ({ line }) => [line],
  space: ({ space }) => [space],
  kind: ({ kind }) => [kind],
  priority: ({ priority }) => [priority],
  customer: ({ customerId }) => [customerId ?? 'none'],
  contact: ({ contactId }) => [contactId ?? 'none'],
  tag: ({ tags }) => tags,
} as const satisfies Record<string, (row: TicketRow) => readonly string[]>;

type FilterName = keyof typeof fields;

/** What a list of tickets may be narrowed by, besides words. */
export const filterNames = Object.keys(fields) as readonly FilterName[];

const ended: ReadonlySet<Status> = new Set(['resolved', 'closed', 'merged']);

/** Which tickets, newest change first. A filter takes several values with commas between them. */
export interface TicketQuery extends Readonly<Partial<Record<FilterName, string>>> {
  /** Words of the subject, the number or the tags. */
  readonly q?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Tells whether a row is asked for; `me` is whoever asks, `none` nobody. */
export function fitsQuery(query: TicketQuery, readerId: string): (row: TicketRow) => boolean {
  const words = query.q?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const wanted = filterNames.flatMap((name) => {
    const asked = query[name]?.split(',').map((value) => (value === 'me' ? readerId : value));
    return asked ? [{ of: fields[name], values: new Set<string>(asked) }] : [];
  });
  return (row) => {
    if (!wanted.every(({ of, values }) => of(row).some((value) => values.has(value)))) return false;
    const text = [row.number, row.subject, ...row.tags].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
