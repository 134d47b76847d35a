import { dayMs, minuteMs } from './demo-time.ts';
import { deskZone, zoneOffsetMs } from './zone.ts';

/** What the times in a text are told from; epoch ms and the customer's IANA zone. */
export interface TimesToTell {
  readonly at: number;
  readonly dueAt: number | null;
  readonly timeZone: string | null;
}

/**
 * Fills the places of a text that depend on when it is told: `{due}` is the promised time, `{t-12m}`
 * a moment before the entry, `{greet}` and `{Greet}` the greeting of the hour, all on the
 * customer's clock. Other braces are left alone: commands have them.
 */
export function tellTimes(text: string, times: TimesToTell): string {
  if (!text.includes('{')) return text;
  return text
    .replaceAll(
      /\{t(?:-(\d+)m)?\}/g,
      (_, minutes: string | undefined) =>
        clock(times.at - Number(minutes ?? 0) * minuteMs, times.timeZone).text,
    )
    .replaceAll('{due}', () => promised(times))
    .replaceAll('{greet}', () => greeting(times))
    .replaceAll('{Greet}', () => {
      const words = greeting(times);
      return words.charAt(0).toUpperCase() + words.slice(1);
    });
}

function promised({ at, dueAt, timeZone }: TimesToTell): string {
  if (dueAt === null) return '';
  const due = clock(dueAt, timeZone);
  const days = due.day - clock(at, timeZone).day;
  const day = days === 0 ? '' : days === 1 ? ' завтра' : ` ${due.date}`;
  const isDeskTime = due.text === clock(dueAt, null).text;
  return `${due.text}${day}${isDeskTime ? '' : ' по вашему времени'}`;
}

function greeting({ at, timeZone }: TimesToTell): string {
  const { hour } = clock(at, timeZone);
  if (hour >= 5 && hour < 11) return 'доброе утро';
  if (hour >= 11 && hour < 17) return 'добрый день';
  return hour >= 17 && hour < 23 ? 'добрый вечер' : 'доброй ночи';
}

interface Clock {
  readonly text: string;
  readonly hour: number;
  readonly day: number;
  /** `14.10`, which needs no case in Russian. */
  readonly date: string;
}

function clock(at: number, timeZone: string | null): Clock {
  const local = at + zoneOffsetMs(timeZone ?? deskZone, at);
  const iso = new Date(local).toISOString();
  return {
    text: iso.slice(11, 16),
    hour: Number(iso.slice(11, 13)),
    day: Math.floor(local / dayMs),
    date: `${iso.slice(8, 10)}.${iso.slice(5, 7)}`,
  };
}
