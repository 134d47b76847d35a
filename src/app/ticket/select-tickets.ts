import type { SavedQueue } from '../../domain/desk-config.ts';
import type { TicketCondition, TicketSelection } from '../../domain/selection.ts';
import { toFtsQuery } from '../../search/index-text.ts';
import type { TicketVocabulary, VocabularyEntry } from '../../search/ticket-fields.ts';
import {
  parseTicketQuery,
  type TicketQueryProblem,
  type TicketTerm,
} from '../../search/ticket-query.ts';
import type { Desk } from '../desk/desk.ts';

/** A selection made of a saved queue and a filter line, and what of the line was not understood. */
export interface SelectedTickets {
  readonly selection: TicketSelection;
  readonly problems: readonly TicketQueryProblem[];
  /** The words to look for in the texts, for the line that a row shows. */
  readonly words: string;
}

/** Reads a filter line over a saved queue; `queue` null selects every ticket, closed ones too. */
export function selectTickets(
  desk: Desk,
  queue: SavedQueue | null,
  filter: string,
): SelectedTickets {
  const isEmpty = filter.trim() === '';
  const query = isEmpty ? null : parseTicketQuery(filter, vocabulary(desk));
  const wanted = query?.words.filter((w) => !w.negated).map((w) => w.text) ?? [];
  const unwanted = query?.words.filter((w) => w.negated).map((w) => w.text) ?? [];
  const words = wanted.join(' ');
  const selection: TicketSelection = {
    queue: queue?.filter ?? null,
    conditions: query ? [...conditionsOf(desk, query.terms), ...withoutWords(unwanted)] : [],
    match: toFtsQuery(words, { prefixLast: true }),
    number: query?.number ?? null,
    meId: desk.me.id,
    myLine: desk.me.line,
    now: desk.clock.now(),
  };
  return { selection, problems: query?.problems ?? [], words };
}

/** FTS5 has no NOT of its own without something to take away from, so these are conditions. */
function withoutWords(words: readonly string[]): TicketCondition[] {
  return words
    .map((word) => toFtsQuery(word, { prefixLast: false }))
    .filter((match) => match !== null)
    .map((match) => ({ field: 'text', match, negated: true }));
}

function vocabulary(desk: Desk): TicketVocabulary {
  const named = (items: readonly { code: string; name: { ru: string; en: string } }[]) =>
    items.map(
      (item): VocabularyEntry => ({ value: item.code, names: [item.name.ru, item.name.en] }),
    );
  return {
    status: named(desk.config.statuses),
    kind: named(desk.config.kinds),
    line: named(desk.config.lines),
    priority: named(desk.config.priorities),
    channel: [
      { value: 'mail', names: ['почта'] },
      { value: 'call', names: ['звонок'] },
      { value: 'chat', names: ['чат'] },
      { value: 'web', names: ['сайт', 'форма'] },
      { value: 'event', names: ['мероприятие'] },
      { value: 'messenger', names: ['мессенджер'] },
      { value: 'monitoring', names: ['мониторинг'] },
      { value: 'internal', names: ['внутренний'] },
    ],
  };
}

function conditionsOf(desk: Desk, terms: readonly TicketTerm[]): TicketCondition[] {
  // Terms of one field are alternatives; a negated one excludes by itself.
  const groups = new Map<string, TicketTerm[]>();
  for (const term of terms) {
    const isRange = term.field === 'age' || term.field === 'due' || term.field === 'is';
    const key = `${term.field} ${term.negated} ${isRange ? term.value : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups.values()].flatMap((group) => conditionOf(desk, group) ?? []);
}

function conditionOf(desk: Desk, group: readonly TicketTerm[]): TicketCondition | null {
  const [first] = group;
  if (!first) return null;
  const { negated, field } = first;
  const values = group.map((t) => t.value);
  switch (field) {
    case 'status':
    case 'priority':
    case 'kind':
    case 'channel':
    case 'line':
      // The vocabulary of the parser holds only codes of these closed lists.
      return { field, values, negated } as TicketCondition;
    case 'assignee':
      return { field, values: values.flatMap((v) => assigneeIds(desk, v)), negated };
    case 'customer':
      return { field, values: values.flatMap((v) => customerIds(desk, v)), negated };
    case 'contact':
      return { field, values: values.flatMap((v) => contactIds(desk, v)), negated };
    case 'tag':
      return { field, values, negated };
    case 'is':
      return { field: first.value as 'open' | 'overdue' | 'promised' | 'demo', negated };
    case 'age':
    case 'due':
      return rangeOf(desk, first);
  }
}

function rangeOf(desk: Desk, term: TicketTerm): TicketCondition | null {
  if (!term.range) return null;
  const now = desk.clock.now();
  const { op, ms } = term.range;
  const { negated } = term;
  if (term.field === 'due') {
    const at = now + ms;
    return { field: 'due', before: op === '<' ? at : null, after: op === '>' ? at : null, negated };
  }
  const at = now - ms;
  return {
    field: 'created',
    before: op === '>' ? at : null,
    after: op === '<' ? at : null,
    negated,
  };
}

function assigneeIds(desk: Desk, value: string): (string | null)[] {
  if (value === 'me') return [desk.me.id];
  if (value === 'none') return [null];
  return startingWith(value, desk.people.persons(), (p) => [p.name, p.login]).map((p) => p.id);
}

function customerIds(desk: Desk, value: string): string[] {
  return startingWith(value, desk.people.customers(), (c) => [c.name]).map((c) => c.id);
}

function contactIds(desk: Desk, value: string): string[] {
  return startingWith(value, desk.people.contacts(), (c) => [c.name, c.email ?? '']).map(
    (c) => c.id,
  );
}

function startingWith<T>(value: string, items: readonly T[], names: (item: T) => string[]): T[] {
  const wanted = fold(value);
  return items.filter((item) => names(item).some((name) => fold(name).includes(wanted)));
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}
