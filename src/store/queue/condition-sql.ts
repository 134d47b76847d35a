import type { QueueFilter } from '../../domain/desk-config.ts';
import type {
  TicketCondition,
  TicketFlag,
  TicketPart,
  TicketSelection,
  TicketTime,
} from '../../domain/selection.ts';

export type Value = string | number;

/** A piece of a WHERE clause over `ticket_list t`, and the values of its places. */
export interface SqlPart {
  readonly text: string;
  readonly values: readonly Value[];
}

/** For whom and when conditions are read. */
export type Viewer = Pick<TicketSelection, 'meId' | 'myLine' | 'now'>;

type ValuesField = Extract<TicketCondition, { values: unknown }>['field'];

/**
 * A sign keeps the indexes away where a value is one of a few: to fetch half of all rows one by one
 * costs more than to look through all of them.
 */
const columns: Readonly<Record<Exclude<ValuesField, 'tag'>, string>> = {
  status: '+t.status',
  priority: 't.priority',
  kind: 't.kind',
  channel: 't.channel',
  audience: 't.audience',
  line: '+t.line',
  assignee: 't.assignee_id',
  customer: 't.customer_id',
  contact: 't.contact_id',
  parent: 't.parent_id',
  handover: 't.handover',
  review: 't.review',
};

/** `?` is the present moment, and who asks where it is about them. */
const flags: Readonly<Record<TicketFlag, string>> = {
  open: 't.is_open = 1',
  overdue: 't.is_open = 1 AND t.next_due_at < ?',
  promised: 't.is_open = 1 AND t.next_promise_at IS NOT NULL',
  waiting: `t.status IN ('waiting-customer', 'waiting-third-party')`,
  returned: 't.returns > 0',
  escalated: 't.handover IS NOT NULL',
  watched: 't.is_watched = 1',
  'in-care': 't.care_of_id = ?',
  mass: 't.is_mass = 1',
  child: 't.parent_id IS NOT NULL',
  breached: 't.is_breached = 1',
  asked: 't.is_asked = 1',
  'help-needed': 't.is_help_open = 1',
  'off-topic': 't.is_off_topic = 1',
  automatic: 't.is_automatic = 1',
  demo: 't.is_demo = 1',
};

const parts: Readonly<Record<TicketPart, string>> = {
  promise: flags.promised,
  deadline: 't.is_open = 1 AND t.next_due_at IS NOT NULL',
  draft: 't.seq IN (SELECT k.seq FROM draft d JOIN ticket k ON k.id = d.ticket_id)',
  attachment: 't.seq IN (SELECT ticket_seq FROM entry WHERE attachments IS NOT NULL)',
  tag: 't.has_tag = 1',
  customer: 't.customer_id IS NOT NULL',
  contact: 't.contact_id IS NOT NULL',
  assignee: 't.assignee_id IS NOT NULL',
  checklist: 't.has_checklist = 1',
  time: 't.has_time = 1',
  vendor: 't.has_vendor = 1',
  children: 't.has_children = 1',
};

const times: Readonly<Record<TicketTime, string>> = {
  created: 't.created_at',
  updated: 't.updated_at',
  resolved: 't.resolved_at',
  due: 't.next_due_at',
  promise: 't.next_promise_at',
  wake: 't.scheduled_until',
};

/** One condition as SQL. What is not known of a ticket does not meet it, so negated it does. */
export function conditionSql(condition: TicketCondition, viewer: Viewer): SqlPart {
  const part = plainSql(condition, viewer);
  return condition.negated ? { ...part, text: `coalesce(NOT (${part.text}), 1)` } : part;
}

/** All parts must hold; none of them holds for every ticket. */
export function allOf(joined: readonly SqlPart[]): SqlPart {
  return join(joined, ' AND ', '1');
}

/** The conditions of a queue that is described by its parts. */
export function queueSql(queue: QueueFilter, { meId, myLine, now }: Viewer): SqlPart {
  const found: SqlPart[] = [];
  const add = (text: string, ...values: Value[]) => found.push({ text, values });
  if (queue.open !== undefined) add(`t.is_open = ${queue.open ? 1 : 0}`);
  if (queue.assignee === 'me') add('t.assignee_id = ?', meId);
  if (queue.assignee === 'none') add('t.assignee_id IS NULL');
  if (queue.line === 'mine') add('t.line = ?', myLine);
  if (queue.status) found.push(isOneOf('t.status', queue.status));
  if (queue.promised) add('t.next_promise_at IS NOT NULL');
  if (queue.dueWithinMs !== undefined) {
    add('t.next_due_at IS NOT NULL AND t.next_due_at <= ?', now + queue.dueWithinMs);
  }
  return allOf(found);
}

function flagSql(flag: TicketFlag, { now, meId }: Viewer): SqlPart {
  const asked: Partial<Record<TicketFlag, Value>> = { overdue: now, 'in-care': meId };
  const value = asked[flag];
  return { text: flags[flag], values: value === undefined ? [] : [value] };
}

function plainSql(condition: TicketCondition, viewer: Viewer): SqlPart {
  switch (condition.field) {
    case 'tag': {
      const { text, values } = isOneOf('tag', condition.values);
      return { text: `t.seq IN (SELECT ticket_seq FROM ticket_tag WHERE ${text})`, values };
    }
    case 'text':
      return matching(condition.match);
    case 'is':
      return flagSql(condition.flag, viewer);
    case 'has':
      return { text: parts[condition.part], values: [] };
    case 'time':
      return timeSql(condition);
    case 'returns':
      return { text: 't.returns BETWEEN ? AND ?', values: [condition.least, condition.most] };
    case 'queue':
      return queueSql(condition.filter, viewer);
    case 'any':
    case 'all': {
      const inner = condition.conditions.map((one) => conditionSql(one, viewer));
      return condition.field === 'all' ? allOf(inner) : join(inner, ' OR ', '0');
    }
    default:
      return isOneOf(columns[condition.field], condition.values);
  }
}

/** The tickets in whose texts a full-text expression is met. */
export function matching(match: string): SqlPart {
  const text = 't.seq IN (SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?)';
  return { text, values: [match] };
}

function join(joined: readonly SqlPart[], word: string, empty: string): SqlPart {
  if (joined.length === 0) return { text: empty, values: [] };
  const text = joined.map((part) => `(${part.text})`).join(word);
  return { text, values: joined.flatMap((part) => part.values) };
}

function isOneOf(column: string, values: readonly (string | null)[]): SqlPart {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  const found: SqlPart[] = [];
  if (values.includes(null)) found.push({ text: `${column} IS NULL`, values: [] });
  if (known.length === 1 && first !== undefined) {
    found.push({ text: `${column} = ?`, values: [first] });
  } else if (known.length > 1) {
    // One text for a list of any length: it is prepared once. The sign is as above.
    const text = `${column.replace(/^t\./, '+t.')} IN (SELECT value FROM json_each(?))`;
    found.push({ text, values: [JSON.stringify(known)] });
  }
  return found.length === 1 && found[0] ? found[0] : join(found, ' OR ', '0');
}

function timeSql(range: Extract<TicketCondition, { field: 'time' }>): SqlPart {
  const column = times[range.of];
  const found: SqlPart[] = [{ text: `${column} IS NOT NULL`, values: [] }];
  // Only while a ticket is open somebody waits for these; the indexes hold no others either.
  if (range.of === 'due' || range.of === 'promise') found.push({ text: flags.open, values: [] });
  if (range.from !== null) found.push({ text: `${column} >= ?`, values: [range.from] });
  if (range.until !== null) found.push({ text: `${column} < ?`, values: [range.until] });
  return allOf(found);
}
