import { letterDate } from '../../intake/mail/letter-date.ts';
import { messageIds } from '../../intake/mail/message-id.ts';
import { compareText } from '../../util/compare-text.ts';

/** What decides the place of a letter among others. */
export interface LetterHead {
  readonly date: number | null;
  readonly messageId: string | null;
  /** Ids of the letters it answers. */
  readonly answers: readonly string[];
}

/** How many bytes of a letter are enough to find these headers. */
export const headBytes = 65_536;

const fieldPattern = /^(date|message-id|in-reply-to|references)[ \t]*:(.*)$/gim;

/** Reads the few headers that order letters, without parsing the rest. */
export function readHead(bytes: Uint8Array): LetterHead {
  const start = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length;
  const fields = new Map<string, string>();
  for (const match of start
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .matchAll(fieldPattern)) {
    const name = (match[1] ?? '').toLowerCase();
    fields.set(name, `${fields.get(name) ?? ''} ${match[2] ?? ''}`.trim());
  }
  return {
    date: letterDate(fields.get('date') ?? ''),
    messageId: messageIds(fields.get('message-id') ?? '')[0] ?? null,
    answers: ['in-reply-to', 'references'].flatMap((name) => messageIds(fields.get(name) ?? '')),
  };
}

interface Ordered {
  readonly source: string;
  readonly head: LetterHead;
}

/**
 * Letters in the order they were written, so that an answer finds what it answers: by date, and
 * a letter always after the ones it names, whatever clock its sender had.
 */
export function orderLetters<Letter extends Ordered>(letters: readonly Letter[]): Letter[] {
  const byDate = letters.toSorted(
    (a, b) => (a.head.date ?? 0) - (b.head.date ?? 0) || compareText(a.source, b.source),
  );
  const byId = Map.groupBy(byDate, (letter) => letter.head.messageId ?? '');
  byId.delete('');
  const placed = new Set<Letter>();
  const ordered: Letter[] = [];
  for (const letter of byDate) place(letter, { byId, placed, ordered });
  return ordered;
}

interface Placing<Letter> {
  readonly byId: ReadonlyMap<string, readonly Letter[]>;
  readonly placed: Set<Letter>;
  readonly ordered: Letter[];
}

/** Puts a letter behind its parents. A stack, not a recursion: a thread can be thousands long. */
function place<Letter extends Ordered>(first: Letter, placing: Placing<Letter>): void {
  const { byId, placed, ordered } = placing;
  const stack = [first];
  const opened = new Set<Letter>();
  for (let letter = stack.at(-1); letter !== undefined; letter = stack.at(-1)) {
    const current = letter;
    const parents = current.head.answers.flatMap((id) => byId.get(id) ?? []);
    const waiting = opened.has(current)
      ? []
      : parents.filter((p) => p !== current && !placed.has(p) && !opened.has(p));
    opened.add(current);
    if (waiting.length > 0) {
      stack.push(...waiting.toReversed());
      continue;
    }
    stack.pop();
    if (placed.has(current)) continue;
    placed.add(current);
    ordered.push(current);
  }
}
