/** An hour of the day on a wall clock. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

/** Parts of a day that people name instead of an hour. */
export const dayParts = [
  'morning',
  'noon',
  'beforeLunch',
  'daytime',
  'afternoon',
  'evening',
  'endOfDay',
] as const;
export type DayPart = (typeof dayParts)[number];

/** Which hour a desk means when a text names none; desk data. */
export interface TimeConventions {
  readonly hours: Readonly<Record<DayPart, ClockTime>>;
  /** The end of the working week: Monday 1 … Sunday 7, at the end of that day. */
  readonly endOfWeek: number;
  /** «По Москве», `MSK`: the words of a zone in small letters (ё as е) and its IANA name. */
  readonly zones: ReadonlyMap<string, string>;
}

const evening: ClockTime = { hour: 20, minute: 0 };

/** What holds for a desk that says nothing of its own. */
export const usualConventions: TimeConventions = {
  hours: {
    morning: { hour: 10, minute: 0 },
    noon: { hour: 12, minute: 0 },
    beforeLunch: { hour: 13, minute: 0 },
    daytime: { hour: 18, minute: 0 },
    afternoon: evening,
    evening,
    endOfDay: evening,
  },
  endOfWeek: 5,
  zones: new Map([
    ['мск', 'Europe/Moscow'],
    ['москве', 'Europe/Moscow'],
    ['московскому', 'Europe/Moscow'],
    ['msk', 'Europe/Moscow'],
    ['moscow', 'Europe/Moscow'],
    ['utc', 'UTC'],
    ['gmt', 'UTC'],
  ]),
};
