import { isGivenName } from './given-names.ts';

/** Two letters at least, a hyphen or an apostrophe inside: neither initials nor a login. */
const WORD = /^\p{L}[\p{L}’']*\p{L}(?:-\p{L}[\p{L}’']*\p{L})*$/u;
const PATRONYMIC = /(?:ович|евич|ьич|мич|кич|итич|аввич|овна|евна|ична|инична)$/u;
/** Of Turkic patronymics the father's name comes before: Вагиф Расим оглы. */
const SON_OR_DAUGHTER = /^(?:оглы|огли|кызы|гызы|уулу|улы)$/iu;
const TITLE = /^(?:mr|mrs|ms|miss|dr|prof|г-н|г-жа|господин|госпожа|д-р)\.?$/iu;

/**
 * How to address a person of this full name: имя-отчество, or the given name. Null when the order
 * of the words is not sure, or when it is no name of a person at all: better no name than a wrong one.
 */
export function callNameOf(fullName: string): string | null {
  const plain = fullName.normalize('NFC').replace(/\s+/g, ' ').trim();
  const withoutRemark = plain.replace(/\s*\([^()]*\)$/, '');
  const comma = /^([^,]+), ([^,]+)$/.exec(withoutRemark);
  // «Smith, John» says its order itself.
  const words = (comma ? `${comma[1]} ${comma[2]}` : withoutRemark)
    .split(' ')
    .filter((word, at) => at > 0 || !TITLE.test(word));
  const isName = words.length > 0 && words.length <= 4 && words.every((word) => WORD.test(word));
  if (!isName || !words.every(isWrittenAsName)) return null;
  const called = comma ? afterComma(words) : byOrder(words);
  return called?.map(capitalised).join(' ') ?? null;
}

/** A small letter first is a login or a word; «оглы» is written so. */
function isWrittenAsName(word: string, at: number): boolean {
  return /^\p{Lu}/u.test(word) || (at > 0 && SON_OR_DAUGHTER.test(word));
}

type Words = readonly string[];

function afterComma(words: Words): Words | null {
  const [surname = '', name = '', more] = words;
  if (words.length > 3 || isPatronymic(surname)) return null;
  if (isPatronymic(more)) return [name, more ?? ''];
  return isGivenName(name) && (more === undefined || isGivenName(more)) ? [name] : null;
}

function byOrder(words: Words): Words | null {
  const last = words.at(-1) ?? '';
  if (SON_OR_DAUGHTER.test(last)) return words.length === 4 ? words.slice(1) : null;
  if (words.length === 1) return isGivenName(last) && !isShouted(last) ? words : null;
  if (words.length === 2) return ofTwo(words);
  return words.length === 3 ? ofThree(words) : null;
}

function ofTwo([first = '', second = '']: Words): Words | null {
  if (isPatronymic(second)) return isGivenName(first) ? withPatronymic(first, second) : null;
  if (isGivenName(first) === isGivenName(second)) return null;
  return isGivenName(first) ? [first] : [second];
}

/** «Роман Абрамович» and «Анна Абрамович»: a patronymic is of the same gender as the name. */
function withPatronymic(name: string, patronymic: string): Words {
  const isFemale = /[ая]$/iu.test(name) && !/^(?:никита|илья|лука|савва|фома|данила)$/iu.test(name);
  return isFemale === /на$/iu.test(patronymic) || !isFemale ? [name, patronymic] : [name];
}

function ofThree(words: Words): Words | null {
  const [first = '', second = '', third = ''] = words;
  const isWesternOrder = isPatronymic(second) && isGivenName(first);
  if (isPatronymic(third) && !(isPatronymic(second) && isWesternOrder)) return [second, third];
  if (isPatronymic(second)) return isPatronymic(first) ? null : [first, second];
  // «John Michael Smith»; without a patronymic nothing tells a Russian name's order.
  return /^\p{Script=Latin}/u.test(first) && isGivenName(first) && !isGivenName(third)
    ? [first]
    : null;
}

function isPatronymic(word: string | undefined): boolean {
  return word !== undefined && PATRONYMIC.test(word.toLowerCase().replaceAll('ё', 'е'));
}

function isShouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

/** Registers shout; a letter does not. */
function capitalised(word: string): string {
  if (!isShouted(word)) return word;
  return word
    .split('-')
    .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
    .join('-');
}
