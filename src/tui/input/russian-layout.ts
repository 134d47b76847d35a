const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN_SHIFTED = 'ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№';
const LATIN_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~#';
// Letters of the Ukrainian and Belarusian layouts that stand on keys of the same hand.
const NEIGHBOURS = 'іїєўІЇЄЎ';
const NEIGHBOURS_LATIN = 's]\'oS}"O';

const TO_LATIN: ReadonlyMap<string, string> = new Map(
  [
    [RUSSIAN, LATIN],
    [RUSSIAN_SHIFTED, LATIN_SHIFTED],
    [NEIGHBOURS, NEIGHBOURS_LATIN],
  ].flatMap(([from = '', to = '']) => Array.from(from, (char, index) => [char, to.charAt(index)])),
);

/**
 * The character of the US layout on the same physical key (ЙЦУКЕН → QWERTY, case kept), or null
 * when the table does not know it. For command contexts only, never for text fields.
 */
export function toLatinKey(char: string): string | null {
  return TO_LATIN.get(char) ?? null;
}
