import type { Topic, Volume } from '../../domain/report/shift-report.ts';
import { tellingWords } from '../../search/telling-words.ts';
import { createStemmer } from '../../search/word.ts';
import type { RegisteredRow } from '../../store/report/report-reader.ts';
import { lazy } from '../../util/lazy.ts';
import type { ReportContext } from './report-context.ts';

const WEEK = 7 * 86_400_000;
const MOST_ROWS = 20;
const MOST_TOPICS = 10;
/** A topic is what at least so many tickets are about. */
const LEAST_COMMON = 2;

/** What mail programs put before a subject. */
const FORWARDED = /^(?:\s*(?:re|fwd?|aw|отв|пересл)\s*(?:\[\d+\])?\s*:)+/iu;

const stemmer = lazy(createStemmer);

/** Tickets that were registered in the shift, as they were at the moment of the report. */
export function registeredThen({
  reader,
  scope,
  asOf,
  until,
}: ReportContext): readonly RegisteredRow[] {
  const rows = reader.registered(scope.from, until);
  const changed = rows.filter(({ changedAt }) => changedAt > asOf).map(({ id }) => id);
  if (changed.length === 0) return rows;
  const before = new Map<string, Partial<Record<string, unknown>>>();
  for (const { id, field, before: value } of reader.changedLater(changed)) {
    before.set(id, { ...before.get(id), [field]: field === 'isOffTopic' ? 0 : value });
  }
  return rows.map((row) => ({ ...row, ...before.get(row.id) }));
}

/** What came in, by what it can be told apart. */
export function volumesOf(
  context: ReportContext,
  rows: readonly RegisteredRow[],
): readonly Volume[] {
  const { config, language } = context.desk;
  const kindName = (code: string) => config.kinds.find((one) => one.code === code)?.name[language];
  const lineName = (code: string) => config.lines.find((one) => one.code === code)?.name[language];
  return [
    volume('channel', rows, ({ channel }) => ({ code: channel, name: channel })),
    volume('kind', rows, ({ kind }) => ({ code: kind, name: kindName(kind) ?? kind })),
    volume('priority', rows, ({ priority }) => ({ code: priority, name: priority })),
    volume('line', rows, ({ line }) => ({ code: line, name: lineName(line) ?? line })),
    volume('customer', rows, ({ customerId }) => {
      return { code: customerId ?? '', name: context.customerName(customerId) ?? '' };
    }),
    volume('city', rows, ({ city }) => ({ code: city ?? '', name: city ?? '' })),
  ];
}

function volume(
  by: Volume['by'],
  rows: readonly RegisteredRow[],
  of: (row: RegisteredRow) => { readonly code: string; readonly name: string },
): Volume {
  const counted = new Map<string, Volume['rows'][number]>();
  for (const row of rows) {
    const { code, name } = of(row);
    counted.set(code, { code, name, n: (counted.get(code)?.n ?? 0) + 1 });
  }
  const ordered = [...counted.values()].toSorted((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1));
  return { by, rows: ordered.slice(0, MOST_ROWS) };
}

/**
 * What people asked about most, beside the same shift a week before: by tags, and by the telling
 * words of the subjects of what nobody has tagged.
 */
export function topicsOf(context: ReportContext, rows: readonly RegisteredRow[]): readonly Topic[] {
  const { reader, scope, until } = context;
  return topicsAmong(rows, reader.registered(scope.from - WEEK, until - WEEK));
}

/** What tickets are about most, beside others. */
export function topicsAmong(
  rows: readonly RegisteredRow[],
  others: readonly RegisteredRow[],
): readonly Topic[] {
  const now = countTopics(rows);
  const before = countTopics(others);
  return [...now.entries()]
    .filter(([, { n }]) => n >= LEAST_COMMON)
    .toSorted(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .map(([key, { topic, n }]) => ({ topic, n, before: before.get(key)?.n ?? 0 }));
}

function countTopics(rows: readonly Pick<RegisteredRow, 'tags' | 'subject'>[]) {
  const counted = new Map<string, { readonly topic: string; readonly n: number }>();
  for (const { tags, subject } of rows) {
    // The column is written by the store as a JSON list.
    const own = JSON.parse(tags) as string[];
    const topics = own.length > 0 ? own.map(tagTopic) : wordsOf(subject);
    for (const [key, topic] of topics) {
      const known = counted.get(key);
      counted.set(key, { topic: known?.topic ?? topic, n: (known?.n ?? 0) + 1 });
    }
  }
  return counted;
}

function tagTopic(tag: string): readonly [key: string, topic: string] {
  return [`#${tag}`, `#${tag}`];
}

function wordsOf(subject: string): readonly (readonly [key: string, topic: string])[] {
  const said = subject.replace(FORWARDED, '');
  return tellingWords(said, stemmer()).map(({ token, text }) => [token, text.toLowerCase()]);
}
