import type { Language } from '../../domain/vocabulary.ts';
import { maskSecrets } from '../ticket/mask-secrets.ts';

/** What is known of the people of a ticket. */
export interface Known {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
}

type Mark = 'name' | 'mail' | 'phone' | 'address';

const marks: Readonly<Record<Language, Readonly<Record<Mark, string>>>> = {
  ru: { name: '‹имя›', mail: '‹почта›', phone: '‹телефон›', address: '‹адрес›' },
  en: { name: '‹name›', mail: '‹mail›', phone: '‹phone›', address: '‹address›' },
};

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Ten digits and more with the signs of a telephone number between them. */
const PHONE =
  /(?<![\p{L}\p{N}.])(?:\+\d{1,3}|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/gu;
/** Name and patronymic, which only a person has. */
const PATRONYMIC =
  /(?<!\p{L})\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вич|вн|ичн)(?:а|у|ем|ом|е|ы|ой)?(?!\p{L})(?:\s+\p{Lu}\p{Ll}+)?/gu;
const STREET =
  /(?<!\p{L})(?:ул(?:ица|\.)|просп(?:ект|\.)|пр-т|пер(?:еулок|\.)|шоссе|наб(?:ережная|\.))\s*\p{Lu}[\p{L}-]*(?:\s+\p{L}+)?(?:,?\s*(?:д(?:ом|\.)\s*)?\d+\p{L}?)?(?:,?\s*(?:кв|оф|к|стр)\.?\s*\d+)*/gu;
/** What stands below these words is who wrote it, not what happened. */
const SIGNATURE = /^(?:--\s*|с уважением|best regards|kind regards|regards|sincerely)[\s,.!]*$/imu;
const SHORTEST_NAME = 3;
const SHORTEST_PHONE = 5;

/** Hides secrets, people, telephones and addresses: an article outlives the ticket it came from. */
export function maskPersonal(text: string, known: Known, language: Language): string {
  const mark = marks[language];
  const unsigned = withoutSignature(maskSecrets(text).text);
  const steps: readonly (readonly [RegExp, string])[] = [
    ...known.emails.map((mail) => [exactly(mail), mark.mail] as const),
    ...known.phones.map((phone) => [digitsOf(phone), mark.phone] as const),
    ...known.addresses.map((address) => [exactly(address), mark.address] as const),
    [MAIL, mark.mail],
    [PHONE, mark.phone],
    [STREET, mark.address],
    [PATRONYMIC, mark.name],
    ...known.names.flatMap(namePatterns).map((pattern) => [pattern, mark.name] as const),
  ];
  const hidden = steps.reduce((rest, [pattern, word]) => rest.replace(pattern, word), unsigned);
  // «‹имя› ‹имя›» is one person.
  return hidden.replaceAll(new RegExp(`${mark.name}(?:\\s+${mark.name})+`, 'gu'), mark.name).trim();
}

function withoutSignature(text: string): string {
  const at = text.search(SIGNATURE);
  return at <= 0 ? text : text.slice(0, at);
}

/** Each word of a name in any case: «Петрова» is also «Петровой». */
function namePatterns(name: string): RegExp[] {
  const words = name.match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => word.length >= SHORTEST_NAME)
    .map((word) => {
      const stem = word.replace(/[аеёийоуыьэюя]{1,2}$/iu, '');
      const root = stem.length >= SHORTEST_NAME ? stem : word;
      return new RegExp(`(?<!\\p{L})${upperFirst(root)}\\p{Ll}{0,3}(?!\\p{L})`, 'gu');
    });
}

/** A name begins with a capital: «роза» in a sentence is a flower. */
function upperFirst(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

function digitsOf(phone: string): RegExp {
  const digits = phone.replace(/\D/g, '').slice(-10);
  if (digits.length < SHORTEST_PHONE) return /(?!)/g;
  const code = String.raw`(?:(?<!\d)(?:\+\d{1,3}|8)[\s(-]*)?\(?`;
  return new RegExp(code + [...digits].join(String.raw`[\s()-]*`), 'g');
}

function exactly(text: string): RegExp {
  const wanted = text.trim();
  return wanted === '' ? /(?!)/g : new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
}
