import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  type ContentProblem,
  checkSource,
  describeProblem,
  problemAt,
  readYaml,
  type YamlSource,
} from '../../content/content-problem.ts';
import { type TicketColumn, ticketColumns } from '../../intake/csv/ticket-column.ts';
import { UserError } from '../../util/user-error.ts';

/** How a file names our columns: file's name and column, either way round. */
export type CsvMapping = Readonly<Record<string, string>>;

const schema = z.record(z.string(), z.string().min(1, { error: 'empty name' }));

/**
 * Reads a mapping file (`subject: Тема`). Throws a UserError that lists everything wrong with it
 * as file:line:column.
 */
export async function readCsvMapping(path: string): Promise<CsvMapping> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'file-not-found' : 'file-not-readable';
    throw new UserError(code, { path }, { cause });
  });
  const source = readYaml(path, text);
  if (!source.ok) throw wrong(source.problem);
  const checked = checkSource(source.value, schema);
  if (!checked.ok) throw wrong(checked.problem);
  const problems = columnProblems(source.value, checked.value);
  if (problems.length > 0) throw wrong(problems);
  return checked.value;
}

function wrong(problems: readonly ContentProblem[]): UserError {
  return new UserError('mapping-wrong', { details: problems.map(describeProblem).join('\n') });
}

/** A line that names no column of ours would be ignored silently; two lines for one would too. */
function columnProblems(source: YamlSource, mapping: CsvMapping): ContentProblem[] {
  const taken = new Map<TicketColumn, string>();
  const problems: ContentProblem[] = [];
  for (const [left, right] of Object.entries(mapping)) {
    const column = columnOf(right) ?? columnOf(left);
    if (column === null) {
      const message = `neither side is a column: ${ticketColumns.join(', ')}`;
      problems.push(problemAt(source, [left], message));
    } else if (taken.has(column)) {
      problems.push(problemAt(source, [left], `${column} is given twice`));
    } else {
      taken.set(column, left);
    }
  }
  return problems;
}

function columnOf(name: string): TicketColumn | null {
  const plain = name.trim().toLowerCase();
  return ticketColumns.find((column) => column === plain) ?? null;
}
