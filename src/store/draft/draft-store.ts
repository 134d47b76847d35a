import type { Sql } from '../sql.ts';

export const draftKinds = ['reply', 'note', 'call', 'new', 'solution', 'form', 'mass'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** An unfinished text. `extra` is what belongs to its form besides the text. */
export interface Draft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly ticketId: string | null;
  readonly text: string;
  readonly extra: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly updatedAt: number;
}

interface DraftRow extends Omit<Draft, 'ticketId' | 'extra' | 'createdAt' | 'updatedAt'> {
  readonly ticket_id: string | null;
  readonly extra: string;
  readonly created_at: number;
  readonly updated_at: number;
}

/** Keeps unfinished texts, so that a crash, a kill or a closed terminal gives them back. */
export class DraftStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  save(draft: Draft): void {
    this.#sql.run(
      `INSERT INTO draft (id, kind, ticket_id, text, extra, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET text = excluded.text, extra = excluded.extra,
         ticket_id = excluded.ticket_id, updated_at = excluded.updated_at`,
      draft.id,
      draft.kind,
      draft.ticketId,
      draft.text,
      JSON.stringify(draft.extra),
      draft.createdAt,
      draft.updatedAt,
    );
  }

  remove(id: string): void {
    this.#sql.run('DELETE FROM draft WHERE id = ?', id);
  }

  /** The draft of one kind on one ticket, or null. */
  find(kind: DraftKind, ticketId: string | null): Draft | null {
    const text = 'SELECT * FROM draft WHERE kind = ? AND ticket_id IS ? ORDER BY updated_at DESC';
    const row = this.#sql.get<DraftRow>(text, kind, ticketId);
    return row ? toDraft(row) : null;
  }

  /** The draft of one form on one ticket, or null. */
  findForm(form: string, ticketId: string | null): Draft | null {
    const row = this.#sql.get<DraftRow>(
      `SELECT * FROM draft WHERE kind = 'form' AND ticket_id IS ?
       AND extra ->> '$.form' = ? ORDER BY updated_at DESC`,
      ticketId,
      form,
    );
    return row ? toDraft(row) : null;
  }

  byId(id: string): Draft | null {
    const row = this.#sql.get<DraftRow>('SELECT * FROM draft WHERE id = ?', id);
    return row ? toDraft(row) : null;
  }

  /** All drafts, the last touched first. */
  all(): Draft[] {
    return this.#sql.all<DraftRow>('SELECT * FROM draft ORDER BY updated_at DESC').map(toDraft);
  }
}

function toDraft({ ticket_id, created_at, updated_at, extra, ...row }: DraftRow): Draft {
  return {
    ...row,
    ticketId: ticket_id,
    extra: JSON.parse(extra) as Record<string, string>,
    createdAt: created_at,
    updatedAt: updated_at,
  };
}
