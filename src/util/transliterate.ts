/** How a Russian letter is written in Latin ones; the first way is the usual one. */
const LATIN: Readonly<Record<string, readonly string[]>> = {
  ...{ а: ['a'], б: ['b'], в: ['v', 'w'], г: ['g', 'h'], д: ['d'], е: ['e', 'ye', 'ie', 'je'] },
  ...{ ё: ['e', 'yo', 'io', 'jo'], ж: ['zh', 'j', 'g'], з: ['z', 's'], и: ['i', 'y'] },
  ...{ й: ['y', 'i', 'j', ''], к: ['k', 'c'], л: ['l'], м: ['m'], н: ['n'], о: ['o'], п: ['p'] },
  ...{ р: ['r'], с: ['s', 'ss'], т: ['t'], у: ['u', 'ou'], ф: ['f', 'ph'], х: ['kh', 'h', 'x'] },
  ...{ ц: ['ts', 'c', 'tz'], ч: ['ch', 'tch'], ш: ['sh', 'sch'], щ: ['sch', 'shch', 'sh'] },
  ...{ ъ: ['', 'ie'], ы: ['y', 'i'], ь: ['', "'", 'i'], э: ['e'], ю: ['yu', 'iu', 'ju', 'u'] },
  ...{ я: ['ya', 'ia', 'ja', 'a'] },
};

/** A text in small Latin letters; what is no Russian letter stays. */
export function transliterate(text: string): string {
  return [...text.toLowerCase()].map((letter) => LATIN[letter]?.[0] ?? letter).join('');
}

/** The source of an expression for all usual ways of writing a Russian word in Latin letters. */
export function latinWays(word: string): string {
  return [...word.toLowerCase()]
    .map((letter) => {
      const ways = LATIN[letter];
      if (ways === undefined) return letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      const [only = ''] = ways;
      return ways.length === 1 ? only : `(?:${ways.join('|')})`;
    })
    .join('');
}
