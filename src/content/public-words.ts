/** What customers must not read: how we work, what only we may run, where our machines stand. */
const INTERNAL: readonly RegExp[] = [
  /\bSM-\d+\b/gi,
  /(?<!\p{L})(?:перв|втор|трет)\p{L}{2,3} лини\p{L}{1,3}(?!\p{L})/giu,
  /(?<!\p{L})лини\p{L}{1,3} [1-5](?!\d)/giu,
  /\b(?:line [1-5]|(?:first|second|third)[- ]line|L[1-5])\b/g,
  /(?<!\p{L})эскал(?:ац|ир)\p{L}+|\bescalat(?:e[ds]?|ing|ion)\b/giu,
  /(?<!\p{L})тикет\p{L}{0,3}(?!\p{L})/giu,
  /\b(?:sudo|systemctl|journalctl|runuser|psql|kubectl|iptables)\b/g,
  /\b(?:Get|Set|New|Remove|Reset|Revoke|Unlock)-(?:AD|Mg|EXO|Mailbox)\w*/g,
  /(?<![\d.])(?:10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?!\.?\d)/g,
  /(?<![\w.-])(?:srv|dc|db|sql|fs|bk)-?\d[\w-]*|\bsrv-[\w-]+/gi,
  /(?<![\w@.-])[a-z0-9][a-z0-9.-]*\.(?:local|lan|intranet|internal|corp)\b/gi,
];

/** A word of ours in a text for customers. */
export interface InternalWord {
  readonly word: string;
  readonly offset: number;
}

/** The words of ours in a text, in its order. */
export function internalWordsOf(text: string): InternalWord[] {
  const found = INTERNAL.flatMap((pattern) => [...text.matchAll(pattern)]);
  return found
    .map((match) => ({ word: match[0], offset: match.index }))
    .sort((a, b) => a.offset - b.offset);
}
