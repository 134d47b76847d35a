import { isGivenName } from '../../domain/given-names.ts';
import { looksLikeSurname } from '../../wording/name-forms.ts';
import { declineName, type Gender, genderOf, type NamePart } from './decline-name.ts';
import { isCalled, isWordToo } from './name-words.ts';
import type { KnownPerson } from './personal.ts';

const NAME = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const GAP = String.raw`[ \t\u00A0]+`;
const FATHER = String.raw`\p{Lu}\p{Ll}+?(?:(?:[оеь]в|[ьм])ич(?:[ауе]|ем)?|(?:овн|евн|ичн)(?:[аыеу]|ой|ою))`;
const FULL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${NAME})${GAP})?(${NAME})${GAP}(${FATHER})(?!\\p{L})(?:${GAP}(${NAME})(?!\\p{L}))?`,
  'gu',
);
const PAIR = new RegExp(`(?<![\\p{L}\\p{N}-])(${NAME})${GAP}(?=(${NAME})(?![\\p{L}\\p{N}]))`, 'gu');
const LONE = new RegExp(`(?<![\\p{L}\\p{N}-])${NAME}(?![\\p{L}\\p{N}])`, 'gu');
const INTRODUCED =
  /(?<![\p{L}])(?:меня зовут|с уважением,?|my name is|this is|regards,?)\s+(\p{Lu}\p{Ll}+(?:[ \t]\p{Lu}\p{Ll}+)?)/giu;
const GENDERS = ['male', 'female'] as const;
const CASES = [0, 1, 2, 3, 4, 5];

/** People who are named in a text although the desk does not know them. */
export function discoverNames(text: string): readonly KnownPerson[] {
  const found = [...fullNames(text), ...pairs(text), ...loneNames(text), ...introduced(text)];
  const seen = new Set<string>();
  return found.filter(({ name }) => !seen.has(name) && seen.add(name));
}

function fullNames(text: string): readonly KnownPerson[] {
  return [...text.matchAll(FULL)].map(([, before, given = '', father = '', after]) => {
    const isFemale = /н(?:[аыеу]|ой|ою)$/.test(father);
    const gender: Gender = isFemale ? 'female' : 'male';
    const at = CASES.find((place) => isFather(nominative(father, 'patronymic', gender, place)));
    const place = at ?? 0;
    const surname = [before, after].find((word) => word !== undefined && isSurname(word));
    const words = [
      nominative(given, 'given', gender, place) ?? given,
      nominative(father, 'patronymic', gender, place) ?? father,
      surname === undefined ? '' : (nominative(surname, 'surname', gender, place) ?? surname),
    ];
    return { name: words.join(' ').trim(), gender };
  });
}

function isFather(word: string | null): boolean {
  return word !== null && /(?:ич|на)$/.test(word);
}

/** Looks like the surname of a full name in any case: it stands beside one, so that is enough. */
function isSurname(word: string): boolean {
  return word.length > 2 && !isGivenName(word);
}

function pairs(text: string): readonly KnownPerson[] {
  return [...text.matchAll(PAIR)].flatMap(([, first = '', second = '']) => {
    return pairOf(first, second) ?? pairOf(second, first) ?? [];
  });
}

function pairOf(given: string, surname: string): KnownPerson | null {
  const found = givenOf(given);
  if (found === null || givenOf(surname) !== null) return null;
  const { name, gender, place } = found;
  const base = nominative(surname, 'surname', gender, place) ?? surname;
  return looksLikeSurname(base) ? { name: `${name} ${base}`, gender } : null;
}

function loneNames(text: string): readonly KnownPerson[] {
  return [...text.matchAll(LONE)].flatMap(([word]) => {
    const found = isWordToo(word) ? null : givenOf(word);
    return found === null || isWordToo(found.name) ? [] : [found];
  });
}

function introduced(text: string): readonly KnownPerson[] {
  return [...text.matchAll(INTRODUCED)].flatMap(([, name = '']) => {
    const isOne = /^\p{Lu}/u.test(name) && !/^(?:The|A|It|We|Your|Our)\b/.test(name);
    return isOne ? [{ name, gender: null }] : [];
  });
}

interface Given {
  readonly name: string;
  readonly gender: Gender;
  readonly place: number;
}

/** The given name of which a word is a form. */
function givenOf(word: string): Given | null {
  for (const place of CASES) {
    for (const gender of GENDERS) {
      const name = nominative(word, 'given', gender, place);
      if (name !== null && isCalled(name))
        return { name, gender: genderOf([name]) ?? gender, place };
    }
  }
  return null;
}

const ADDED = ['', 'а', 'я', 'й', 'ь', 'ий', 'ия', 'ая', 'ый', 'ой'];

/** The word of which this is the form of a case; null when there is none that bends so. */
function nominative(form: string, part: NamePart, gender: Gender, place: number): string | null {
  if (place === 0) return form;
  let first: string | null = null;
  for (const cut of [1, 2, 3, 0]) {
    const stem = cut === 0 ? form : form.slice(0, -cut);
    for (const added of ADDED) {
      const word = stem + added;
      if (stem.length < 2 || declineName(word, part, gender)[place] !== form) continue;
      if (isSure(word, part)) return word;
      first ??= word;
    }
  }
  return first;
}

function isSure(word: string, part: NamePart): boolean {
  if (part === 'given') return isCalled(word);
  return part === 'patronymic' ? isFather(word) : looksLikeSurname(word);
}
