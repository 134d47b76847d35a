/** A measured thing and what it should be. `value` is in `unit`; ratios are `×`. */
export interface Row {
  /** Which part of the bench measured it: `start`, `keys`, … */
  readonly part: string;
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 's' | 'MiB' | 'KB' | '%' | '';
  /** How many floors (or peers) that is, where this is not the value itself. */
  readonly floors?: number | undefined;
  readonly must?: number | undefined;
  readonly aim?: number | undefined;
  /** The numbers behind it. */
  readonly detail?: string | undefined;
}

export type Verdict = 'aim' | 'must' | 'MISSED' | '';

/** What a row achieved; rows without a target only inform. */
export function verdictOf({ value, must, aim }: Row): Verdict {
  if (must === undefined && aim === undefined) return '';
  if (aim !== undefined && value <= aim) return 'aim';
  return must === undefined || value <= must ? 'must' : 'MISSED';
}

/** Rows as a table for people. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['what', 'measured', '× floor', 'must', 'aim', 'verdict', 'detail'];
  const body = rows.map((row) => [
    row.what,
    numberOf(row.value, row.unit),
    row.floors === undefined ? '' : row.floors.toFixed(2),
    row.must === undefined ? '' : `≤ ${row.must}`,
    row.aim === undefined ? '' : `≤ ${row.aim}`,
    verdictOf(row),
    row.detail ?? '',
  ]);
  const widths = head.map((title, i) => {
    return Math.max(title.length, ...body.map((cells) => cells[i]?.length ?? 0));
  });
  const line = (cells: readonly string[]) => {
    return cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  };
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  return [line(head), rule, ...body.map(line)].join('\n');
}

function numberOf(value: number, unit: Row['unit']): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
}
