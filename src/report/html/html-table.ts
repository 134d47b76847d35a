import { type Html, html } from '../../util/html.ts';
import { cut } from '../../util/text-layout.ts';

/** Rows under names of columns; the first cell of a row is its name. */
export interface TableText {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Beyond this a cell is no longer read in a row; what it is of has the whole. */
const MOST_CELLS = 100;
/** A time or a length is no longer than this, and stays in one row. */
const SHORT = 12;
/** Numbers, shares, lengths and money, and the sign for none: what is compared from below. */
const NUMBER = /^[-−+]?\d[\d\s.,]*(?:\s?%)?$|^—?$/u;

/** A table whose columns of numbers stand at the right; a wide one is moved sideways. */
export function htmlTable({ columns, rows }: TableText): Html {
  const isNumber = columns.map(
    (_, at) => at > 0 && rows.length > 0 && rows.every((row) => NUMBER.test(row[at] ?? '')),
  );
  const side = (at: number) => ownClass(isNumber[at] === true);
  const head = columns.map((name, at) => html`<th scope="col"${side(at)}>${name}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((text, at) => {
      const cell = whole(cut(text, MOST_CELLS));
      return at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${side(at)}>${cell}</td>`;
    });
    return html`<tr>${cells}</tr>\n`;
  });
  return html`<div class="table" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}

function whole(cell: string): string {
  return cell.length <= SHORT && /\d/.test(cell) ? cell.replaceAll(' ', '\u00a0') : cell;
}

function ownClass(isNumber: boolean): Html {
  return isNumber ? html` class="number"` : html``;
}
