import type { ZonedParts } from '../../util/zoned-time.ts';

const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?[ ]*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const hourMs = 3_600_000;
const maxCachedHours = 50_000;

function asUtc(time: ZonedParts): number {
  const { year, month, day, hour, minute, second } = time;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Whether the calendar and the clock have this moment: 31.02 and 25:00 do not exist. */
function exists(time: ZonedParts): boolean {
  const date = new Date(asUtc(time));
  return (
    date.getUTCMonth() + 1 === time.month &&
    date.getUTCDate() === time.day &&
    time.hour < 24 &&
    time.minute < 60 &&
    time.second < 60
  );
}

function offsetMs(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}

/** Turns the times of a table into epoch ms. Times without a zone are times of `timeZone`. */
export class LocalTimeReader {
  readonly #format: Intl.DateTimeFormat;
  /** Offsets by UTC hour: asking Intl for each of 200,000 cells would take seconds. */
  readonly #offsets = new Map<number, number>();

  /** Throws a RangeError when there is no such IANA zone. */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  }

  /** `21.11.2026 10:05[:00]`, `21.11.2026` or an ISO date as epoch ms; null when it is none. */
  read(text: string): number | null {
    const [, dottedDay, dottedMonth, dottedYear, ...dottedClock] = dotted.exec(text) ?? [];
    if (dottedYear !== undefined) {
      return this.#local([dottedYear, dottedMonth, dottedDay, ...dottedClock], undefined);
    }
    const match = iso.exec(text);
    return match === null ? null : this.#local(match.slice(1, 7), match[7]);
  }

  #local(parts: readonly (string | undefined)[], zone: string | undefined): number | null {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
      Number(part ?? 0),
    );
    const time = { year, month, day, hour, minute, second };
    if (!exists(time)) return null;
    if (zone !== undefined) return asUtc(time) - offsetMs(zone);
    const utc = asUtc(time);
    const guess = utc - this.#offset(utc);
    // Near a change of the clocks the first guess may lie on the other side of it.
    return utc - this.#offset(guess);
  }

  #offset(at: number): number {
    // Zone changes happen at quarter hours; those of the last decades at full hours.
    const hour = Math.floor(at / hourMs) * hourMs;
    const cached = this.#offsets.get(hour);
    if (cached !== undefined) return cached;
    if (this.#offsets.size > maxCachedHours) this.#offsets.clear();
    const offset = this.#ask(hour);
    this.#offsets.set(hour, offset);
    return offset;
  }

  #ask(at: number): number {
    const values = new Map<string, number>();
    for (const { type, value } of this.#format.formatToParts(at)) values.set(type, Number(value));
    const part = (name: string): number => values.get(name) ?? 0;
    return (
      Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - at
    );
  }
}
