import { hasCheckDigit } from '../../wording/check-card-number.ts';
import { AFTER, BEFORE, byForm, type HidingRule } from './rule.ts';

const digitsOf = (text: string) => text.replace(/\D/g, '');

const GAP = String.raw`[ \t\u00A0]*`;
const NUMBER_SIGN = String.raw`(?:(?:№|N[oº]?\.?|#|номер|number|:|—|–|-)${GAP}){0,3}`;
/** Behind one of these words stands a number of that kind. */
function labelled(words: string, number: string): RegExp {
  return new RegExp(`(?<=(?<![\\p{L}\\p{N}])(?:${words})${GAP}${NUMBER_SIGN})${number}`, 'giu');
}

const PHONE =
  /(?<![\p{L}\p{N}\p{Co}.,:/=-])(?:\+\d{1,3}|8)[ \u00A0.(-]{0,2}\d{3,5}[ \u00A0.)-]{0,2}\d{1,3}[ \u00A0.-]?\d{2}[ \u00A0.-]?\d{2}(?![\p{N}\p{L}]|[.,]\d)/gu;
const FOREIGN_PHONE =
  /(?<![\p{L}\p{N}\p{Co}.+])\+\d{1,3}(?:[ \u00A0.()-]{0,2}\d{1,4}){2,6}(?!\p{N})/gu;
const US_PHONE = new RegExp(`${BEFORE}\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}${AFTER}`, 'gu');
const BARE_PHONE = /(?<![\p{L}\p{N}\p{Co}.+-])[78]?9\d{9}(?!\p{N})/gu;
const LOCAL_PHONE = labelled(
  String.raw`тел(?:ефон\p{L}*)?\.?|моб(?:ильн\p{L}*)?\.?|факс|phone|tel\.?|mobile|fax|ватсап\p{L}*|whatsapp|telegram|звоните(?: по)?`,
  String.raw`\(?\d[\d ()-]{4,16}\d`,
);
const EXTENSION = labelled(
  String.raw`доб(?:авочн\p{L}*)?\.?|вн(?:утр\p{L}*)?\.?|ext\.?|extension`,
  String.raw`\d{2,6}(?!\d)`,
);
const CARD = /(?<![\p{L}\p{N}\p{Co}._/-])\d(?:[ \u00A0-]?\d){12,18}(?![\p{L}\p{N}]|[.,]\d)/gu;
const INN = new RegExp(`${BEFORE}\\d{10}(?:\\d{2})?${AFTER}`, 'gu');
const INN_LABELLED = labelled('инн|inn|tin', String.raw`\d[\d ]{8,13}\d`);
const SNILS = new RegExp(`${BEFORE}\\d{3}-\\d{3}-\\d{3}[ -]?\\d{2}${AFTER}`, 'gu');
const SNILS_LABELLED = labelled('снилс', String.raw`\d[\d -]{9,13}\d`);
const PASSPORT = new RegExp(`${BEFORE}(?:\\d{2} ?\\d{2} №? ?\\d{6}|\\d{4}№\\d{6})${AFTER}`, 'gu');
const PASSPORT_LABELLED = labelled(
  String.raw`паспорт\p{L}*(?:\s+(?:серии|серия|РФ|гражданина))*|passport`,
  String.raw`(?:[A-Z]{0,2}\d[\d №]{5,14}\d)`,
);
const ACCOUNT = labelled(
  String.raw`р/с|р/сч[её]т|расч[её]тн\p{L}+ сч[её]т\p{L}*|к/с|корр?\.? ?сч[её]т\p{L}*|бик|кпп|огрн(?:ип)?|iban|account number`,
  String.raw`[A-Z]{0,2}\d[\d ]{6,32}\d`,
);
const CONTRACT = labelled(
  String.raw`договор\p{L}*(?:${GAP}(?:сопровождения|обслуживания|поставки|поддержки))?|дог\.|контракт\p{L}*|лицев\p{L}+ сч[её]т\p{L}*|л/с|сч[её]т\p{L}*|заказ\p{L}*|лицензи\p{L}*|серийн\p{L}+(?: номер\p{L}*)?|s/n|contract|agreement|order|invoice|licen[cs]e|serial(?: number)?`,
  String.raw`(?=[\p{L}\d/_.-]*\d)[\p{L}\d][\p{L}\d/_.-]*[\p{L}\d]`,
);
const STREET =
  /(?<!\p{L})(?:ул(?:иц[аеуы]|\.)|просп(?:ект[аеу]?|\.)|пр-т[ае]?|пр\.|пер(?:еул(?:ок|к[аеу])|\.)|шоссе|наб(?:ережн(?:ая|ой|ую)|\.)|б-р|бульвар[аеу]?|площад[ьи]|проезд[аеу]?)[ \u00A0]*\p{Lu}[\p{L}-]*(?:[ \u00A0]\p{Lu}[\p{L}-]*)*(?:,?[ \u00A0]*(?:д(?:ом|\.)?[ \u00A0]*)?\d+\p{L}?(?:\/\d+)?(?!\p{L}))?(?:,?[ \u00A0]*(?:кв|оф(?:ис)?|к|корп|стр|подъезд|этаж|каб(?:инет)?)\.?[ \u00A0]*\d+\p{L}?)*/gu;
const ADDRESS_LABELLED =
  /(?<=(?<!\p{L})(?:(?:юр(?:идический)?\.? ?|факт(?:ический)?\.? ?|почтовый )?адрес(?:у|а|ом)?|address|проживаю|находимся)[ \t]*[:—–-][ \t]*)(?=[^\n]*[\p{L}\d])(?![^\n]{0,5}(?:https?:|\p{Co}$))[^\n;]{5,160}/giu;
const HOUSE =
  /(?<!\p{N})\d{1,5}[ ](?:\p{Lu}\p{Ll}+[ ]){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd)(?!\p{L})\.?/gu;
const POST_CODE = /(?<![\p{L}\p{N}\p{Co}])\d{6}(?=,[ ]*(?:г\.|Россия|\p{Lu}))/gu;

/** Numbers on papers, telephones and addresses; what has a label comes before what only looks so. */
export const paperRules: readonly HidingRule[] = [
  byForm('passport', PASSPORT_LABELLED, (found, stands) => stands.of('passport', digitsOf(found))),
  byForm('snils', SNILS_LABELLED, (found, stands) => stands.of('snils', digitsOf(found))),
  byForm('inn', INN_LABELLED, (found, stands) => stands.of('inn', digitsOf(found))),
  byForm('account', ACCOUNT, (found, stands) => stands.of('account', digitsOf(found))),
  byForm('card', CARD, (found, stands) => {
    const digits = digitsOf(found);
    return hasCheckDigit(digits) || digits.length === 16 ? stands.of('card', digits) : null;
  }),
  ...[PHONE, FOREIGN_PHONE, BARE_PHONE, US_PHONE, LOCAL_PHONE].map((pattern) => {
    return byForm('phone', pattern, (found, stands) => {
      return digitsOf(found).length < 5 ? null : stands.of('phone', phoneKey(found));
    });
  }),
  byForm('phone', EXTENSION, () => '000'),
  byForm('snils', SNILS, (found, stands) => stands.of('snils', digitsOf(found))),
  byForm('passport', PASSPORT, (found, stands) => stands.of('passport', digitsOf(found))),
  byForm('inn', INN, (found, stands) => (isInn(found) ? stands.of('inn', found) : null)),
  byForm('contract', CONTRACT, (found, stands) => stands.of('contract', found.toLowerCase())),
  byForm('address', ADDRESS_LABELLED, (found, stands) =>
    stands.of('address', found.trim().toLowerCase()),
  ),
  byForm('address', STREET, (found, stands) => stands.of('address', found.trim().toLowerCase())),
  byForm('address', HOUSE, (found, stands) => stands.of('address', found.trim().toLowerCase())),
  byForm('address', POST_CODE, () => '000000'),
];

/** The same number, however it is written: 8 912 … is +7 912 …. */
export function phoneKey(phone: string): string {
  return digitsOf(phone).slice(-10);
}

const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Whether the last digits of a taxpayer's number follow from the others. */
function isInn(number: string): boolean {
  const digits = [...number].map(Number);
  const control = (length: number) => {
    const weights = WEIGHTS.slice(WEIGHTS.length - length);
    const sum = weights.reduce((all, weight, at) => all + weight * (digits[at] ?? 0), 0);
    return (sum % 11) % 10;
  };
  if (digits.length === 10) return control(9) === digits[9];
  return control(10) === digits[10] && control(11) === digits[11];
}
