/** A measured thing and what it should be. `value` is in `unit`; ratios are `×`, parts of one `share`. */
export interface Row {
  /** Which part of the bench measured it: `start`, `keys`, … */
  readonly part: string;
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 's' | 'MiB' | 'KB' | '%' | 'share' | '';
  /** How many floors (or peers) that is, where this is not the value itself. */
  readonly floors?: number | undefined;
  readonly must?: number | undefined;
  readonly aim?: number | undefined;
  /** Which way is good; lower where nothing is said. */
  readonly better?: 'lower' | 'higher' | undefined;
  /** The numbers behind it. */
  readonly detail?: string | undefined;
}

export type Verdict = 'aim' | 'must' | 'MISSED' | '';

/** What a row achieved; rows without a target only inform. */
export function verdictOf({ value, must, aim, better }: Row): Verdict {
  if (must === undefined && aim === undefined) return '';
  const reaches = (goal: number) => (better === 'higher' ? value >= goal : value <= goal);
  if (aim !== undefined && reaches(aim)) return 'aim';
  return must === undefined || reaches(must) ? 'must' : 'MISSED';
}

/** Rows as a table for people. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['what', 'measured', '× floor', 'must', 'aim', 'verdict', 'detail'];
  const body = rows.map((row) => [
    row.what,
    numberOf(row.value, row.unit),
    row.floors === undefined ? '' : row.floors.toFixed(2),
    goalOf(row.must, row.better),
    goalOf(row.aim, row.better),
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

function goalOf(goal: number | undefined, better: Row['better']): string {
  return goal === undefined ? '' : `${better === 'higher' ? '≥' : '≤'} ${goal}`;
}

function numberOf(value: number, unit: Row['unit']): string {
  if (Number.isNaN(value)) return '—';
  if (unit === 'share') return value.toFixed(3);
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
}
