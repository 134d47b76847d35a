import type { GroupField, SortField, TicketSelection } from '../../domain/selection.ts';
import { kinds, statuses } from '../../domain/vocabulary.ts';
import { NEVER } from '../ticket/deadline-columns.ts';
import type { SqlPart, Value } from './condition-sql.ts';

/** One column of an ORDER BY over `ticket_list t`. */
export interface OrderColumn extends SqlPart {
  readonly isDescending: boolean;
}

const columns: Readonly<Record<SortField | GroupField, string>> = {
  action: 't.next_action_at',
  due: 't.next_due_at',
  promise: 't.next_promise_at',
  created: 't.created_at',
  updated: 't.updated_at',
  resolved: 't.resolved_at',
  priority: 't.priority',
  status: placeIn('t.status', statuses),
  line: 't.line',
  kind: placeIn('t.kind', kinds),
  channel: 't.channel',
  customer: 't.customer_key',
  assignee: 't.assignee_key',
  number: 't.seq',
  returns: 't.returns',
};

/** What a ticket may not have, with the value that stands for it at the end of a list. */
const missing: Partial<Record<SortField | GroupField, readonly [up: string, down: string]>> = {
  due: [`${NEVER}`, '-1'],
  promise: [`${NEVER}`, '-1'],
  resolved: [`${NEVER}`, '-1'],
  customer: [`'\u{10FFFF}'`, `''`],
  assignee: [`'\u{10FFFF}'`, `''`],
};

/**
 * The order of a selection: the ticket of the typed number, the group, what was asked for, and the
 * order of writing, so that no two tickets are equal.
 */
export function orderColumns(selection: TicketSelection): readonly OrderColumn[] {
  const { number, group, sort } = selection;
  const wanted = [
    ...(group === null ? [] : groupKeys(group)),
    ...(sort.length > 0 ? sort.map(keyColumn) : [ownOrder(selection)]),
  ];
  const last = plain('t.seq');
  const ordered = wanted.some((column) => column.text === 't.seq') ? wanted : [...wanted, last];
  if (number === null) return ordered;
  const pinned = 't.seq IS NOT (SELECT seq FROM ticket WHERE number = ?)';
  return [{ text: pinned, values: [number], isDescending: false }, ...ordered];
}

/**
 * The words after ORDER BY, and their values. What was filtered is sorted: along an index a rare
 * match would be looked for one row after another, and a common one costs little to sort.
 */
export function orderSql(order: readonly OrderColumn[], isFiltered: boolean): SqlPart {
  const sign = isFiltered ? '+' : '';
  return {
    text: order
      .map(({ text, isDescending }) => `${sign}${text}${isDescending ? ' DESC' : ''}`)
      .join(', '),
    values: order.flatMap(({ values }) => values),
  };
}

/** What stands before a row in this order, by the row's own values of the columns. */
export function beforeSql(order: readonly OrderColumn[], row: readonly Value[]): SqlPart {
  return order.reduceRight<SqlPart>(
    (rest, { text, values, isDescending }, place) => {
      const own = row[place] ?? 0;
      const isBefore = `${text} ${isDescending ? '>' : '<'} ?`;
      return {
        text: `(${isBefore} OR (${text} = ? AND ${rest.text}))`,
        values: [...values, own, ...values, own, ...rest.values],
      };
    },
    { text: '0', values: [] },
  );
}

/** People and companies of one name are still two groups. */
function groupKeys(group: GroupField): readonly OrderColumn[] {
  const first = keyColumn({ by: group, isDescending: false });
  if (group !== 'customer' && group !== 'assignee') return [first];
  return [first, plain(`coalesce(t.${group}_id, '')`)];
}

function keyColumn(key: { readonly by: SortField | GroupField; isDescending: boolean }) {
  const column = columns[key.by];
  const stand = missing[key.by]?.[key.isDescending ? 1 : 0];
  const text = stand === undefined ? column : `coalesce(${column}, ${stand})`;
  return { text, values: [], isDescending: key.isDescending };
}

/** The nearest first in queues; the latest first where every ticket is looked at. */
function ownOrder({ queue }: TicketSelection): OrderColumn {
  if (queue === null) return { ...plain('t.updated_at'), isDescending: true };
  return plain(queue.promised ? 't.next_promise_at' : 't.next_action_at');
}

function plain(text: string): OrderColumn {
  return { text, values: [], isDescending: false };
}

function placeIn(column: string, values: readonly string[]): string {
  const cases = values.map((value, place) => `WHEN '${value}' THEN ${place}`);
  return `CASE ${column} ${cases.join(' ')} ELSE ${values.length} END`;
}
