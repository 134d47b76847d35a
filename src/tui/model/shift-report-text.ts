/** A hand-written part of a report: a heading with a text below it. */
export interface WrittenPart {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

export const ticketLineKeys = ['next', 'if-then', 'owner'] as const;
export type TicketLineKey = (typeof ticketLineKeys)[number];

/** What is written beside a ticket of a report: a line for each. */
export interface WrittenTicket {
  readonly number: string;
  readonly about: string;
  readonly lines: readonly {
    readonly id: string;
    readonly key: TicketLineKey;
    readonly text: string;
  }[];
}

/** A report as one text for the editor: what people write, and below it what is compiled. */
export interface WrittenReport {
  readonly intro: string;
  readonly parts: readonly WrittenPart[];
  readonly tickets: readonly WrittenTicket[];
  /** What the lines beside a ticket are called; the codes are understood as well. */
  readonly keys: Readonly<Record<TicketLineKey, string>>;
  /** Says that nothing below it is read. */
  readonly fence: string;
  readonly compiled: string;
}

/** A line that means nothing where it stands. Lines count from 1. */
export interface UnreadLine {
  readonly line: number;
  readonly text: string;
}

/** What an edited text says: the written fields by id. A field that was taken out is not among them. */
export interface ReadReport {
  readonly values: ReadonlyMap<string, string>;
  readonly unread: readonly UnreadLine[];
}

/** A line of a text that would be read as one of ours has a backslash before it. */
const OURS = /^\\*(?:#{1,3} |<!--)/;
const QUOTED = /^\\+(?:#{1,3} |<!--)/;
const LINE = /^\s*([\p{L}-]+)\s*:(.*)$/u;

/** The whole report as one Markdown text. */
export function writeReportText(report: WrittenReport): string {
  const parts = report.parts.map(({ heading, text }) => {
    const lines = plainText(text).split('\n');
    return [
      `## ${heading}`,
      '',
      ...lines.map((line) => (OURS.test(line) ? `\\${line}` : line)),
      '',
    ];
  });
  const tickets = report.tickets.map(({ number, about, lines }) => [
    `### ${number} ${oneLine(about)}`.trimEnd(),
    ...lines.map(({ key, text }) => `${report.keys[key]}: ${oneLine(text)}`.trimEnd()),
    '',
  ]);
  const head = [`<!-- ${report.intro} -->`, ''];
  const foot = [`<!-- ${report.fence} -->`, '', report.compiled.trimEnd(), ''];
  return [...head, ...parts.flat(), ...tickets.flat(), ...foot].join('\n');
}

/** Reads an edited text back. What cannot be read is told with its line, never guessed. */
export function readReportText(text: string, report: WrittenReport): ReadReport {
  const reader = new ReportReader(report);
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (const [i, line] of lines.entries()) reader.read(line, i + 1);
  return reader.result();
}

/** A text of several lines as it goes to the editor and comes back. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** A text of one line as it goes to the editor and comes back. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

type Place =
  | { readonly at: 'nowhere' | 'below' }
  | { readonly at: 'part'; readonly id: string }
  | { readonly at: 'ticket'; readonly ticket: WrittenTicket };

class ReportReader {
  readonly #report: WrittenReport;
  readonly #compiled: ReadonlySet<string>;
  readonly #firstCompiled: string;
  readonly #parts = new Map<string, string[]>();
  readonly #values = new Map<string, string>();
  readonly #unread: UnreadLine[] = [];
  #place: Place = { at: 'nowhere' };

  constructor(report: WrittenReport) {
    const compiled = report.compiled.trimEnd().split('\n');
    this.#report = report;
    this.#compiled = new Set(compiled.map((line) => line.trimEnd()));
    this.#firstCompiled = compiled.find((line) => line.trim() !== '')?.trimEnd() ?? '';
  }

  read(line: string, at: number): void {
    const bare = line.trimEnd();
    const isOver = this.#place.at === 'below';
    if (isOver ? this.#compiled.has(bare) : this.#turns(bare)) return;
    if (isOver) return this.#tell(bare, at);
    if (this.#place.at === 'part') {
      this.#parts.get(this.#place.id)?.push(QUOTED.test(line) ? line.slice(1) : line);
    } else if (this.#place.at === 'ticket' && this.#note(this.#place.ticket, bare)) return;
    else this.#tell(bare, at);
  }

  result(): ReadReport {
    for (const [id, lines] of this.#parts) this.#values.set(id, plainText(lines.join('\n')));
    return { values: this.#values, unread: this.#unread };
  }

  /** Whether a line of ours begins something else. */
  #turns(line: string): boolean {
    const { parts, tickets, fence, intro } = this.#report;
    if (line === `<!-- ${intro} -->`) return true;
    if (line === `<!-- ${fence} -->` || (line !== '' && line === this.#firstCompiled)) {
      this.#place = { at: 'below' };
      return true;
    }
    const part = parts.find(({ heading }) => line === `## ${heading}`);
    if (part && !this.#parts.has(part.id)) {
      this.#parts.set(part.id, []);
      this.#place = { at: 'part', id: part.id };
      return true;
    }
    const number = /^### (\S+)/.exec(line)?.[1];
    const ticket = tickets.find((one) => one.number === number);
    if (ticket) this.#place = { at: 'ticket', ticket };
    return ticket !== undefined;
  }

  /** Whether the line says something about the ticket that it stands below. */
  #note(ticket: WrittenTicket, line: string): boolean {
    const [, name = '', text = ''] = LINE.exec(line) ?? [];
    const key = ticketLineKeys.find((one) => [one, this.#report.keys[one]].includes(name));
    const field = ticket.lines.find((one) => one.key === key);
    if (!field || this.#values.has(field.id)) return false;
    this.#values.set(field.id, oneLine(text));
    return true;
  }

  #tell(text: string, line: number): void {
    if (text.trim() !== '') this.#unread.push({ line, text: text.trim() });
  }
}
