import { isGivenName } from '../../domain/given-names.ts';
import { foldText } from '../../util/fold-text.ts';
import { latinWays, transliterate } from '../../util/transliterate.ts';
import { isPatronymic, nameForms } from '../../wording/name-forms.ts';
import { declineName, type Gender, genderOf, type NamePart } from './decline-name.ts';
import type { KnownPerson } from './personal.ts';
import type { StandIns } from './stand-ins.ts';

/** One word of names with the ways in which it is written. */
export interface NameWord {
  readonly word: string;
  /** An expression for all of them. */
  readonly source: string;
  /** As a common word it is let stand: «надежда» is hope unless it is written as a name. */
  readonly isCased: boolean;
  /** What stands for one of its forms, in the same form. */
  standIn(form: string): string;
}

/** Names that are words, too. */
const WORDS = new Set(
  (
    'вера надежда любовь роза мира мир лада рада слава лев майя марта марк злата воля лилия ева инна ' +
    'белов новиков зима лебедь мороз бык коваль волк заяц жук гусь кот сорока will mark art may june april ' +
    'rose grace faith hope joy bill grant dean rich frank max chase pat sue drew miles major guy gene rob ' +
    'jack page young king white black brown green long short best love stone bush day field banks price'
  ).split(' '),
);
const WORD = /\p{L}[\p{L}'’]*/gu;
/** How people are called for short. */
const SHORT = new Set(
  (
    'лена леночка саша сашка маша катя настя даша наташа таня оля ира света юля аня лиза соня ксюша вика ника ' +
    'женя валя галя люба люда рита тома зина дима вова володя сережа миша коля вася петя леша толя юра витя ' +
    'боря гриша костя паша женька стас влад макс гена толик славик'
  ).split(' '),
);
const PARTICLES = new Set(
  'оглы кызы де ван фон ибн van von de der da di la le bin al el'.split(' '),
);
const TITLES = new Set('ип mr mrs ms miss dr г-н г-жа господин госпожа'.split(' '));
const SHORTEST = 2;
const SHORTEST_LATIN = 5;

/** Whether a name means something else in a sentence as well. */
export function isWordToo(name: string): boolean {
  return WORDS.has(foldText(name)) || name.length <= 3;
}

/** Whether somebody is called so, in full or for short. */
export function isCalled(name: string): boolean {
  return isGivenName(name) || SHORT.has(foldText(name));
}

/** The words by which people are called, in every form and in Latin letters. */
export function nameWords(people: readonly KnownPerson[], stands: StandIns): readonly NameWord[] {
  return people.flatMap(({ name, gender }) => {
    const words = (name.normalize('NFC').match(WORD) ?? []).filter((word) => {
      return word.length >= SHORTEST && !TITLES.has(word.toLowerCase());
    });
    // «Пост охраны» answers as well, but it is nobody.
    if (words.length > 1 && words.some((word) => isCommonWord(word))) return [];
    const own = gender ?? genderOf(words) ?? 'male';
    return words.flatMap((word, at) => {
      return wordsOf(word, partOf(word, words.slice(0, at)), { gender: own, stands });
    });
  });
}

function isCommonWord(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !PARTICLES.has(word) && !isCalled(word);
}

function wordsOf(word: string, part: NamePart, naming: Naming): readonly NameWord[] {
  if (!/[а-яё]/i.test(word)) return [latinWord(word, part, naming)];
  const cyrillic = russianWord(word, part, naming);
  if (word.length < SHORTEST_LATIN || isWordToo(word)) return [cyrillic];
  // A fake that is asked for only when it is met: stand-ins are counted.
  const standIn = (form: string) =>
    written(capitalised(transliterate(cyrillic.standIn(word))), form);
  return [cyrillic, { word, source: latinWays(word), isCased: false, standIn }];
}

/** Behind a given name another one is a surname: «Аркадий Ким». */
function partOf(word: string, before: readonly string[]): NamePart {
  if (isPatronymic(word)) return 'patronymic';
  return isCalled(word) && !before.some(isCalled) ? 'given' : 'surname';
}

interface Naming {
  readonly gender: Gender;
  readonly stands: StandIns;
}

function latinWord(word: string, part: NamePart, { gender, stands }: Naming): NameWord {
  const wanted = { part: part === 'patronymic' ? 'surname' : part, gender, isLatin: true } as const;
  const standIn = (form: string) => written(stands.name(wanted, foldText(word)), form);
  return { word, source: escaped(word), isCased: isWordToo(word), standIn };
}

function russianWord(word: string, part: NamePart, { gender, stands }: Naming): NameWord {
  const male = part === 'surname' ? masculine(word) : word;
  const genders: readonly Gender[] = part === 'surname' ? ['male', 'female'] : [gender];
  const bases = genders.map((one) =>
    part === 'surname' && one === 'female' ? feminine(male) : male,
  );
  const forms = genders.map((one, at) => declineName(bases[at] ?? word, part, one));
  const other = part === 'surname' ? [] : [declineName(word, part, other_(gender))];
  const sources = [...new Set([word, ...forms.flat(), ...other.flat()])].map(escaped);
  const all = [...sources, ...[...new Set([word, ...bases])].map(nameForms)].map(anyYo);
  return {
    word,
    source: `(?:${all.toSorted((a, b) => b.length - a.length).join('|')})`,
    isCased: isWordToo(word),
    standIn: (form) => {
      const key = foldText(male);
      const fake = stands.name({ part, gender, isLatin: false }, key);
      // Among the forms of the person's own gender first: «Петрова» is her name before his genitive.
      const order = gender === 'female' && part === 'surname' ? [1, 0] : [0, 1];
      for (const at of order) {
        const place = forms[at]?.findIndex((one) => foldText(one) === foldText(form)) ?? -1;
        if (place < 0) continue;
        const base = part === 'surname' && at === 1 ? feminine(fake) : fake;
        return written(declineName(base, part, genders[at] ?? gender)[place] ?? fake, form);
      }
      return written(fake, form);
    },
  };
}

function other_(gender: Gender): Gender {
  return gender === 'male' ? 'female' : 'male';
}

function masculine(surname: string): string {
  return surname.replace(/(?<=[оеё]в|ин|ын)а$/i, '').replace(/(?<=[сц]к)ая$/i, 'ий');
}

function feminine(surname: string): string {
  return surname.replace(/(?<=[оеё]в|ин|ын)$/i, 'а').replace(/(?<=[сц]к)ий$/i, 'ая');
}

/** Capitals as they stood. */
function written(fake: string, form: string): string {
  if (form.length > 1 && form === form.toUpperCase()) return fake.toUpperCase();
  return /^\p{Ll}/u.test(form) ? fake.toLowerCase() : fake;
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The text as a source of expressions. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function anyYo(source: string): string {
  return source.replace(/[её]/g, '[её]');
}
