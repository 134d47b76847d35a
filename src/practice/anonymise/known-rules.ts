import { isGivenName } from '../../domain/given-names.ts';
import { foldText } from '../../util/fold-text.ts';
import { latinWays } from '../../util/transliterate.ts';
import { nameForms } from '../../wording/name-forms.ts';
import { declineName } from './decline-name.ts';
import { hostStandIn, isEverybodys, mailStandIn } from './host-stand-in.ts';
import { escaped, isWordToo, nameWords } from './name-words.ts';
import { phoneKey } from './paper-rules.ts';
import type { KnownEntities, PersonalKind } from './personal.ts';
import { AFTER, BEFORE, type HidingRule } from './rule.ts';
import type { StandIns } from './stand-ins.ts';

const SPACE = String.raw`[ \t\u00A0]`;

/** What the desk knows by its exact spelling: mailboxes, telephones, machines, numbers. */
export function exactRules(known: KnownEntities): readonly HidingRule[] {
  const ofKind = (
    kind: PersonalKind,
    values: readonly string[],
    standIn: HidingRule['standIn'],
  ): readonly HidingRule[] => {
    const wanted = [...new Set(values.map((value) => value.trim()))].filter(isTelling);
    if (wanted.length === 0) return [];
    const sources = wanted.toSorted((a, b) => b.length - a.length).map(escaped);
    return [{ kind, isKnown: true, pattern: whole(sources), standIn }];
  };
  return [
    ...ofKind('email', known.emails, (found, stands) => mailStandIn(found, stands)),
    ...known.phones.flatMap(phoneRule),
    ...ofKind('host', known.hosts, (found, stands) => {
      return /^\d+(?:\.\d+){3}$/.test(found) ? stands.of('ip', found) : hostStandIn(found, stands);
    }),
    ...ofKind(
      'host',
      known.domains.filter((one) => !isEverybodys(one)),
      (found, stands) => hostStandIn(found, stands),
    ),
    ...ofKind('contract', known.contracts, (found, stands) =>
      stands.of('contract', found.toLowerCase()),
    ),
    ...ofKind('asset', known.assets, (found, stands) => stands.of('asset', found.toLowerCase())),
    ...ofKind('ticket', known.tickets, (found, stands) => stands.of('ticket', found.toLowerCase())),
    ...ofKind(
      'login',
      known.logins.filter((one) => !isWordToo(one) && !isGivenName(one)),
      (found, stands) => stands.of('login', found.toLowerCase()),
    ),
  ];
}

/** Less than that says nothing. */
function isTelling(value: string): boolean {
  return value.length >= 3 && /[\p{L}\p{N}]/u.test(value);
}

function whole(sources: readonly string[]): RegExp {
  return new RegExp(`${BEFORE}(?:${sources.join('|')})${AFTER}`, 'giu');
}

function phoneRule(phone: string): readonly HidingRule[] {
  const digits = phoneKey(phone);
  if (digits.length < 5) return [];
  const source = [...digits].join(String.raw`[ \t\u00A0().-]{0,3}`);
  const code = String.raw`(?:\+?\d{1,3}[ \t\u00A0(.-]{0,3})?\(?`;
  const pattern = new RegExp(`(?<![\\p{N}\\p{Co}])${code}${source}(?!\\p{N})`, 'gu');
  return [
    { kind: 'phone', isKnown: true, pattern, standIn: (_, stands) => stands.of('phone', digits) },
  ];
}

/** People by every form of their names, alone or together, with initials on either side. */
export function peopleRules(
  people: KnownEntities['people'],
  { stands, isKnown }: { readonly stands: StandIns; readonly isKnown: boolean },
): readonly HidingRule[] {
  const words = nameWords(people, stands);
  if (words.length === 0) return [];
  const sources = [...new Set(words.map(({ source }) => source))];
  const byWord = words.map((word) => ({ ...word, isIt: new RegExp(`^${word.source}$`, 'iu') }));
  const one = `(?<![\\p{L}\\p{N}\\p{Co}])(?:${sources.join('|')})(?![\\p{L}\\p{N}\\p{Co}])`;
  const initials = String.raw`(?:\p{Lu}\.${SPACE}?){1,2}`;
  const pattern = new RegExp(
    `(?:(?<![\\p{L}\\p{N}])${initials})?${one}(?:(?:${SPACE}+|-)${one}|${SPACE}*(?<=[\\p{L} ])${initials}(?![\\p{Ll}]))*`,
    'giu',
  );
  const letter = /[а-яё]/i;
  const standIn = (found: string) => {
    let isChanged = false;
    const made = found.replace(/\p{L}[\p{L}'’]*(\.)?/gu, (word, dot: string | undefined) => {
      const bare = dot === undefined ? word : word.slice(0, -1);
      if (bare.length === 1) return letter.test(bare) ? `Н${dot ?? ''}` : `N${dot ?? ''}`;
      const is = byWord.find(
        ({ isIt, isCased }) => isIt.test(bare) && (!isCased || /^\p{Lu}/u.test(bare)),
      );
      if (is === undefined) return word;
      isChanged = true;
      return is.standIn(bare) + (dot ?? '');
    });
    return isChanged ? made : null;
  };
  return [{ kind: 'name', isKnown, pattern, standIn }];
}

const LEGAL =
  /(?<![\p{L}\p{N}])(?:ооо|оао|пао|зао|нао|ао|ип|нко|фгуп|муп|гуп|мбоу|мку|гбу|фгбу|тоо|общество с ограниченной ответственностью|(?:публичное |закрытое |открытое )?акционерное общество|индивидуальный предприниматель|llc|ltd|inc|gmbh|plc|corp|company|co)(?![\p{L}\p{N}])\.?/giu;
const GENERAL = new Set(
  (
    'демо demo завод группа компания банк фирма центр торговый торговля дом склад магазин школа больница клиника ' +
    'гимназия филиал офис отдел сервис service services group company bank trade логистика строй север юг запад восток ' +
    'российский русский первый новый систем системы technologies solutions software россия москва городская областная'
  ).split(' '),
);
const QUOTED_COMPANY =
  /(?<![\p{L}\p{N}])(?:ООО|ОАО|ПАО|ЗАО|АО|ТОО|НКО|ФГУП|МУП|ГУП|ИП|LLC)\s*[«"“„]([^»"”“\n]{2,60})[»"”“]/gu;

/** Companies that are named in a text by their legal form. */
export function discoverCompanies(text: string): readonly string[] {
  return [...new Set([...text.matchAll(QUOTED_COMPANY)].flatMap(([, name]) => name ?? []))];
}

/** A company by its name without the legal form, and by those of its words that are its own. */
export function companyRules(names: readonly string[], isKnown: boolean): readonly HidingRule[] {
  return names.flatMap((name) => {
    const core = coreOf(name);
    const words = core.match(/[\p{L}\p{N}]+/gu) ?? [];
    const own = words.filter((word) => word.length >= 4 && !GENERAL.has(foldText(word)));
    if (words.length === 0 || core.length < 2) return [];
    const together = words.map(wordForms).join(`(?:${SPACE}*-${SPACE}*|${SPACE}+)`);
    const latin = own.filter((word) => /[а-яё]/i.test(word) && word.length >= 5).map(latinWays);
    const sources = [together, ...own.map(wordForms), ...latin];
    return [
      {
        kind: 'organisation',
        isKnown,
        pattern: whole(sources),
        standIn: companyStandIn(core, own),
      },
    ];
  });
}

function coreOf(name: string): string {
  const plain = name.normalize('NFC');
  const quoted = /[«"“„]([^»"”“]{2,})[»"”“]/u.exec(plain)?.[1];
  return (quoted ?? plain.replace(LEGAL, ' '))
    .replace(/["«»“”„,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function wordForms(word: string): string {
  return /[а-яё]$/i.test(word) ? nameForms(word).replace(/[её]/g, '[её]') : escaped(word);
}

function companyStandIn(core: string, own: readonly string[]): HidingRule['standIn'] {
  const isLatin = !/[а-яё]/i.test(core);
  return (found, stands) => {
    const isAlien = !isLatin && !/[а-яё]/i.test(found);
    // A name that is a word as well has to be written as a name.
    if (own.length > 0 && isWordToo(found) && !/^\p{Lu}/u.test(found)) return null;
    if (isAlien) return stands.of('host', foldText(core));
    const wanted = { part: 'organisation', gender: 'male', isLatin } as const;
    const fake = stands.name(wanted, foldText(core));
    const last = foldText(found.split(/[\s-]+/).at(-1) ?? '');
    const base = own
      .concat(core.split(/[\s-]+/))
      .find((word) => last.startsWith(foldText(word).slice(0, -1)));
    const place = base === undefined ? 0 : caseOf(base, last);
    const made = declineName(fake, 'given', 'male')[place] ?? fake;
    return found.length > 3 && found === found.toUpperCase() ? made.toUpperCase() : made;
  };
}

function caseOf(base: string, form: string): number {
  const gender = /[ая]$/i.test(base) ? 'female' : 'male';
  return Math.max(
    0,
    declineName(base, 'given', gender).findIndex((one) => foldText(one) === form),
  );
}

/** Towns of the customer. */
export function cityRules(cities: readonly string[]): readonly HidingRule[] {
  return cities
    .filter((city) => city.trim().length > 2)
    .map((city) => {
      const isLatin = !/[а-яё]/i.test(city);
      return {
        kind: 'city',
        isKnown: true,
        pattern: whole([
          city
            .trim()
            .split(/[\s-]+/)
            .map(wordForms)
            .join('[ -]'),
        ]),
        standIn: (found, stands) => {
          const fake = stands.name({ part: 'city', gender: 'male', isLatin }, foldText(city));
          return declineName(fake, 'given', 'male')[caseOf(city.trim(), foldText(found))] ?? fake;
        },
      };
    });
}
