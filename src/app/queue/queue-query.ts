import type { QueueFilter, SavedQueue } from '../../domain/desk-config.ts';
import { type PrintedQuery, printTicketQuery } from '../../search/print-query.ts';

/**
 * A queue and a filter over it as one line, so that it can be saved under another name and goes on
 * meaning the same when the first queue changes.
 */
export function queueAsLine(queue: SavedQueue | null, filter: string): string {
  const parts = queue ? [lineOf(queue.filter), queue.query ?? '', filter] : [filter];
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
}

function lineOf(filter: QueueFilter): string {
  const terms: PrintedQuery['terms'][number][] = [];
  const add = (field: 'is' | 'assignee' | 'line' | 'status', names: readonly string[]) =>
    terms.push({ field, values: names.map((name) => ({ type: 'name', name })), negated: false });
  if (filter.open !== undefined) {
    const values = [{ type: 'name', name: 'open' }] as const;
    terms.push({ field: 'is', values, negated: !filter.open });
  }
  if (filter.assignee) add('assignee', [filter.assignee]);
  if (filter.line) add('line', [filter.line]);
  if (filter.status) add('status', filter.status);
  if (filter.promised) add('is', ['promised']);
  if (filter.dueWithinMs !== undefined) {
    const point = { type: 'length', ms: filter.dueWithinMs } as const;
    terms.push({
      field: 'due',
      values: [{ type: 'time', range: { op: '<=', point } }],
      negated: false,
    });
  }
  return printTicketQuery({ terms, words: [], sort: [], group: null, columns: null });
}
