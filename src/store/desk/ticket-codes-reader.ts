import type { StrandedTickets } from '../../domain/decide-desk.ts';
import type { Sql } from '../sql.ts';

/** The codes that a desk has. */
export type KnownCodes = Readonly<Record<StrandedTickets['part'], readonly string[]>>;

const COLUMN = { lines: 'line', statuses: 'status', kinds: 'kind' } as const;
const EXAMPLES = 3;

/** Finds tickets by the codes of a desk that they carry. */
export class TicketCodesReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Tickets whose line, status or kind is none of the known ones. */
  strandedBy(known: KnownCodes): readonly StrandedTickets[] {
    return (['lines', 'statuses', 'kinds'] as const).flatMap((part) => {
      const column = COLUMN[part];
      const codes = known[part];
      const rows = this.#sql.all<{ code: string; count: number }>(
        `SELECT ${column} AS code, count(*) AS count FROM ticket_list
         WHERE ${column} NOT IN (${codes.map(() => '?').join(', ')}) GROUP BY ${column} ORDER BY ${column}`,
        ...codes,
      );
      return rows.map(({ code, count }) => {
        return { part, code, count, examples: this.#numbers(column, code, EXAMPLES) };
      });
    });
  }

  /** The ids of all tickets with a code, oldest first. */
  idsOf(part: StrandedTickets['part'], code: string): readonly string[] {
    const text = `SELECT t.id ${carrying(COLUMN[part])}`;
    return this.#sql.all<{ id: string }>(text, code).map(({ id }) => id);
  }

  #numbers(column: string, code: string, limit: number): readonly string[] {
    const text = `SELECT t.number ${carrying(column)} LIMIT ?`;
    return this.#sql.all<{ number: string }>(text, code, limit).map(({ number }) => number);
  }
}

/** Tickets with a code, oldest first: looked for in the narrow rows. */
function carrying(column: string): string {
  return `FROM ticket_list l JOIN ticket t ON t.seq = l.seq WHERE l.${column} = ? ORDER BY l.seq`;
}
