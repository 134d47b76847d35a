const CYRILLIC_LETTERS = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const LATIN_LETTERS = [
  ...['a', 'b', 'v', 'g', 'd', 'e', 'zh', 'z', 'i', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'r', 's'],
  ...['t', 'u', 'f', 'h', 'ts', 'ch', 'sh', 'sh', '', 'i', '', 'e', 'iu', 'ia'],
];
const toLatin = new Map(
  [...CYRILLIC_LETTERS].map((letter, index) => [letter, LATIN_LETTERS[index] ?? '']),
);

/** People write Russian in Latin letters in a dozen ways; each pair leads to one spelling. */
const TRANSLIT_VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/['`’"ь]/g, ''],
  [/shch|sch|shh|w/g, 'sh'],
  [/kh|x/g, 'h'],
  [/tz|ts|c(?!h)/g, 'ts'],
  [/y|j/g, 'i'],
  [/i[eo]/g, 'e'],
  [/(.)\1+/g, '$1'],
];

/**
 * One spelling for all ways to write a Russian word in Latin letters, from either alphabet:
 * `nastroyka`, `nastrojka` and «настройка» are `nastroika`.
 */
export function translitKey(word: string): string {
  const latin = [...word].map((letter) => toLatin.get(letter) ?? letter).join('');
  return TRANSLIT_VARIANTS.reduce((key, [pattern, to]) => key.replace(pattern, to), latin);
}

/** How a foreign name is heard: consonants only, those that Russian does not tell apart as one. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^one(?=[a-z]{3})/, 'vn'],
  [/^(?:уо|уи|уа|уэ|wh|w)/, 'v'],
  [/дж|dge|j|ж|g(?=[eiy])/g, 'J'],
  [/tch|tsch|ch|ч/g, 'C'],
  [/tion|sion|sh|sch|шн|ш|щ/g, 'S'],
  [/ph|ф/g, 'f'],
  [/ght/g, 't'],
  [/kn/g, 'n'],
  [/ck|qu|q|кс|x|к|c(?![eiy])/g, 'k'],
  [/th|т/g, 't'],
  [/ц|с|з|z|c|s/g, 's'],
  [/г|g/g, 'g'],
  [/х|h/g, ''],
  [/в|w|v/g, 'v'],
  [/б/g, 'b'],
  [/п/g, 'p'],
  [/д/g, 'd'],
  [/л/g, 'l'],
  [/м/g, 'm'],
  [/н/g, 'n'],
  [/р/g, 'r'],
  [/[аеиоуыэюяйьъaeiouy'’-]/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * How a name sounds, from either alphabet: «шарпоинт» and `sharepoint` are one. Empty when little
 * is left to tell words apart by.
 */
export function soundKey(word: string): string {
  const key = SOUNDS.reduce((sound, [pattern, to]) => sound.replace(pattern, to), word);
  return key.length < SHORTEST_SOUND ? '' : key;
}

const SHORTEST_SOUND = 3;
