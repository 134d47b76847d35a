import type { DecideContext } from '../decide-context.ts';
import type { Ticket } from '../ticket.ts';

/** Everything a mass incident stands for, children of children too, each once. */
function descendantsOf(state: Ticket, other: DecideContext['other']): readonly Ticket[] {
  const found = new Map<string, Ticket>();
  const waiting = [...(state.childIds ?? [])];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const child = found.has(id) ? null : other(id);
    if (!child) continue;
    found.set(id, child);
    waiting.push(...(child.childIds ?? []));
  }
  return [...found.values()];
}

/** Those of its tickets that nobody has solved yet. */
export function openDescendants(state: Ticket, other: DecideContext['other']): readonly Ticket[] {
  return descendantsOf(state, other).filter(({ status }) => !isDone(status));
}

/** Whether a ticket stands above another, at whatever distance. */
export function isAbove(
  ticketId: string,
  state: Pick<Ticket, 'parentId'>,
  other: DecideContext['other'],
): boolean {
  for (let above = parentOf(state, other); above; above = parentOf(above, other)) {
    if (above.id === ticketId) return true;
  }
  return false;
}

function parentOf(
  { parentId }: Pick<Ticket, 'parentId'>,
  other: DecideContext['other'],
): Ticket | null {
  return parentId === undefined ? null : other(parentId);
}

function isDone(status: Ticket['status']): boolean {
  return status === 'resolved' || status === 'closed' || status === 'merged';
}
