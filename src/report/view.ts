/** A part of a report as it is read; each way of writing it out has its own marks. */
export type ReportBlock =
  | { readonly type: 'lines'; readonly lines: readonly string[] }
  | { readonly type: 'items'; readonly items: readonly ReportEntry[] }
  | {
      readonly type: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Rows of a chart, whose blanks count. */
  | { readonly type: 'drawing'; readonly lines: readonly string[] }
  /** As a person wrote it, with its own line breaks. */
  | { readonly type: 'prose'; readonly text: string };

/** One thing of a list, with what is known of it below. */
export interface ReportEntry {
  readonly head: string;
  readonly notes: readonly string[];
}

/** A section; one without blocks says that there is nothing. */
export interface ReportPart {
  readonly code: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  /** How much of a longer list is shown; empty where all of it is. */
  readonly shown: string;
}

/** A whole document: what stands on top, and the sections in the order they are read. */
export interface ReportView {
  readonly title: string;
  readonly header: readonly string[];
  readonly parts: readonly ReportPart[];
}
