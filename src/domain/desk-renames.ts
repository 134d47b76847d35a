import type { TicketFact } from './event.ts';
import type { Ticket } from './ticket.ts';
import type { Status, TicketKind } from './vocabulary.ts';

/** Codes that a pack replaces by others. */
export interface DeskRenames {
  readonly lines: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Partial<Record<TicketKind, TicketKind>>>;
  readonly statuses: Readonly<Partial<Record<Status, Status>>>;
}

/** Why a field of a ticket changed although nobody touched the ticket. */
const REASON = 'desk-changed';

/** What happens to a ticket of codes that are gone. */
export function moveFacts(
  { lines, kinds, statuses }: DeskRenames,
  { line, kind, status }: Pick<Ticket, 'line' | 'kind' | 'status'>,
): readonly TicketFact[] {
  const facts: TicketFact[] = [];
  const toLine = Object.hasOwn(lines, line) ? lines[line] : undefined;
  if (toLine !== undefined) {
    const field = { name: 'line', from: line, to: toLine } as const;
    facts.push({ type: 'field-changed', field, reason: REASON });
  }
  const toKind = kinds[kind];
  if (toKind !== undefined) {
    const field = { name: 'kind', from: kind, to: toKind } as const;
    facts.push({ type: 'field-changed', field, reason: REASON });
  }
  const to = statuses[status];
  if (to !== undefined) {
    facts.push({ type: 'status-changed', from: status, to, reason: REASON, until: null });
  }
  return facts;
}
