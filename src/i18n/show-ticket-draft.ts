import type { FromTicketTexts } from './from-ticket-texts.ts';

/** What of a draft is shown before a person confirms it. */
export interface ShownDraft {
  readonly lines: readonly { readonly sign: ' ' | '-' | '+'; readonly text: string }[];
  readonly replacements: readonly {
    readonly kind: keyof FromTicketTexts['kinds'];
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly isKnown: boolean;
  }[];
  readonly suspicious: readonly { readonly text: string; readonly line: number }[];
}

/** The difference as rows: old and new lines, what found each piece, and what is left to look at. */
export function shownDifference(
  { lines, replacements, suspicious }: ShownDraft,
  texts: FromTicketTexts,
): readonly string[] {
  const changed = lines.filter(({ sign }) => sign !== ' ');
  const pieces = replacements.map(({ kind, from, to, count, isKnown }) => {
    return `  ${from} → ${to} ×${count} (${texts.rule(texts.kinds[kind], isKnown)})`;
  });
  const left = suspicious.map(({ text, line }) => `  ${text} (${texts.line(line)})`);
  const total = replacements.reduce((sum, { count }) => sum + count, 0);
  return [
    ...changed.map(({ sign, text }) => `${sign} ${text.trim()}`),
    '',
    ...(pieces.length === 0 ? [texts.nothingReplaced] : [texts.replaced(total), ...pieces]),
    ...(left.length === 0 ? [] : [texts.leftovers(left.length), ...left]),
  ];
}
