import type { Priority, Status } from '../../domain/vocabulary.ts';
import { type CsvRecord, RecordCutter } from './csv-record.ts';
import { decodeCsv } from './csv-text.ts';
import { LocalTimeReader } from './local-time.ts';
import {
  guessDelimiter,
  type HeaderReport,
  readHeader,
  type TicketColumn,
} from './ticket-column.ts';
import { readPriority, readStatus, readTags } from './ticket-value.ts';

/** One ticket of a table. Empty cells are null; times are epoch ms. */
export interface TicketRow {
  readonly externalId: string | null;
  readonly number: string | null;
  readonly subject: string;
  readonly text: string;
  readonly status: Status | null;
  readonly priority: Priority | null;
  readonly customer: string | null;
  readonly contact: string | null;
  readonly email: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly tags: readonly string[];
}

/** Why a row was skipped. `params` holds what a message may name. */
export interface RowProblem {
  readonly code:
    | 'date-unknown'
    | 'field-count'
    | 'header-without-subject'
    | 'priority-unknown'
    | 'quote-not-closed'
    | 'status-unknown'
    | 'subject-missing';
  readonly params: Readonly<Record<string, string | number>>;
}

/** First how the header was read, then one result for each row. `line` is a 1-based file line. */
export type RowResult =
  | {
      readonly kind: 'header';
      readonly line: number;
      readonly charset: string;
      readonly delimiter: string;
      readonly columns: readonly TicketColumn[];
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'row'; readonly ok: true; readonly line: number; readonly row: TicketRow }
  | {
      readonly kind: 'row';
      readonly ok: false;
      readonly line: number;
      readonly externalId: string | null;
      readonly reason: RowProblem;
    };

/** `mapping` renames columns; `timeZone` is the IANA zone of times without one. */
export interface RowOptions {
  readonly mapping?: Readonly<Record<string, string>>;
  readonly timeZone: string;
}

const maxShownValue = 80;

class RowReader {
  readonly #header: HeaderReport;
  readonly #times: LocalTimeReader;

  constructor(header: HeaderReport, times: LocalTimeReader) {
    this.#header = header;
    this.#times = times;
  }

  read(record: CsvRecord): RowResult {
    const reason = this.#shapeProblem(record);
    const row = reason === null ? this.#row(record) : reason;
    if (!('code' in row)) return { kind: 'row', ok: true, line: record.line, row };
    const externalId = this.#cell(record, 'external_id');
    return { kind: 'row', ok: false, line: record.line, externalId, reason: row };
  }

  #shapeProblem(record: CsvRecord): RowProblem | null {
    if (record.isBroken) return { code: 'quote-not-closed', params: {} };
    const expected = this.#header.width;
    const found = record.fields.length;
    return found === expected ? null : { code: 'field-count', params: { expected, found } };
  }

  #cell(record: CsvRecord, column: TicketColumn): string | null {
    const text = record.fields[this.#header.columns.get(column) ?? -1]?.trim() ?? '';
    return text === '' ? null : text;
  }

  #row(record: CsvRecord): TicketRow | RowProblem {
    const cell = (column: TicketColumn) => this.#cell(record, column);
    const subject = cell('subject');
    if (subject === null) return { code: 'subject-missing', params: {} };
    const [statusText, priorityText] = [cell('status'), cell('priority')];
    const status = statusText === null ? null : readStatus(statusText);
    if (statusText !== null && status === null) return unknown('status-unknown', statusText);
    const priority = priorityText === null ? null : readPriority(priorityText);
    if (priorityText !== null && priority === null)
      return unknown('priority-unknown', priorityText);
    const times: (number | null)[] = [];
    for (const column of ['created_at', 'updated_at'] as const) {
      const text = cell(column);
      const time = text === null ? null : this.#times.read(text);
      if (text !== null && time === null) return unknown('date-unknown', text, column);
      times.push(time);
    }
    return {
      externalId: cell('external_id'),
      number: cell('number'),
      // A line break in a subject would break every list it is shown in.
      subject: subject.replace(/\s*\n\s*/g, ' '),
      text: cell('text') ?? '',
      status,
      priority,
      customer: cell('customer'),
      contact: cell('contact'),
      email: cell('email'),
      createdAt: times[0] ?? null,
      updatedAt: times[1] ?? null,
      tags: readTags(cell('tags') ?? ''),
    };
  }
}

function unknown(code: RowProblem['code'], text: string, column?: string): RowProblem {
  const value = text.slice(0, maxShownValue);
  return { code, params: column === undefined ? { value } : { column, value } };
}

function noSubjectColumn(line: number): RowResult {
  const reason: RowProblem = { code: 'header-without-subject', params: {} };
  return { kind: 'row', ok: false, line, externalId: null, reason };
}

interface TableStart {
  readonly text: string;
  readonly line: number;
  readonly delimiter: string;
}

/** Looks past empty lines and Excel's «sep=;» at the header line. */
function tableStart(text: string, mapping: Readonly<Record<string, string>>): TableStart {
  const skipped = /^\uFEFF?(?:[ \t]*\n)*/.exec(text)?.[0] ?? '';
  const separator = /^sep=([;,\t])[ \t]*\n/i.exec(text.slice(skipped.length));
  const start = skipped.length + (separator?.[0].length ?? 0);
  const rest = text.slice(start);
  const lineEnd = rest.indexOf('\n');
  const headerLine = lineEnd < 0 ? rest : rest.slice(0, lineEnd);
  return {
    text: rest,
    line: text.slice(0, start).split('\n').length,
    delimiter: separator?.[1] ?? guessDelimiter(headerLine, mapping),
  };
}

/** The records of a file, with the charset and the delimiter they were read with. */
async function* records(
  chunks: AsyncIterable<Uint8Array>,
  mapping: Readonly<Record<string, string>>,
): AsyncGenerator<{ list: CsvRecord[]; charset: string; delimiter: string }> {
  let cutter: RecordCutter | null = null;
  let origin = { charset: 'utf-8', delimiter: ';' };
  for await (const { text, charset } of decodeCsv(chunks)) {
    if (cutter === null) {
      const start = tableStart(text, mapping);
      cutter = new RecordCutter(start.delimiter, start.line);
      origin = { charset, delimiter: start.delimiter };
      yield { list: cutter.push(start.text), ...origin };
    } else {
      yield { list: cutter.push(text), ...origin };
    }
  }
  if (cutter !== null) yield { list: cutter.end(), ...origin };
}

/**
 * Reads a table of tickets as a stream; memory does not grow with the file. The first result says
 * how the header was understood. A row that cannot be taken gives its reason and the reading goes
 * on. Without a subject column there is one problem and the end. Throws a RangeError when
 * `timeZone` is no IANA zone.
 */
export async function* parseTicketRows(
  chunks: AsyncIterable<Uint8Array>,
  options: RowOptions,
): AsyncGenerator<RowResult> {
  const mapping = options.mapping ?? {};
  const times = new LocalTimeReader(options.timeZone);
  let reader: RowReader | null = null;
  for await (const { list, charset, delimiter } of records(chunks, mapping)) {
    for (const record of list) {
      if (reader !== null) {
        yield reader.read(record);
        continue;
      }
      const { line } = record;
      const header = readHeader(record.fields, mapping);
      const columns = [...header.columns.keys()];
      yield { kind: 'header', line, charset, delimiter, columns, ignored: header.ignored };
      if (!header.columns.has('subject')) return yield noSubjectColumn(line);
      reader = new RowReader(header, times);
    }
  }
  if (reader === null) yield noSubjectColumn(1);
}
