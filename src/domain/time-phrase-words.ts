/** Lengths of time as people write them, Russian and English; days and weeks are calendar ones. */
export const UNITS = [
  { name: /^(?:м|мин|минут[ауы]?|m|mins?|minutes?)$/, minutes: 1, days: 0 },
  { name: /^(?:ч|час|часа|часов|h|hrs?|hours?)$/, minutes: 60, days: 0 },
  { name: /^(?:д|дн|день|дня|дней|d|days?)$/, minutes: 0, days: 1 },
  { name: /^(?:н|нед|недел[яюи]|недель|w|weeks?)$/, minutes: 0, days: 7 },
] as const;

/** Phrases with no number in them. */
export const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['час', '1ч'],
  ['полчаса', '30м'],
  ['полтора часа', '90м'],
  ['half an hour', '30m'],
  ['an hour', '1h'],
  ['a day', '1d'],
  ['a week', '1w'],
]);

/** Words for a day, as days from today. */
export const RELATIVE_DAYS: ReadonlyMap<string, number> = new Map([
  ['сегодня', 0],
  ['сег', 0],
  ['today', 0],
  ['завтра', 1],
  ['завт', 1],
  ['tomorrow', 1],
  ['tmr', 1],
  ['послезавтра', 2],
]);

/** Monday to Sunday, every form after «в», «до», `on`, `by`. */
export const WEEKDAYS: readonly RegExp[] = [
  /^(?:пн|пон|понедельник[ау]?|mon|monday)$/,
  /^(?:вт|вторник[ау]?|tue|tues|tuesday)$/,
  /^(?:ср|сред[ауые]|wed|wednesday)$/,
  /^(?:чт|четверг[ау]?|thu|thur|thurs|thursday)$/,
  /^(?:пт|пятниц[ауые]|fri|friday)$/,
  /^(?:сб|суббот[ауые]|sat|saturday)$/,
  /^(?:вс|воскресень[еяю]|sun|sunday)$/,
];

/** January to December, as written after a day of the month. */
export const MONTHS: readonly RegExp[] = [
  /^(?:янв|января|jan|january)$/,
  /^(?:фев|февр|февраля|feb|february)$/,
  /^(?:мар|марта|mar|march)$/,
  /^(?:апр|апреля|apr|april)$/,
  /^(?:мая|may)$/,
  /^(?:июн|июня|jun|june)$/,
  /^(?:июл|июля|jul|july)$/,
  /^(?:авг|августа|aug|august)$/,
  /^(?:сен|сент|сентября|sep|sept|september)$/,
  /^(?:окт|октября|oct|october)$/,
  /^(?:ноя|нояб|ноября|nov|november)$/,
  /^(?:дек|декабря|dec|december)$/,
];

/** Words in front of a time or a day that change nothing but say that a clock time follows. */
export const PREPOSITION = /^(?:до|к|ко|в|во|на|at|by|on|until|till|before)\s+/;
