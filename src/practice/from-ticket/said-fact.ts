import { foldText } from '../../util/fold-text.ts';

/** What a reply says and no other: words of one of its sentences by which it may be recognised. */
export interface SaidFact {
  readonly id: string;
  readonly words: readonly string[];
}

const WORD = /(?<![\p{L}\p{N}._/@\\-])\p{L}{5,}(?![\p{L}\p{N}_/@\\-])/gu;
const COMMON =
  /^(?:здравств|добр|спасиб|пожалуйст|уважен|сегодня|завтра|сейчас|котор|будет|можете|можно|нужно|чтобы|когда|если|также|после|перед|очень|вопрос|помощ|подскаж|напиш|hello|please|thank|regards|could|would|should|today|tomorrow|there|which|their|about|after|before|when|will|help|write)/;
const WORDS = 2;

/** Proposes a fact for each reply: the two longest of its own words that stand in one sentence. */
export function saidFacts(replies: readonly string[]): readonly (SaidFact | null)[] {
  const stems = replies.map((reply) => new Set(wordsOf(reply).map(stemOf)));
  return replies.map((reply, index) => {
    const others = stems.filter((_, at) => at !== index);
    const best = reply
      .split(/[.!?\n]+/)
      .map((sentence) => ownWords(sentence, others))
      .toSorted((a, b) => b.join('').length - a.join('').length)[0];
    return best === undefined || best.length < WORDS
      ? null
      : { id: `said_${index + 1}`, words: best };
  });
}

function ownWords(sentence: string, others: readonly ReadonlySet<string>[]): readonly string[] {
  // What is denied is recognised by other rules.
  if (/(?<!\p{L})(?:не|ни|нет|без|not?|never|without)(?!\p{L})|n't/iu.test(sentence)) return [];
  const words = [...new Set(wordsOf(sentence))].filter((word) => {
    return !COMMON.test(word) && !others.some((stems) => stems.has(stemOf(word)));
  });
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, WORDS);
  return words.filter((word) => longest.includes(word));
}

/** A capital inside of a sentence is a name: nobody has to say that. */
function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter((word) => /^\p{Ll}+$/u.test(word)).map(foldText);
}

function stemOf(word: string): string {
  return word.slice(0, Math.max(4, word.length - 3));
}
