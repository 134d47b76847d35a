/** How old an open ticket is, by steps. */
export const ageBuckets = ['4h', '1d', '3d', '7d', 'older'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

/** What is drawn: the same data in the terminal and in SVG. */
export interface ReportCharts {
  /** One row for each hour of the shift. */
  readonly flow: readonly {
    readonly at: number;
    readonly incoming: number;
    readonly solved: number;
  }[];
  /** Open tickets by age: below 4 hours, a day, three days, a week, and older. */
  readonly ages: readonly { readonly code: AgeBucket; readonly n: number }[];
  readonly deadlines: readonly {
    readonly of: string;
    readonly met: number;
    readonly due: number;
  }[];
  /** Incoming by weekday (0 is Monday) and hour over the last eight weeks. */
  readonly heat: readonly { readonly weekday: number; readonly hour: number; readonly n: number }[];
  readonly trend: readonly { readonly at: number; readonly met: number; readonly due: number }[];
}
