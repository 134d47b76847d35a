const separators = [
  /^-{2,}\s*(original message|forwarded message|исходное сообщение|пересылаемое сообщение|пересланное сообщение)\s*-{2,}$/i,
  /^_{20,}$/,
];
// «Пн, 21 нояб. 2026 г. в 12:00, Иван <a@b>:» and «On …, Ivan wrote:», maybe wrapped once.
const attribution =
  /^(?=.*(?:\d{4}|\d{1,2}:\d{2})).*(?:wrote|писал\(?а?\)?|пишет|написал\(?а?\)?|>)\s*:$/i;

function isQuote(line: string): boolean {
  return line.startsWith('>');
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

function attributionStart(lines: readonly string[], quoteAt: number): number {
  let end = quoteAt - 1;
  while (end > 0 && isBlank(lines[end] ?? '')) end -= 1;
  const line = (lines[end] ?? '').trim();
  if (line.length > 300) return quoteAt;
  if (attribution.test(line)) return end;
  const above = `${(lines[end - 1] ?? '').trim()} ${line}`;
  return end > 0 && above.length <= 400 && attribution.test(above) ? end - 1 : quoteAt;
}

function tailStart(lines: readonly string[]): number {
  const separator = lines.findIndex((line) =>
    separators.some((pattern) => line.length < 200 && pattern.test(line.trim())),
  );
  let start = lines.length;
  while (start > 0 && (isQuote(lines[start - 1] ?? '') || isBlank(lines[start - 1] ?? ''))) {
    start -= 1;
  }
  const quoteAt = lines.findIndex((line, index) => index >= start && isQuote(line));
  const quoted = quoteAt < 0 ? lines.length : attributionStart(lines, quoteAt);
  return separator < 0 ? quoted : Math.min(separator, quoted);
}

/**
 * The end of a letter that only repeats an earlier one, with the line that introduces it, exactly
 * as it stands in the text; null when there is none or when nothing would be left above it.
 * Answers between quoted lines are never cut.
 */
export function quotedTail(text: string): string | null {
  const lines = text.split('\n');
  const start = tailStart(lines);
  if (start >= lines.length) return null;
  if (lines.slice(0, start).every(isBlank)) return null;
  return lines.slice(start).join('\n');
}
