interface Titled {
  readonly title: string;
  /** What the labels are: "hour", "age". */
  readonly heading: string;
}

/** Upright bars, one beside another for each series: what came in and what was solved by hour. */
export interface BarsChart extends Titled {
  readonly kind: 'bars';
  readonly series: readonly string[];
  /** As many values as there are series. */
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** Lying bars with a name before and a number behind: a backlog by age, providers. */
export interface RowsChart extends Titled {
  readonly kind: 'rows';
  /** What the numbers are: "tickets", "minutes". */
  readonly measure: string;
  /** What the notes are; null when rows have none. */
  readonly noteHeading: string | null;
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly note: string;
  }[];
}

/** How many of those due were met. Never pooled as percentages, only as counts. */
export interface ShareRow {
  readonly label: string;
  readonly met: number;
  readonly due: number;
}

/** Lying bars of shares, with lines at the targets. */
export interface SharesChart extends Titled {
  readonly kind: 'shares';
  /** Percent, ascending. */
  readonly targets: readonly number[];
  readonly rows: readonly ShareRow[];
}

/** A field of hours by weekdays: the more, the darker. */
export interface HeatChart extends Titled {
  readonly kind: 'heat';
  readonly columns: readonly string[];
  /** As many values as there are columns. */
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** A share over time, with lines at the targets. */
export interface TrendChart extends Titled {
  readonly kind: 'trend';
  /** Percent, ascending. */
  readonly targets: readonly number[];
  readonly rows: readonly ShareRow[];
}

/** What is drawn, in the words of its reader: the same in a terminal, as SVG and as a table. */
export type Chart = BarsChart | RowsChart | SharesChart | HeatChart | TrendChart;

/** Whether there is anything to see: a chart of zeros says so in words. */
export function isEmptyChart(chart: Chart): boolean {
  switch (chart.kind) {
    case 'rows':
      return chart.rows.every(({ value }) => !(value > 0));
    case 'shares':
    case 'trend':
      return chart.rows.every(({ due }) => !(due > 0));
    default:
      return chart.rows.every(({ values }) => values.every((value) => !(value > 0)));
  }
}
