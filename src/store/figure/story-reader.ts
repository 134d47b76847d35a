import { StoryValues } from '../../domain/figure/story-values.ts';
import { tellStory } from '../../domain/figure/tell-story.ts';
import type { TicketStory } from '../../domain/figure/ticket-story.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import { must } from '../../util/must.ts';
import { AUTOMATIC } from '../migrations/014-figures.ts';
import type { Sql } from '../sql.ts';

/** Which stories are wanted. Times are epoch ms. */
export interface StorySelection {
  /** Tickets that were open, or had anything happen to them, in one of these stretches. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  readonly customerId: string | null;
  readonly space: string | null;
}

/** So many are read as one text: fetching and parsing row by row takes three times as long. */
const CHUNK = 4_000;
const HOUR_MS = 3_600_000;

/** Reads what figures are counted from. */
export class StoryReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The stories of a selection, all at once. */
  all(selection: StorySelection): readonly TicketStory[] {
    return [...this.each(selection)];
  }

  /**
   * The stories of a selection in the order of their registration. Mail that came by itself is nobody's
   * work and is left out. Whoever lets each go when the next one comes reads a year in little memory.
   */
  *each(selection: StorySelection): Generator<TicketStory> {
    const { where, params } = whereOf(selection);
    let after: readonly (string | number)[] = [Number.MIN_SAFE_INTEGER, 0, ''];
    for (;;) {
      const chunk = this.#sql.get<{ text: string | null; n: number }>(
        // The keys come from the index alone: fetching rows to pass over them would cost most of all.
        `SELECT count(*) AS n, '[' || group_concat('[' || k.until_at || ',' || json_quote(k.ticket_id)
           || ',' || k.created_at || ',' || s.head || s.log || ']', ',') || ']' AS text
         FROM (SELECT created_at, until_at, ticket_id FROM ticket_story
           WHERE (created_at, until_at, ticket_id) > (?, ?, ?) AND ${where}
           ORDER BY created_at, until_at, ticket_id LIMIT ${CHUNK}) k
         CROSS JOIN ticket_story s ON s.ticket_id = k.ticket_id`,
        ...after,
        ...params,
      );
      // Written by the triggers of the store only.
      const rows = JSON.parse(chunk?.text ?? '[]') as readonly (readonly unknown[])[];
      let last: TicketStory | undefined;
      for (const row of rows) {
        last = tellStory(new StoryValues(row));
        if (!last.isAutomatic) yield last;
      }
      if (rows.length < CHUNK) return;
      const end = must(last, 'last story of a chunk');
      after = [end.createdAt, end.untilAt, end.ticketId];
    }
  }

  /** How many tickets came in each hour (by UTC, epoch ms) of a stretch; automatic mail left out. */
  cameByHour(from: number, to: number): readonly { readonly hour: number; readonly n: number }[] {
    const count = (n: string, where: string) =>
      `SELECT created_at / ${HOUR_MS} * ${HOUR_MS} AS hour, ${n} AS n FROM ticket_story
       WHERE created_at >= ? AND created_at < ? AND ${where} GROUP BY hour`;
    // All of them less the few: each by an index alone.
    const parts = `${count('count(*)', '1')} UNION ALL ${count('-count(*)', AUTOMATIC)}`;
    return this.#sql.all(
      `SELECT hour, sum(n) AS n FROM (${parts}) GROUP BY hour ORDER BY hour`,
      ...[from, to, from, to],
    );
  }

  /** When the first ticket was registered; null where there is none. */
  firstAt(): number | null {
    const text = 'SELECT min(created_at) AS at FROM ticket_story';
    return this.#sql.get<{ at: number | null }>(text)?.at ?? null;
  }
}

function whereOf({ stretches, customerId, space }: StorySelection) {
  const spans = stretches.map(() => '(created_at < ? AND until_at >= ?)').join(' OR ');
  const latest = Math.max(...stretches.map(({ to }) => to));
  const parts: (readonly [text: string, ...values: (string | number)[]])[] = [
    ['created_at < ?', latest],
    [`(${spans})`, ...stretches.flatMap(({ from, to }) => [to, from])],
  ];
  if (customerId !== null) {
    parts.push(['ticket_id IN (SELECT id FROM ticket WHERE customer_id = ?)', customerId]);
  }
  // Only what lies elsewhere is indexed: almost everything lies in the main space.
  const elsewhere = `SELECT id FROM ticket WHERE space <> 'main'`;
  if (space === MAIN_SPACE) parts.push([`ticket_id NOT IN (${elsewhere})`]);
  else if (space !== null) parts.push([`ticket_id IN (${elsewhere} AND space = ?)`, space]);
  return {
    where: parts.map(([text]) => text).join(' AND '),
    params: parts.flatMap(([, ...values]) => values),
  };
}
