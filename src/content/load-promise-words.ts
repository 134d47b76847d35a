import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type ClockTime,
  dayParts,
  type TimeConventions,
  usualConventions,
} from '../domain/time-phrase-conventions.ts';
import { ok, type Result } from '../util/result.ts';
import { createZone } from '../util/zoned-time.ts';
import { type ContentProblem, checkYaml } from './content-problem.ts';
import { deskFile } from './desk/own-file.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'an hour such as "20:00"')
  .transform((text): ClockTime => {
    const [hour = 0, minute = 0] = text.split(':').map(Number);
    return { hour, minute };
  });

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(createZone(zone));
  } catch {
    return false;
  }
}, 'an IANA time zone such as Europe/Moscow');

const schema = z.strictObject({
  hours: z.partialRecord(z.enum(dayParts), clockTime).default({}),
  endOfWeek: z.enum(weekdays).optional(),
  zones: z.record(timeZone, z.array(z.string().min(1))).optional(),
});

/**
 * What the desk means by «вечером» or «до конца дня» (`promises.yaml`, its own file before the
 * shipped one). What the file leaves out holds as usual.
 */
export function loadTimeConventions(
  folder: string,
  own: readonly string[],
): Result<TimeConventions, readonly ContentProblem[]> {
  const file = deskFile('promises.yaml', folder, own);
  if (!existsSync(file)) return ok(usualConventions);
  const checked = checkYaml(file, readFileSync(file, 'utf8'), schema);
  if (!checked.ok) return checked;
  const { hours, endOfWeek, zones } = checked.value;
  const words = Object.entries(zones ?? {}).flatMap(([zone, names]) =>
    names.map((name) => [name.toLowerCase().replaceAll('ё', 'е'), zone] as const),
  );
  return ok({
    hours: { ...usualConventions.hours, ...hours },
    endOfWeek: endOfWeek ? weekdays.indexOf(endOfWeek) + 1 : usualConventions.endOfWeek,
    zones: zones ? new Map(words) : usualConventions.zones,
  });
}
