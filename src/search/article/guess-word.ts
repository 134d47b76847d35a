import { type Alternative, type How, strongest, type WordContext } from './alternative.ts';
import type { Lexicon, NearWord } from './lexicon.ts';
import type { Postings } from './postings.ts';
import { nicknamed, spelledLetters } from './respelled.ts';
import { soundKey } from './sound.ts';

const MOST_CORRECTIONS = 5;
const TRANSLIT_WEIGHT = 0.9;
const SOUND_WEIGHT = 0.7;
const BEGINNING_WEIGHT = 0.8;
const SPELLED_WEIGHT = 0.8;
/** What is left of the weight of a word after each slip in it. */
export const SLIP_FACTOR = 0.8;
const LATIN_WORD = /^[a-z'’`-]+$/;

const RUSSIAN = /^[а-я]+$/;
const VERB_PREFIX = /^(?:пере|рас|раз|при|под|про|вы|за|на|по|до|от|из|об|с|у|о)(?=[а-я]{5})/;
const SHORTEST_ROOT = 5;
const ENDING = 3;
const FAMILY_WEIGHT = 0.4;
const BARE_FAMILY_WEIGHT = 0.3;

/** Words of the base that share a root with one it knows. */
export function familyOf(stem: string, postings: Postings): Alternative[] {
  return rootsOf(stem).flatMap(({ root, weight }): Alternative[] => {
    if (postings.of(root, true).docs.length === 0) return [];
    return [{ tokens: [root], isPrefix: true, weight, how: 'family', text: `${root}…` }];
  });
}

/** Words of one family share a root: «установить» and «установка», «зашифровать» and «шифрование». */
function rootsOf(stem: string): { readonly root: string; readonly weight: number }[] {
  if (!RUSSIAN.test(stem) || stem.length <= SHORTEST_ROOT) return [];
  const cut = (text: string) => text.slice(0, Math.max(SHORTEST_ROOT, text.length - ENDING));
  const bare = stem.replace(VERB_PREFIX, '');
  const own = { root: cut(stem), weight: FAMILY_WEIGHT };
  return bare === stem ? [own] : [own, { root: cut(bare), weight: BARE_FAMILY_WEIGHT }];
}

/** How many slips a word of this length may have: short words have too many neighbours. */
function slipLimit(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** What a word may have been meant for that the base does not have: slips, other alphabets, sounds. */
export function guessWord(word: string, stem: string, context: WordContext): Alternative[] {
  const lexicon = context.reader.lexicon();
  const limit = slipLimit(word);
  const found: Alternative[] = [];
  const add = (near: readonly NearWord[], how: How, weight: number): void => {
    for (const { stem: token, form, distance } of near) {
      const slips = SLIP_FACTOR ** distance;
      found.push({ tokens: [token], isPrefix: false, weight: weight * slips, how, text: form });
    }
  };
  add(lexicon.near(word, limit), 'correction', 1);
  if (stem !== word) add(lexicon.near(stem, slipLimit(stem)), 'correction', 0.95);
  if (LATIN_WORD.test(word))
    add(lexicon.transliterated(word, Math.min(1, limit)), 'translit', TRANSLIT_WEIGHT);
  add(soundingLike(word, lexicon), 'sound', SOUND_WEIGHT);
  const bare = nicknamed(word);
  add(spelled(bare ?? word, lexicon), 'sound', SPELLED_WEIGHT);
  if (bare !== null) add(soundingLike(bare, lexicon), 'sound', SOUND_WEIGHT);
  if (found.length === 0 && context.isUnfinished && word.length >= 4) {
    add(lexicon.nearBeginning(word, 1), 'correction', BEGINNING_WEIGHT);
  }
  return strongest(found)
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_CORRECTIONS);
}

/** Abbreviations of the base that a word spells by the names of their letters. */
function spelled(word: string, lexicon: Lexicon): NearWord[] {
  return spelledLetters(word).flatMap((text) => lexicon.near(text, 0));
}

/**
 * Vowels are written in any way; letters that differ beyond this make another word. A word of few
 * consonants sounds like many.
 */
const FARTHEST_SOUND = { long: 0.7, short: 0.45 };
const LONG_SOUND = 4;

/** Words of the base that sound like a word of the other alphabet, the nearest first. */
export function soundingLike(word: string, lexicon: Lexicon): NearWord[] {
  const share = soundKey(word).length >= LONG_SOUND ? FARTHEST_SOUND.long : FARTHEST_SOUND.short;
  return lexicon
    .soundingLike(word)
    .filter(({ distance }) => distance <= Math.ceil(word.length * share))
    .map((near) => ({ ...near, distance: Math.max(0, near.distance - 2) }));
}
