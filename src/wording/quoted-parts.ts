import { linesOf, matchRange, type TextRange } from './text-range.ts';

const QUOTED_LINE = /^\s{0,3}>/;
/** What mail programs put above an earlier letter; everything below is that letter. */
const SEPARATOR =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|исходное сообщение|пересылаемое сообщение|пересланное сообщение)\s*-{2,}|_{20,})\s*$/i;
const MAIL_HEAD =
  /^(?=.{0,300}$)(?=.*(?:\d{4}|\d{1,2}[:.]\d{2}|<[^>\s]+@))[^>].*(?:wrote|writes|писала?|писал\(а\)|пишет|написала?|написал\(а\))\s*:\s*$/iu;
const SAID =
  /(?:^|\s)(?:вы писали|вы написали|клиент пишет|клиент написал|you wrote|customer wrote)\s*:\s*$/iu;

/** Words after which quotation marks hold what somebody said. */
const SPOKEN =
  /(?:пиш[еу]|напис|писал|сказал|говори|спраш|спросил|упомян|жалу|жалова|цитир|сообщени|wrote|writ|said|say|ask|mention|message)\p{L}*/giu;
/** Words after which they hold what stands on a screen. */
const SHOWN =
  /(?:ошибк|надпис|текст|окн|окош|кнопк|пункт|строк|поле|error|label|button|window|field|text)\p{L}*/giu;
const MARKED = /«[^«»\n]{1,400}»|“[^“”\n]{1,400}”|„[^„“\n]{1,400}“|"[^"\n]{1,400}"/gu;
const NEAR = 60;
/** So far before quotation marks stands the word that tells what they hold. */
const FARTHEST = 30;

/** The parts of a message that are somebody else's words: quoted lines, letters below, citations. */
export function quotedParts(text: string): readonly TextRange[] {
  return [...quotedLines(text), ...citations(text)];
}

function quotedLines(text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  const lines = linesOf(text);
  let isLetter = false;
  let isParagraph = false;
  for (const [index, line] of lines.entries()) {
    const isBlank = line.text.trim() === '';
    const isHead = MAIL_HEAD.test(line.text);
    if (isLetter || isHead || QUOTED_LINE.test(line.text)) found.push(line);
    else if (isParagraph && !isBlank) found.push(line);
    // The paragraph below «вы писали:» may stand behind one empty line.
    if (isParagraph && isBlank && found.at(-1) === lines[index - 1]) isParagraph = false;
    if (SEPARATOR.test(line.text)) isLetter = true;
    if (!isHead && !SAID.test(line.text)) continue;
    if (isMarkedBelow(lines, index)) continue;
    if (isHead) isLetter = true;
    else isParagraph = true;
  }
  return found;
}

/** Whether the next line that is not empty is marked as a quotation by itself. */
function isMarkedBelow(lines: readonly { readonly text: string }[], index: number): boolean {
  for (let at = index + 1; at < lines.length; at += 1) {
    const below = lines[at]?.text ?? '';
    if (below.trim() !== '') return QUOTED_LINE.test(below);
  }
  return false;
}

/** What the customer wrote or said himself. A name of a button is nobody's words: it may be the answer. */
export function spokenParts(text: string): readonly TextRange[] {
  const spoken = marksOf(text).filter((mark) => sourceOf(mark, text) === 'spoken');
  return [...quotedLines(text), ...spoken];
}

function citations(text: string): readonly TextRange[] {
  return marksOf(text).filter((mark) => sourceOf(mark, text) !== null);
}

function marksOf(text: string): readonly TextRange[] {
  return [...text.matchAll(MARKED)].map(matchRange);
}

/** Where words in quotation marks come from, as the nearest word before them says. */
export function sourceOf({ start }: TextRange, text: string): 'spoken' | 'shown' | null {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const [tail = ''] = /[^.!?\n]*$/.exec(before) ?? [];
  const [spoken, shown] = [lastOf(SPOKEN, tail), lastOf(SHOWN, tail)];
  if (Math.max(spoken, shown) < tail.length - FARTHEST) return null;
  return spoken > shown ? 'spoken' : 'shown';
}

/** Where the last word of a kind ends; before everything when there is none. */
function lastOf(words: RegExp, text: string): number {
  const last = [...text.matchAll(words)].at(-1);
  return last === undefined ? -Infinity : matchRange(last).end;
}
