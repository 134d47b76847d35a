import type { SavedQueue } from '../../domain/desk-config.ts';
import {
  type GroupField,
  groupFields,
  type QueueColumnName,
  queueColumnNames,
  type SortKey,
  sortFields,
  type TicketCondition,
  type TicketSelection,
} from '../../domain/selection.ts';
import { toFtsPhrase, toFtsQuery } from '../../search/index-text.ts';
import { parseTicketQuery } from '../../search/parse-query.ts';
import type {
  TicketQuery,
  TicketQueryProblem,
  TicketQueryWord,
} from '../../search/ticket-query.ts';
import type { Desk } from '../desk/desk.ts';
import { findQueue } from '../queue/list-queues.ts';
import { conditionsOf, ownConditions } from '../queue/query-conditions.ts';
import { deskVocabulary } from '../queue/query-vocabulary.ts';

/** A selection made of a saved queue and a filter line, and what of the line was not understood. */
export interface SelectedTickets {
  readonly selection: TicketSelection;
  readonly problems: readonly TicketQueryProblem[];
  /** The words to look for in the texts, for the line that a row shows. */
  readonly words: string;
  /** The columns that were asked for; null for those of the list itself. */
  readonly columns: readonly QueueColumnName[] | null;
}

/** Reads a filter line over a saved queue; `queue` null selects every ticket, closed ones too. */
export function selectTickets(
  desk: Desk,
  queue: SavedQueue | null,
  filter: string,
): SelectedTickets {
  const saved = readLine(desk, queue?.query ?? '', queue === null ? [] : [queue.code]);
  const typed = readLine(desk, filter, []);
  const sort = typed.sort.length > 0 ? typed.sort : saved.sort;
  const matches = [saved.match, typed.match].filter((match) => match !== null);
  const selection: TicketSelection = {
    queue: queue?.filter ?? null,
    conditions: [...saved.conditions, ...typed.conditions],
    match: matches.length === 0 ? null : matches.map((one) => `(${one})`).join(' AND '),
    number: typed.number,
    sort,
    group: typed.group ?? saved.group,
    meId: desk.me.id,
    myLine: desk.me.line,
    now: desk.clock.now(),
  };
  const words = [saved.words, typed.words].filter(Boolean).join(' ');
  return { selection, problems: typed.problems, words, columns: typed.columns ?? saved.columns };
}

interface ReadLine {
  readonly conditions: readonly TicketCondition[];
  readonly match: string | null;
  readonly number: string | null;
  readonly words: string;
  readonly sort: readonly SortKey[];
  readonly group: GroupField | null;
  readonly columns: readonly QueueColumnName[] | null;
  readonly problems: readonly TicketQueryProblem[];
}

const emptyLine: ReadLine = {
  conditions: [],
  match: null,
  number: null,
  words: '',
  sort: [],
  group: null,
  columns: null,
  problems: [],
};

/** `within` are the queues that are being read: one that names itself selects nothing by that. */
function readLine(desk: Desk, text: string, within: readonly string[]): ReadLine {
  if (text.trim() === '') return emptyLine;
  const query = parseTicketQuery(text, deskVocabulary(desk));
  const problems = [...query.problems];
  const queueOf = (name: string): readonly TicketCondition[] | null => {
    const queue = findQueue(desk, name);
    if (queue === null || within.includes(queue.code)) return null;
    const inner = readLine(desk, queue.query ?? '', [...within, queue.code]);
    const texts = inner.match === null ? [] : [textCondition(inner.match, false)];
    return [...ownConditions(queue), ...inner.conditions, ...texts];
  };
  const conditions = conditionsOf(query.terms, { desk, queueOf, problems });
  const wanted = wantedWords(query.words);
  const unwanted = unwantedWords(query.words);
  // FTS5 has no NOT of its own without something to take away from.
  const isApart = wanted === null && unwanted !== null;
  return {
    conditions: isApart ? [...conditions, textCondition(unwanted, true)] : conditions,
    match: wanted !== null && unwanted !== null ? `(${wanted}) NOT (${unwanted})` : wanted,
    number: query.number,
    words: query.words
      .filter(({ negated }) => !negated)
      .map((word) => word.text)
      .join(' '),
    ...lookOf(query),
    problems,
  };
}

/** The names of the parser's lists are those of the selection. */
function lookOf({
  sort,
  group,
  columns,
}: TicketQuery): Pick<ReadLine, 'sort' | 'group' | 'columns'> {
  return {
    sort: sort.flatMap(({ name, isDescending }) => {
      const by = sortFields.find((field) => field === name);
      return by ? [{ by, isDescending }] : [];
    }),
    group: groupFields.find((field) => field === group) ?? null,
    columns: columns?.flatMap((name) => queueColumnNames.find((one) => one === name) ?? []) ?? null,
  };
}

/** All words in any form and order, the last one perhaps unfinished; phrases as they stand. */
function wantedWords(words: readonly TicketQueryWord[]): string | null {
  const wanted = words.filter(({ negated }) => !negated);
  const single = wanted.filter(({ isPhrase }) => !isPhrase).map(({ text }) => text);
  const isLast = wanted.at(-1)?.isPhrase === false;
  const parts = [
    toFtsQuery(single.join(' '), { prefixLast: isLast }),
    ...wanted
      .filter(({ isPhrase }) => isPhrase)
      .map(({ text, isOpen }) => toFtsPhrase(text, { prefixLast: isOpen })),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' AND ');
}

function unwantedWords(words: readonly TicketQueryWord[]): string | null {
  const parts = words
    .filter(({ negated }) => negated)
    .map(({ text, isPhrase }) => {
      return isPhrase
        ? toFtsPhrase(text, { prefixLast: false })
        : toFtsQuery(text, { prefixLast: false });
    })
    .filter((part) => part !== null);
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' OR ');
}

function textCondition(match: string, negated: boolean): TicketCondition {
  return { field: 'text', match, negated };
}
