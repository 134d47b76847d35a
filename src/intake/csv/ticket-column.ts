/** The columns of a ticket table; other columns are ignored and reported. */
export const ticketColumns = [
  'external_id',
  'number',
  'subject',
  'text',
  'status',
  'priority',
  'customer',
  'contact',
  'email',
  'created_at',
  'updated_at',
  'tags',
] as const;
export type TicketColumn = (typeof ticketColumns)[number];

/** How the header of a file was understood. Indexes are those of the file's columns, from 0. */
export interface HeaderReport {
  readonly columns: ReadonlyMap<TicketColumn, number>;
  readonly width: number;
  /** Names that mean nothing here, as the file writes them. */
  readonly ignored: readonly string[];
}

const synonyms: Readonly<Record<string, TicketColumn>> = {
  id: 'external_id',
  номер: 'number',
  тема: 'subject',
  текст: 'text',
  описание: 'text',
  description: 'text',
  статус: 'status',
  приоритет: 'priority',
  клиент: 'customer',
  компания: 'customer',
  контакт: 'contact',
  заявитель: 'contact',
  почта: 'email',
  'e-mail': 'email',
  создано: 'created_at',
  обновлено: 'updated_at',
  изменено: 'updated_at',
  теги: 'tags',
  метки: 'tags',
};

function key(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
}

function isColumn(name: string): name is TicketColumn {
  return ticketColumns.some((column) => column === name);
}

/**
 * The names of a mapping file as file name → column. Both ways of writing are understood
 * (`subject: Тема` and `Тема: subject`); when both sides are columns the left one is the file's.
 */
function renames(mapping: Readonly<Record<string, string>>): Map<string, TicketColumn> {
  const result = new Map<string, TicketColumn>();
  for (const [left, right] of Object.entries(mapping)) {
    const [from, to] = [key(left), key(right)];
    if (isColumn(to)) result.set(from, to);
    else if (isColumn(from)) result.set(to, from);
  }
  return result;
}

/** Finds the columns in a header record. Order and case are free; the first of equal names counts. */
export function readHeader(
  fields: readonly string[],
  mapping: Readonly<Record<string, string>>,
): HeaderReport {
  const renamed = renames(mapping);
  const columns = new Map<TicketColumn, number>();
  const ignored: string[] = [];
  for (const [index, field] of fields.entries()) {
    const name = key(field);
    const known = isColumn(name)
      ? name
      : Object.hasOwn(synonyms, name)
        ? synonyms[name]
        : undefined;
    const column = renamed.get(name) ?? known;
    if (column === undefined || columns.has(column)) ignored.push(field.trim());
    else columns.set(column, index);
  }
  return { columns, width: fields.length, ignored };
}

/** The delimiter that makes the most known columns of the header line, else the most frequent. */
export function guessDelimiter(
  headerLine: string,
  mapping: Readonly<Record<string, string>>,
): string {
  let best = ';';
  let bestScore = 0;
  for (const delimiter of [';', ',', '\t']) {
    const fields = headerLine.split(delimiter).map((field) => field.trim().replace(/^"|"$/g, ''));
    const score = readHeader(fields, mapping).columns.size * 1000 + fields.length - 1;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
