import type { QueueState } from './ui-state.ts';

type Listed = Pick<QueueState, 'rows' | 'offset' | 'groups' | 'top'>;

/** Whether a ticket of the window begins a group: its name stands above it. */
export function beginsGroup({ rows, groups }: Listed, index: number): boolean {
  const group = groups.get(rows[index]?.id ?? '');
  return group !== undefined && group.key !== groups.get(rows[index - 1]?.id ?? '')?.key;
}

/** How many tickets stand below each other from the first visible one on; names of groups take rows. */
export function fittingTickets(queue: Listed, height: number): number {
  if (queue.groups.size === 0) return height;
  const from = queue.top - queue.offset;
  let left = height;
  let count = 0;
  for (let index = from; index < queue.rows.length; index += 1) {
    left -= index === from || beginsGroup(queue, index) ? 2 : 1;
    if (left < 0) break;
    count += 1;
  }
  return Math.max(1, count);
}

/** The first visible row from which a ticket is in sight, moved no further than that needs. */
export function topShowing(queue: Listed, place: number, height: number): number {
  let { top } = queue;
  while (top < place && place >= top + fittingTickets({ ...queue, top }, height)) top += 1;
  return top;
}
