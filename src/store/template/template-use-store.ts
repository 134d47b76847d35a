import type { ChangedLine } from '../../domain/template-use.ts';
import type { Language, TicketKind } from '../../domain/vocabulary.ts';
import type { Sql } from '../sql.ts';

/** Uses of one template on one day that mean the same for what is likely used next. */
export interface UseCount {
  readonly templateId: string;
  readonly isMine: boolean;
  readonly daysAgo: number;
  /** On a ticket of the same kind as the one at hand; with one of its tags. */
  readonly isSameKind: boolean;
  readonly sharesTag: boolean;
  readonly count: number;
}

/** Whose uses weigh more, and the ticket they are compared with. */
export interface UseQuestion {
  readonly personId: string;
  readonly kind: TicketKind | null;
  readonly tags: readonly string[];
  readonly now: number;
  readonly days: number;
}

/** One use as it was recorded. */
export interface StoredUse {
  readonly templateId: string;
  readonly lang: Language;
  readonly version: string;
  readonly at: number;
  readonly editedChars: number;
  readonly changes: readonly ChangedLine[];
}

/** What became of the tickets that were answered with a template. */
export interface UseOutcome {
  readonly templateId: string;
  readonly tickets: number;
  /** Sent back or opened again after the use. */
  readonly returned: number;
  readonly confirmed: number;
}

const DAY_MS = 86_400_000;

/** Uses are counted by ticket first: what is asked of a ticket is asked once. */
const COUNTS = `SELECT templateId, mine, daysAgo, coalesce(t.kind = ?, 0) AS sameKind,
    EXISTS (SELECT 1 FROM ticket_tag g WHERE g.ticket_seq = t.seq
      AND g.tag IN (SELECT value FROM json_each(?))) AS shares,
    sum(n) AS count
  FROM (SELECT template_id AS templateId, person_id IS ? AS mine,
      (? - at) / ${DAY_MS} AS daysAgo, ticket_id AS ticketId, count(*) AS n
    FROM template_use WHERE at > ? GROUP BY 1, 2, 3, 4) AS u
  LEFT JOIN ticket t ON t.id = u.ticketId GROUP BY 1, 2, 3, 4, 5`;

const OUTCOMES = `SELECT templateId, count(*) AS tickets, sum(returned) AS returned,
    sum(confirmed) AS confirmed
  FROM (
    SELECT u.template_id AS templateId,
      EXISTS (SELECT 1 FROM event e WHERE e.entity_id = u.ticket_id AND e.at >= u.at
        AND e.type = 'status-changed' AND e.fact ->> 'to' = 'open'
        AND e.fact ->> 'from' IN ('resolved', 'closed')) AS returned,
      EXISTS (SELECT 1 FROM event e WHERE e.entity_id = u.ticket_id AND e.at >= u.at
        AND e.type = 'confirmed') AS confirmed
    FROM (SELECT template_id, ticket_id, min(at) AS at FROM template_use WHERE at > ?
      GROUP BY template_id, ticket_id) AS u
  ) GROUP BY templateId`;

/** Reads how templates were used; the rows follow the events of tickets. */
export class TemplateUseStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** How often each template was ever sent. */
  totals(): ReadonlyMap<string, number> {
    const text = 'SELECT template_id AS id, count(*) AS n FROM template_use GROUP BY template_id';
    return new Map(this.#sql.all<{ id: string; n: number }>(text).map(({ id, n }) => [id, n]));
  }

  /** The uses of the last days, counted by what they say about the next one. */
  counts({ personId, kind, tags, now, days }: UseQuestion): readonly UseCount[] {
    const since = now - days * DAY_MS;
    const asked = [kind, JSON.stringify(tags), personId, now, since] as const;
    return this.#sql.all<CountRow>(COUNTS, ...asked).map((row) => ({
      templateId: row.templateId,
      isMine: row.mine === 1,
      daysAgo: Math.max(0, row.daysAgo),
      isSameKind: row.sameKind === 1,
      sharesTag: row.shares === 1,
      count: row.count,
    }));
  }

  /** The templates that a person used last, the latest first. */
  recent(personId: string, limit: number): readonly string[] {
    const text = `SELECT template_id AS id FROM template_use WHERE person_id = ?
      GROUP BY template_id ORDER BY max(at) DESC, template_id LIMIT ?`;
    return this.#sql.all<{ id: string }>(text, personId, limit).map(({ id }) => id);
  }

  /** Every use after a time, the oldest first. */
  since(at: number): readonly StoredUse[] {
    const text = `SELECT template_id AS templateId, lang, version, at, edited_chars AS editedChars,
      changes FROM template_use WHERE at > ? ORDER BY at, event_id`;
    return this.#sql.all<UseRow>(text, at).map((row) => ({
      ...row,
      // Written by the trigger from the fact of the event.
      changes: JSON.parse(row.changes) as readonly ChangedLine[],
    }));
  }

  /** When each template was used last. */
  lastUsed(): ReadonlyMap<string, number> {
    const text = 'SELECT template_id AS id, max(at) AS at FROM template_use GROUP BY template_id';
    return new Map(this.#sql.all<{ id: string; at: number }>(text).map(({ id, at }) => [id, at]));
  }

  /** What became of the tickets answered after a time, each ticket counted once for a template. */
  outcomes(since: number): readonly UseOutcome[] {
    return this.#sql.all<UseOutcome>(OUTCOMES, since);
  }
}

interface CountRow {
  readonly templateId: string;
  readonly mine: number;
  readonly daysAgo: number;
  readonly sameKind: number;
  readonly shares: number;
  readonly count: number;
}

interface UseRow extends Omit<StoredUse, 'changes'> {
  readonly changes: string;
}
