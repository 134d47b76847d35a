import type { Replacement, Suspicion } from './personal.ts';

const WORD = /(?<![\p{L}\p{N}._/\\@-])\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)*(?![\p{L}\p{N}_@])/gu;
const NUMBER = /(?<![\p{L}\p{N}.-])(?!\d{4}-\d\d-\d\d)\d(?:[ \u00A0-]?\d){4,}(?![\p{L}\p{N}])/gu;
/** A machine, or the code of an error. */
const MACHINE = /(?<![\p{L}\p{N}-])[A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)*-\d+(?![\p{L}\p{N}-])/gu;
const ADDRESS = /\S*@\S+|(?<!\S)@\w{3,}/gu;
/** A capital behind these begins a sentence and says nothing. */
const SENTENCE = /(?:^|[.!?…:>|«»„“”"'`([\])*•\-—–]|\d[.)])\s*$/u;
/** Lines of the draft that nobody has said. */
const OURS = /^(?:#|[a-z]+: [^"|]*$)/;
/** Names of programs and of what stands on screens. */
const COMMON =
  /^(?:Windows|Excel|Word|Outlook|Office|Chrome|Firefox|Edge|Safari|Linux|Ubuntu|Debian|Android|Google|Microsoft|Apple|Yandex|Яндекс|Telegram|Zoom|Teams|Wi-Fi|Bluetooth|Caps|Lock|Enter|Shift|Ctrl|Esc|Server|Windows|Explorer|Internet|Adobe|Reader|Kaspersky|Java|Python|Demo|Демо|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Интернет|Пуск|Панель|Россия|Москва)$/;

/** What stayed although it may tell of somebody: capitals inside of sentences, long numbers, mailboxes. */
export function suspicious(text: string, replaced: readonly Replacement[]): readonly Suspicion[] {
  const ours = replaced.map(({ to }) => to);
  const found: Suspicion[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (OURS.test(line)) continue;
    // What we put there is known to be invented.
    const bare = ours.reduce(
      (rest, to) => rest.replaceAll(to, (one) => ' '.repeat(one.length)),
      line,
    );
    const at = (kind: Suspicion['kind']) => (match: RegExpMatchArray) => {
      return { text: match[0], kind, line: index + 1 };
    };
    const words = [...bare.matchAll(WORD)].filter((match) => {
      return !COMMON.test(match[0]) && !SENTENCE.test(bare.slice(0, match.index));
    });
    found.push(...words.map(at('word')));
    found.push(...[...bare.matchAll(MACHINE)].map(at('word')));
    found.push(...[...bare.matchAll(NUMBER)].map(at('number')));
    found.push(...[...bare.matchAll(ADDRESS)].map(at('address')));
  }
  const seen = new Set<string>();
  return found.filter((one) => !seen.has(one.text) && seen.add(one.text));
}
