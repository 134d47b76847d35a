import type { InternalNames } from './finding.ts';
import { fold } from './message-text.ts';
import { isGivenName, isPatronymic, looksLikeSurname, nameForms } from './name-forms.ts';

/** A name that stays inside the desk, and how it is found in a text. */
export interface NamePattern {
  readonly kind: 'person' | 'login' | 'host' | 'customer';
  /** As it is listed. */
  readonly name: string;
  readonly find: RegExp;
  /** Names of people and companies are told from words by their first letter. */
  readonly isCased: boolean;
}

const BEFORE = '(?<![\\p{L}\\p{N}_])';
const AFTER = '(?![\\p{L}\\p{N}_])';
const LEGAL_FORM =
  /(?<![\p{L}\p{N}])(?:ооо|оао|пао|зао|ао|ип|нко|фгуп|муп|гуп|мбоу|гбу|фгбу|llc|ltd|inc|gmbh|plc|corp|co)(?![\p{L}\p{N}])\.?|["«»“”„]/giu;

/** Makes the patterns of listed names: nothing is guessed from the shape of a word. */
export function compileNames(names: InternalNames): readonly NamePattern[] {
  return [
    ...names.people.flatMap(({ name, login }) => [
      ...personPatterns(name),
      ...loginPattern(login, name),
    ]),
    ...names.hosts.flatMap(hostPattern),
    ...names.customers.flatMap(({ name }) => customerPattern(name)),
  ];
}

function personPatterns(name: string): readonly NamePattern[] {
  const words = fold(name).cased.match(/\p{L}[\p{L}'-]*/gu) ?? [];
  if (words.length < 2) return [];
  const surname = surnameOf(words);
  const others = words.filter((word) => word !== surname);
  const sources = surname === null ? pairs(words) : [fullName(surname, others)];
  return sources.map((source) => pattern('person', name, source));
}

/** The only word that is neither a given name nor a patronymic, or the one that ends like a surname. */
function surnameOf(words: readonly string[]): string | null {
  const rest = words.filter((word) => word.length > 1 && !isGivenName(word) && !isPatronymic(word));
  if (rest.length === 1) return rest[0] ?? null;
  const likely = rest.filter(looksLikeSurname);
  if (likely.length === 1) return likely[0] ?? null;
  return rest.length > 0 && /^[a-z]/i.test(rest.at(-1) ?? '') ? (rest.at(-1) ?? null) : null;
}

/** The surname alone, or with the name on either side of it. */
function fullName(surname: string, others: readonly string[]): string {
  const forms = nameForms(surname);
  const given = others.map((word) => `(?:${nameForms(word)}|${word.charAt(0)}\\.)`).join('|');
  return given === '' ? forms : `(?:(?:${given})\\s?){0,2}${forms}(?:\\s(?:${given})){0,2}`;
}

/** Without a sure surname two words of the name side by side are meant. */
function pairs(words: readonly string[]): readonly string[] {
  const [first = '', second = ''] = words;
  return [
    `${nameForms(first)}\\s+${nameForms(second)}`,
    `${nameForms(second)}\\s+${nameForms(first)}`,
  ];
}

function loginPattern(login: string, name: string): readonly NamePattern[] {
  const folded = fold(login).lower.trim();
  // Who works without an account is listed under the own name.
  if (folded.length < 3 || isGivenName(login) || folded === fold(name).lower.trim()) return [];
  const find = new RegExp(
    `(?<![\\p{L}\\p{N}_.-])${escaped(folded)}(?![\\p{L}\\p{N}_]|[.-][\\p{L}\\p{N}])`,
    'gu',
  );
  return [{ kind: 'login', name: login, find, isCased: false }];
}

function hostPattern(host: string): readonly NamePattern[] {
  const folded = fold(host).lower.trim();
  const [label = ''] = folded.split('.');
  const isAddress = /^[\d.]+$|:/.test(folded);
  // A listed machine is often called by its first label; a plain word such as «mail» is not it.
  const isTelling = !isAddress && label !== folded && /[\d-]/.test(label) && label.length >= 4;
  const sources = [escaped(folded), ...(isTelling ? [escaped(label)] : [])];
  return sources.map((source) => ({
    kind: 'host',
    name: host,
    find: new RegExp(
      `(?<![\\p{L}\\p{N}_-]${isAddress ? '|\\d\\.' : ''})${source}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`,
      'gu',
    ),
    isCased: false,
  }));
}

function customerPattern(name: string): readonly NamePattern[] {
  const words =
    fold(name.replace(LEGAL_FORM, ' ')).cased.match(/[\p{L}\p{N}][\p{L}\p{N}.&'-]*/gu) ?? [];
  if (words.join('').length < 3) return [];
  return [pattern('customer', name, words.map(nameForms).join('["«»“”\\s]{1,3}'))];
}

function pattern(kind: NamePattern['kind'], name: string, source: string): NamePattern {
  return { kind, name, find: new RegExp(`${BEFORE}${source}${AFTER}`, 'gu'), isCased: true };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
