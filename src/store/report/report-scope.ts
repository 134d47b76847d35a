/** Whose tickets a report is of, and when. Times are epoch ms. */
export interface ReportScope {
  readonly space: string;
  /** Only tickets of this line; null: of all. */
  readonly line: string | null;
  readonly from: number;
  /** Nothing that happened later is seen. */
  readonly asOf: number;
}

/** A condition of SQL with its values. */
export interface Condition {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/**
 * The condition that a row `l` of `ticket_list` is of the space and line. Few stores have other
 * spaces than the main one, so they are told by the small index of those.
 */
export function inScope({ space, line }: Pick<ReportScope, 'space' | 'line'>): Condition {
  const elsewhere = `SELECT seq FROM ticket WHERE space <> 'main'`;
  const ofSpace: Condition =
    space === 'main'
      ? { text: `l.seq NOT IN (${elsewhere})`, values: [] }
      : { text: `l.seq IN (${elsewhere} AND space = ?)`, values: [space] };
  if (line === null) return ofSpace;
  return { text: `${ofSpace.text} AND l.line = ?`, values: [...ofSpace.values, line] };
}
