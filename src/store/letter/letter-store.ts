import type { Sql } from '../sql.ts';

/** A raw letter as it came; kept so that a better reading can be applied later. */
export interface StoredLetter {
  readonly dedupKey: string;
  readonly messageId: string | null;
  readonly ticketId: string | null;
  /** Where it was read from: data only. */
  readonly source: string;
  readonly kind: 'letter' | 'bounce' | 'loop' | 'automatic';
  readonly receivedAt: number;
  readonly raw: Uint8Array;
}

/** Keeps every letter once. */
export class LetterStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  has(dedupKey: string): boolean {
    return this.#sql.get('SELECT 1 FROM letter WHERE dedup_key = ?', dedupKey) !== undefined;
  }

  add(letter: StoredLetter): void {
    this.#sql.run(
      'INSERT INTO letter (dedup_key, message_id, ticket_id, source, kind, received_at, raw) VALUES (?, ?, ?, ?, ?, ?, ?)',
      letter.dedupKey,
      letter.messageId,
      letter.ticketId,
      letter.source,
      letter.kind,
      letter.receivedAt,
      zlib().deflateSync(letter.raw),
    );
  }

  /** The ticket a stored letter of the customer belongs to. */
  ticketByMessage(messageId: string): string | null {
    const text =
      'SELECT ticket_id FROM letter WHERE message_id = ? AND ticket_id IS NOT NULL LIMIT 1';
    return this.#sql.get<{ ticket_id: string }>(text, messageId)?.ticket_id ?? null;
  }

  raw(dedupKey: string): Uint8Array | null {
    const row = this.#sql.get<{ raw: Uint8Array }>(
      'SELECT raw FROM letter WHERE dedup_key = ?',
      dedupKey,
    );
    return row ? zlib().inflateSync(row.raw) : null;
  }
}

/** Loaded when a letter is really stored or read: most commands of the program do neither. */
function zlib() {
  return process.getBuiltinModule('node:zlib');
}
