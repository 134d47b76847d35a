import { nameForms } from '../name-forms.ts';

/**
 * Tells whether a word is one of the names in any case: `Шевчуку` is `Шевчук`. A name may be of
 * several words; one in small letters is accepted as it stands only.
 */
export function acceptNames(names: readonly string[]): (word: string) => boolean {
  const words = names.flatMap((name) => name.match(/[\p{L}\p{M}]{2,}/gu) ?? []).map(plain);
  const exact = new Set(words);
  // A desk has thousands of names and a message few unknown words.
  const byHead = Map.groupBy(exact, headOf);
  return (word) => {
    const name = plain(word).replace(/'s?$/, '');
    if (exact.has(name)) return true;
    if (!/^\p{Lu}/u.test(name)) return false;
    const alike = byHead.get(headOf(name)) ?? [];
    return alike.some((known) => new RegExp(`^${nameForms(known)}$`, 'iu').test(name));
  };
}

/** No form of a name changes its first two letters. */
function headOf(word: string): string {
  return word.slice(0, 2).toLowerCase();
}

function plain(word: string): string {
  return word.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
}
