/** What YAML knows as a break, or does not take at all. */
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const UNPRINTABLE = /[\p{Cs}\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu;

/** A text of people below a `|`, byte for byte, `indent` deep. */
export function block(text: string, indent: number): string {
  const plain = text
    .replace(BREAKS, '\n')
    .replace(UNPRINTABLE, '')
    .replace(/^\n+|\s+$/g, '');
  const told = plain === '' ? '—' : plain;
  // A block that begins with a space does not tell by itself how deep it stands.
  const mark = /^\s/.test(told) ? '|2' : '|';
  const deep = ' '.repeat(indent);
  const rows = told.split('\n').map((row) => (row.trim() === '' ? '' : deep + row));
  return [mark, ...rows].join('\n');
}

/** A name or a title in quotes, in one line. */
export function quoted(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
  return JSON.stringify(plain === '' ? '—' : plain);
}
