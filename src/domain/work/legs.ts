import { parseLength, writeLength } from '../length-phrase.ts';
import { parseMoment } from '../moment-phrase.ts';
import type { TimePhraseContext } from '../time-phrase.ts';
import type { VisitWindow } from './visit-window.ts';

/** One leg of a way: how long it takes, or when it ends (epoch ms). */
export type Leg = { readonly name: string } & (
  | { readonly ms: number; readonly arrivesAt?: undefined }
  | { readonly arrivesAt: number; readonly ms?: undefined }
);

const MOST_LEGS = 30;

/** Legs as a person writes them, `Москва – Казань = 2ч; машиной = 25.11 14:00`, as they are stored. */
export function readLegs(text: string, context: TimePhraseContext): string | null {
  const parts = text.split(/[;\n]/).filter((part) => part.trim() !== '');
  if (parts.length === 0 || parts.length > MOST_LEGS) return null;
  const legs = parts.map((part) => readLeg(part, context));
  return legs.every((leg) => leg !== null) ? legs.map(writeLeg).join('; ') : null;
}

/** The legs of a stored value; none when there is none. */
export function legsOf(value: string | null | undefined): readonly Leg[] {
  const utc = { now: 0, timeZone: 'UTC' };
  return (value ?? '').split(';').flatMap((part) => readLeg(part, utc) ?? []);
}

/** When the last leg ends for somebody who sets out at `start`, epoch ms; null without legs. */
export function arrivalOf(legs: readonly Leg[], start: number): number | null {
  if (legs.length === 0) return null;
  return legs.reduce((at, leg) => leg.arrivesAt ?? at + leg.ms, start);
}

/** By how much the way misses the end of the window, ms; null when it is in time. */
export function missedBy(
  legs: readonly Leg[],
  window: VisitWindow | null,
  start: number,
): number | null {
  const arrivesAt = arrivalOf(legs, start);
  if (arrivesAt === null || window === null || arrivesAt <= window.to) return null;
  return arrivesAt - window.to;
}

function readLeg(text: string, context: TimePhraseContext): Leg | null {
  const place = text.lastIndexOf('=');
  const name = text.slice(0, Math.max(place, 0)).replace(/\s+/g, ' ').trim();
  const when = text.slice(place + 1).trim();
  if (place < 0 || name === '') return null;
  const clock = /^\d{1,2}:\d\d$/.test(when);
  const ms = clock ? null : parseLength(when);
  if (ms !== null) return { name, ms };
  const arrivesAt = parseMoment(when, context);
  return arrivesAt === null ? null : { name, arrivesAt };
}

function writeLeg(leg: Leg): string {
  const when = leg.ms === undefined ? new Date(leg.arrivesAt).toISOString() : writeLength(leg.ms);
  return `${leg.name} = ${when}`;
}
