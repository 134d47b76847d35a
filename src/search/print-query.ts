import { quoteValue } from './query-lexer.ts';
import { printTimeRange } from './query-time.ts';
import type { TermValue, TicketQuery, TicketQueryWord, TicketTerm } from './ticket-query.ts';

/** What of a query is written down. */
export type PrintedQuery = Pick<TicketQuery, 'words' | 'sort' | 'group' | 'columns'> & {
  readonly terms: readonly Pick<TicketTerm, 'field' | 'values' | 'negated'>[];
};

/** The query as a filter line, with the English names of fields: reading it gives the query back. */
export function printTicketQuery({ terms, words, sort, group, columns }: PrintedQuery): string {
  const keys = sort.map(({ name, isDescending }) => (isDescending ? `-${name}` : name));
  return [
    ...terms.map(printTerm),
    ...words.map(printWord),
    ...(keys.length > 0 ? [`sort:${keys.join(',')}`] : []),
    ...(group === null ? [] : [`group:${group}`]),
    ...(columns === null ? [] : [`columns:${columns.join(',')}`]),
  ].join(' ');
}

function printTerm({ field, values, negated }: PrintedQuery['terms'][number]): string {
  return `${negated ? '-' : ''}${field}:${values.map(printValue).join(',')}`;
}

function printValue(value: TermValue): string {
  switch (value.type) {
    case 'name':
      return quoteValue(value.name);
    case 'time':
      return printTimeRange(value.range);
    case 'number':
      return value.most === Number.MAX_SAFE_INTEGER
        ? `>=${value.least}`
        : `${value.least}..${value.most}`;
  }
}

function printWord({ text, negated, isPhrase }: TicketQueryWord): string {
  return `${negated ? '-' : ''}${isPhrase ? `"${text}"` : text}`;
}
