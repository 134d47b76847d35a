import { z } from 'zod';
import { type DemoTime, parseDemoTime, parseSpan } from './demo-time.ts';

/** The name of a customer, a person or a story in the files of a demo desk. */
export const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'a key is lower-case latin letters, digits, -');

/** A text that says something. */
export const filled = z.string().trim().min(1);

/** A line, written as `2` or `vendor`. */
export const lineCode = z.union([z.string(), z.number()]).transform(String);

/** A moment as seen from the present of the demo. */
export const demoTime = z.string().transform((text, context): DemoTime => {
  const time = parseDemoTime(text);
  if (time) return time;
  context.addIssue({
    code: 'custom',
    message: 'a time is -6d 18:52, -3h10m, -45m, +40m or +1d 10:00',
  });
  return z.NEVER;
});

/** A length of time in ms, written as `9m` or `1h20m`. */
export const span = z.string().transform((text, context): number => {
  const ms = parseSpan(text);
  if (ms !== null) return ms;
  context.addIssue({ code: 'custom', message: 'a length is 9m or 1h20m' });
  return z.NEVER;
});
