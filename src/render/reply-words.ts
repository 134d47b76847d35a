import type { Language } from '../domain/vocabulary.ts';

interface ReplyWords {
  readonly morning: string;
  readonly day: string;
  readonly evening: string;
  /** For the night («Доброй ночи» is a farewell) and for an unknown zone. */
  readonly anyHour: string;
  readonly yourTime: string;
}

/** Words that filters put into a reply, in the language of the reply. */
export const replyWords: Readonly<Record<Language, ReplyWords>> = {
  ru: {
    morning: 'Доброе утро',
    day: 'Добрый день',
    evening: 'Добрый вечер',
    anyHour: 'Здравствуйте',
    yourTime: 'по вашему времени',
  },
  en: {
    morning: 'Good morning',
    day: 'Good afternoon',
    evening: 'Good evening',
    anyHour: 'Hello',
    yourTime: 'your time',
  },
};

/** The cities by which Russian zones are called in speech. */
const RUSSIAN_ZONES: ReadonlyMap<string, string> = new Map([
  ['Europe/Kaliningrad', 'по Калининграду'],
  ['Europe/Moscow', 'по Москве'],
  ['Europe/Samara', 'по Самаре'],
  ['Asia/Yekaterinburg', 'по Екатеринбургу'],
  ['Asia/Omsk', 'по Омску'],
  ['Asia/Novosibirsk', 'по Новосибирску'],
  ['Asia/Krasnoyarsk', 'по Красноярску'],
  ['Asia/Irkutsk', 'по Иркутску'],
  ['Asia/Yakutsk', 'по Якутску'],
  ['Asia/Vladivostok', 'по Владивостоку'],
  ['Asia/Magadan', 'по Магадану'],
  ['Asia/Kamchatka', 'по Камчатке'],
]);

/** How to say whose clock a time is on: «по Москве», `Moscow time`; the zone must be a known one. */
export function zonePhrase(timeZone: string, language: Language): string {
  if (timeZone === 'UTC') return language === 'ru' ? 'по UTC' : 'UTC';
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  if (language === 'en') return `${city} time`;
  return RUSSIAN_ZONES.get(timeZone) ?? `по времени ${city}`;
}
