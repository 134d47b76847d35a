import { linesOf, matchRange, type TextRange } from './text-range.ts';

const FENCE = /^\s{0,3}(?:```|~~~)/;
const SPAN = /(`{1,3})[^`\n]{1,1000}\1(?!`)/g;
const ADDRESSES: readonly RegExp[] = [
  /\b[a-z][a-z\d+.-]{1,11}:\/\/[^\s<>«»"“”]+/giu,
  /(?<![\w@.])www\.[^\s<>«»"“”]+/giu,
  /(?<![\p{L}\p{N}._%+-])[\w.%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6}/giu,
  // Folders of Windows, of a server and of Unix; keys of the registry.
  /(?<![\p{L}\p{N}])[a-z]:\\[^\s"«»<>|]*/giu,
  /(?<!\\)\\\\[\p{L}\p{N}_.$-]+(?:\\[^\s"«»<>|]*)?/giu,
  /(?<![\p{L}\p{N}/.<])(?:~|\.{1,2})?\/[\w.@-]+(?:\/[\w.@%-]*)+/giu,
  /(?<![\p{L}\p{N}])(?:HKLM|HKCU|HKEY_[A-Z_]+)\\[^\s"«»]*/gu,
];

/** Blocks and spans of code. A fence that is not closed reaches to the end. */
export function codeParts(text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  let isFenced = false;
  for (const line of linesOf(text)) {
    const isFence = FENCE.test(line.text);
    if (isFence || isFenced) found.push(line);
    else {
      for (const match of line.text.matchAll(SPAN)) {
        const { start, end } = matchRange(match);
        found.push({ start: line.start + start, end: line.start + end });
      }
    }
    if (isFence) isFenced = !isFenced;
  }
  return found;
}

/** Links, mail addresses and paths of files: names, not wording. */
export function addressParts(text: string): readonly TextRange[] {
  return ADDRESSES.flatMap((pattern) => [...text.matchAll(pattern)].map(matchRange));
}
