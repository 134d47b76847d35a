import type { ImportedEntry, ImportTicket } from '../../domain/command.ts';
import type { Contact } from '../../domain/person.ts';
import type { RowResult, TicketRow } from '../../intake/csv/parse-tickets.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { detached } from './import-people.ts';
import { type ImportOutcome, type RunReport, skipped } from './import-report.ts';
import { ImportRun, openInput, type RunOptions } from './import-run.ts';
import { updateImported } from './update-imported.ts';

export interface ImportCsvOptions extends RunOptions {
  /** Path of a YAML file that says which columns of the table are ours. */
  readonly mapping?: string | undefined;
}

/** How the table was read, for a preview: a wrong charset or delimiter shows here first. */
export interface CsvHeader {
  readonly charset: string;
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Columns of the file that mean nothing here. */
  readonly ignored: readonly string[];
}

export interface CsvReport extends RunReport {
  readonly header: CsvHeader | null;
}

/**
 * Reads a table of tickets. A row whose external id is here already brings its ticket up to date;
 * a row that cannot be taken is skipped with its line and reason. `-` reads the standard input.
 */
export async function importCsv(
  desk: Desk,
  file: string,
  options: ImportCsvOptions = {},
): Promise<CsvReport> {
  const { parseTicketRows } = await import('../../intake/csv/parse-tickets.ts');
  const mapping = options.mapping === undefined ? {} : await readMapping(options.mapping);
  const taker = new RowTaker(desk, new ImportRun(desk, file, options));
  const rows = parseTicketRows(await openInput(file), {
    mapping,
    timeZone: desk.config.timeZone,
  });
  for await (const result of rows) taker.add(result);
  return taker.end();
}

async function readMapping(path: string) {
  const { readCsvMapping } = await import('./csv-mapping.ts');
  return readCsvMapping(path);
}

class RowTaker {
  readonly #desk: Desk;
  readonly #run: ImportRun;
  /**
   * External ids and numbers of this file with their lines. The store does not tell: a rehearsed
   * batch leaves no trace there, and a batch with a poison row is taken a second time.
   */
  readonly #lines = new Map<string, number>();
  #header: CsvHeader | null = null;

  constructor(desk: Desk, run: ImportRun) {
    this.#desk = desk;
    this.#run = run;
  }

  add(result: RowResult): void {
    if (result.kind === 'header') {
      const { charset, delimiter, columns, ignored } = result;
      this.#header = { charset, delimiter, columns, ignored };
    } else if (result.ok) {
      this.#run.add({ line: result.line, take: () => this.#take(result.row, result.line) });
    } else {
      const { code, params } = result.reason;
      this.#run.add({ line: result.line, take: () => skipped(code, params) });
    }
  }

  end(): CsvReport {
    return { ...this.#run.end(), header: this.#header };
  }

  #take(row: TicketRow, line: number): ImportOutcome {
    const { externalId, number } = row;
    const { tickets } = this.#desk;
    if (externalId !== null) {
      if (this.#isRepeated(`id ${externalId}`, line)) return skipped('repeated', { externalId });
      const ticketId = tickets.idByExternalId(externalId);
      if (ticketId !== null) return this.#update(ticketId, row);
    }
    if (number !== null && (this.#isRepeated(number, line) || tickets.idByNumber(number))) {
      return skipped('number-taken', { number });
    }
    const command = this.#command(row);
    const done = execute(this.#desk, this.#desk.makeId(), command, { isDemo: false });
    if (!done.ok) return skipped(done.problem.code, done.problem.params);
    return { kind: 'created', number: done.value.ticket.number };
  }

  #isRepeated(key: string, line: number): boolean {
    const first = this.#lines.get(key);
    if (first === undefined) this.#lines.set(detached(key), line);
    return first !== undefined && first !== line;
  }

  #update(ticketId: string, row: TicketRow): ImportOutcome {
    const { customerId, contact } = this.#people(row);
    return updateImported(this.#desk, ticketId, {
      subject: row.subject,
      status: row.status,
      priority: row.priority,
      customerId,
      contactId: contact?.id ?? null,
      tags: row.tags,
    });
  }

  #people(row: TicketRow): { customerId: string | null; contact: Contact | null } {
    const { people } = this.#run;
    const named = row.customer === null ? null : people.customerId(row.customer);
    const contact = people.contact({ name: row.contact, email: row.email, customerId: named });
    return { customerId: named ?? contact?.customerId ?? null, contact };
  }

  #command(row: TicketRow): ImportTicket {
    const { customerId, contact } = this.#people(row);
    const createdAt = row.createdAt ?? row.updatedAt ?? this.#desk.clock.now();
    return {
      type: 'import',
      subject: row.subject,
      kind: 'incident',
      priority: row.priority ?? 'P3',
      line: this.#desk.me.line,
      channel: 'mail',
      audience: 'customer',
      customerId,
      contactId: contact?.id ?? null,
      tags: row.tags,
      number: row.number ?? undefined,
      externalId: row.externalId ?? undefined,
      importId: this.#run.id,
      status: row.status ?? 'new',
      assigneeId: null,
      createdAt,
      updatedAt: row.updatedAt ?? createdAt,
      entries: row.text === '' ? [] : [this.#entry(row, contact, createdAt)],
    };
  }

  #entry(row: TicketRow, contact: Contact | null, at: number): ImportedEntry {
    return {
      id: this.#desk.makeId(),
      at,
      kind: 'message',
      visibility: 'public',
      authorName: contact?.name ?? row.customer ?? '',
      fromCustomer: true,
      text: row.text,
      messageId: null,
    };
  }
}
