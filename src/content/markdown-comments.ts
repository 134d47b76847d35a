const FENCE = /^\s*(`{3,}|~{3,})/;
const OPEN = '<!--';
const CLOSE = '-->';

/**
 * Lines of Markdown without HTML comments, which are notes between authors. Comments in code stay,
 * and so does one that is never closed: rather a stray mark than a lost text.
 */
export function stripComments(lines: readonly string[]): string[] {
  const kept: string[] = [];
  const closings = lines.findLastIndex((line) => line.includes(CLOSE));
  let fence: string | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null || mark !== undefined) {
      if (fence === null) fence = mark ?? null;
      else if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
      kept.push(line);
      continue;
    }
    const stripped = at > closings ? { text: line, last: at } : stripFrom(lines, at);
    // A line of nothing but a comment goes; a blank one would end the paragraph around it.
    if (stripped.text.trim() !== '' || line.trim() === '') kept.push(stripped.text);
    at = stripped.last;
  }
  return kept;
}

/** The line at `first` with its comments cut out, joined with the rest of the line that ends one. */
function stripFrom(lines: readonly string[], first: number): { text: string; last: number } {
  let text = lines[first] ?? '';
  let last = first;
  let from = 0;
  for (let open = commentStart(text, from); open >= 0; open = commentStart(text, from)) {
    let end = text.indexOf(CLOSE, open + OPEN.length);
    let ahead = last;
    let tail = text;
    while (end < 0 && ahead + 1 < lines.length) {
      ahead += 1;
      tail = lines[ahead] ?? '';
      end = tail.indexOf(CLOSE);
    }
    if (end < 0) return { text, last };
    text = text.slice(0, open) + tail.slice(end + CLOSE.length);
    last = ahead;
    from = open;
  }
  return { text, last };
}

/** The next `<!--` outside a code span, or −1. */
function commentStart(text: string, from: number): number {
  for (let open = text.indexOf(OPEN, from); open >= 0; open = text.indexOf(OPEN, open + 1)) {
    const ticks = text.slice(0, open).split('`').length - 1;
    const closedLater = text.indexOf('`', open) >= 0;
    if (ticks % 2 === 0 || !closedLater) return open;
  }
  return -1;
}
