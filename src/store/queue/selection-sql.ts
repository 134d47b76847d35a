import type { QueueFilter } from '../../domain/desk-config.ts';
import type { TicketCondition, TicketSelection } from '../../domain/selection.ts';
import { unreachable } from '../../util/must.ts';

type Value = string | number;

/** A WHERE clause (without the word) over `ticket t`, its values, and the order rows come in. */
export interface SelectionSql {
  readonly where: string;
  readonly params: readonly Value[];
  readonly order: string;
  /** The values of `order`. */
  readonly orderParams: readonly Value[];
  /** What comes before a row: its values are the row's sort value twice, then its seq. */
  readonly before: {
    readonly column: string;
    readonly condition: string;
    /** The values of `condition` before the row's own. */
    readonly params: readonly Value[];
  };
}

/** Turns a selection into SQL whose first page an index serves. */
export function selectionSql(selection: TicketSelection): SelectionSql {
  const parts: string[] = [];
  const params: Value[] = [];
  const add = (text: string, ...values: Value[]) => {
    parts.push(text);
    params.push(...values);
  };
  if (selection.queue) addQueue(selection.queue, selection, add);
  for (const condition of selection.conditions) addCondition(condition, selection, add);
  if (selection.match !== null) {
    add('t.seq IN (SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?)', selection.match);
  }
  let where = parts.length > 0 ? parts.join(' AND ') : '1';
  if (selection.number !== null) {
    where = `((${where}) OR t.number = ?)`;
    params.push(selection.number);
  }
  const { order, before } = orderOf(selection.queue);
  if (selection.number === null) return { where, params, order, orderParams: [], before };
  // The ticket of the typed number comes first, whatever else the digits are found in.
  const condition = `(t.number = ? OR ${before.condition})`;
  return {
    where,
    params,
    order: `t.number <> ?, ${order}`,
    orderParams: [selection.number],
    before: { ...before, condition, params: [selection.number] },
  };
}

type Add = (text: string, ...values: Value[]) => void;

function orderOf(queue: QueueFilter | null): Pick<SelectionSql, 'order' | 'before'> {
  const column =
    queue === null ? 't.updated_at' : queue.promised ? 't.next_promise_at' : 't.next_action_at';
  const isLatestFirst = queue === null;
  return {
    order: `${column}${isLatestFirst ? ' DESC' : ''}, t.seq`,
    before: {
      column,
      condition: `(${column} ${isLatestFirst ? '>' : '<'} ? OR (${column} = ? AND t.seq < ?))`,
      params: [],
    },
  };
}

function addQueue(queue: QueueFilter, selection: TicketSelection, add: Add): void {
  if (queue.open !== undefined) add(`t.is_open = ${queue.open ? 1 : 0}`);
  if (queue.assignee === 'me') add('t.assignee_id = ?', selection.meId);
  if (queue.assignee === 'none') add('t.assignee_id IS NULL');
  if (queue.line === 'mine') add('t.line = ?', selection.myLine);
  if (queue.status?.length === 1) add('t.status = ?', queue.status[0] ?? '');
  else if (queue.status) addIn('t.status', queue.status, add);
  if (queue.promised) add('t.next_promise_at IS NOT NULL');
  if (queue.dueWithinMs !== undefined) {
    add('t.next_due_at IS NOT NULL AND t.next_due_at <= ?', selection.now + queue.dueWithinMs);
  }
}

function addIn(column: string, values: readonly (string | null)[], add: Add): void {
  add(...isOneOf(column, values));
}

type Part = readonly [text: string, ...values: Value[]];

function isOneOf(column: string, values: readonly (string | null)[]): Part {
  const known = values.filter((v) => v !== null);
  const parts = known.length > 0 ? [`${column} IN (${known.map(() => '?').join(', ')})`] : [];
  if (values.includes(null)) parts.push(`${column} IS NULL`);
  return [parts.length > 0 ? `(${parts.join(' OR ')})` : '0', ...known];
}

function addCondition(condition: TicketCondition, selection: TicketSelection, add: Add): void {
  const [text, ...values] = partOf(condition, selection.now);
  add(condition.negated ? `coalesce(NOT (${text}), 1)` : text, ...values);
}

function partOf(condition: TicketCondition, now: number): Part {
  switch (condition.field) {
    case 'status':
    case 'priority':
    case 'kind':
    case 'channel':
    case 'line':
      return isOneOf(`t.${condition.field}`, condition.values);
    case 'assignee':
    case 'customer':
    case 'contact':
      return isOneOf(`t.${condition.field}_id`, condition.values);
    case 'tag': {
      const [text, ...values] = isOneOf('tag', condition.values);
      return [`t.seq IN (SELECT ticket_seq FROM ticket_tag WHERE ${text})`, ...values];
    }
    case 'text':
      return [`t.seq IN (SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?)`, condition.match];
    case 'open':
      return ['t.is_open = 1'];
    case 'overdue':
      return ['(t.is_open = 1 AND t.next_due_at < ?)', now];
    case 'promised':
      return ['(t.is_open = 1 AND t.next_promise_at IS NOT NULL)'];
    case 'demo':
      return ['t.is_demo = 1'];
    case 'automatic':
      return ['t.is_automatic = 1'];
    case 'created':
      return isBetween('t.created_at', condition);
    case 'due':
      return isBetween('t.next_due_at', condition);
    default:
      return unreachable(condition);
  }
}

function isBetween(
  column: string,
  range: { readonly before: number | null; readonly after: number | null },
): Part {
  const { before, after } = range;
  if (before !== null && after !== null)
    return [`(${column} > ? AND ${column} < ?)`, after, before];
  if (before !== null) return [`${column} < ?`, before];
  return after !== null ? [`${column} > ?`, after] : ['1'];
}
