/** How letters are named in speech, English and Russian names both, and the letters they stand for. */
const LETTER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'эй а',
    b: 'би бэ бе',
    c: 'си цэ це',
    d: 'ди дэ де',
    e: 'и е э',
    f: 'эф',
    g: 'джи гэ ге',
    h: 'эйч аш ха',
    i: 'ай и',
    j: 'джей йот',
    k: 'кей ка',
    l: 'эл эль',
    m: 'эм',
    n: 'эн',
    o: 'оу о',
    p: 'пи пэ пе',
    q: 'кью ку',
    r: 'ар эр',
    s: 'эс',
    t: 'ти тэ те',
    u: 'ю у',
    v: 'ви вэ ве',
    w: 'даблю даблъю',
    x: 'икс экс',
    y: 'уай вай',
    z: 'зет зед зи',
  }).flatMap(([letter, names]) => names.split(' ').map((name) => [`${name}:${letter}`, letter])),
);
const NAMES = [...LETTER_NAMES].map(([key, letter]) => ({
  name: key.slice(0, key.indexOf(':')),
  letter,
}));
const LONGEST_NAME = 5;
const MOST_READINGS = 12;
const SHORTEST_SPELLED = 4;
const CYRILLIC_WORD = /^[а-я]+$/;
/** «пстшник», «дцшник»: a thing called by its abbreviation. */
const NICKNAME = /^(.{2,}?)шник(?:и|а|ов|у|ом|ам|ами|ах|е)?$/;

/**
 * Abbreviations that a word may spell by the names of their letters: «дэцэ» is `dc`, «эйчтиэмэль»
 * `html`. Most readings are nobody's abbreviation: the base decides.
 */
export function spelledLetters(word: string): readonly string[] {
  if (word.length < SHORTEST_SPELLED || !CYRILLIC_WORD.test(word)) return [];
  let begun: readonly { readonly at: number; readonly text: string }[] = [{ at: 0, text: '' }];
  const done: string[] = [];
  while (begun.length > 0) {
    begun = begun
      .flatMap(({ at, text }) =>
        namesAt(word, at).map(({ name, letter }) => ({
          at: at + name.length,
          text: text + letter,
        })),
      )
      .slice(0, MOST_READINGS);
    done.push(...begun.filter(({ at }) => at === word.length).map(({ text }) => text));
  }
  // A vowel is the name of itself: a reading letter by letter is no abbreviation.
  return done.filter((text) => text.length >= 2 && text.length * 3 <= word.length * 2);
}

/** The word that a nickname is made of: «пстшник» → «пст»; null for any other word. */
export function nicknamed(word: string): string | null {
  return NICKNAME.exec(word)?.[1] ?? null;
}

function namesAt(word: string, at: number) {
  const ahead = word.slice(at, at + LONGEST_NAME);
  return NAMES.filter(({ name }) => ahead.startsWith(name)).sort(
    (a, b) => b.name.length - a.name.length,
  );
}
