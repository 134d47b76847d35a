/** The same physical keys on the US and the Windows ЙЦУКЕН layout, in the same order. */
const US_KEYS = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?@#$^&|';
const RU_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?/';

const TO_RU: ReadonlyMap<string, string> = pairKeys(US_KEYS, RU_KEYS);
const TO_US: ReadonlyMap<string, string> = pairKeys(RU_KEYS, US_KEYS);

function pairKeys(from: string, to: string): Map<string, string> {
  const target = [...to];
  return new Map([...from].map((key, index) => [key, target[index] ?? key]));
}

function translate(text: string, table: ReadonlyMap<string, string>): string {
  let out = '';
  for (const char of text) out += table.get(char) ?? char;
  return out;
}

/** What the same keys give on the Russian layout: `ghbdtn` → `привет`, `14^30` → `14:30`. */
export function typedOnRussianLayout(text: string): string {
  return translate(text, TO_RU);
}

/** What the same keys give on the US layout: `руддщ` → `hello`, `14Ж30` → `14:30`. */
export function typedOnUsLayout(text: string): string {
  return translate(text, TO_US);
}
