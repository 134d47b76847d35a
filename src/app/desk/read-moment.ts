import { parseTimePhrase } from '../../domain/time-phrase.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from './desk.ts';

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

/**
 * The moment of what a person typed (`15м`, `14:30`, `завтра 10`) or a program wrote (ISO with its
 * offset), epoch ms; 'past' for a time that is over. Throws a UserError for what is no time.
 */
export function readMoment(desk: Desk, text: string): number | 'past' {
  const now = desk.clock.now();
  if (ISO_INSTANT.test(text.trim())) {
    const at = Date.parse(text.trim());
    if (Number.isNaN(at)) throw new UserError('time-unknown', { text });
    return at <= now ? 'past' : at;
  }
  const phrase = parseTimePhrase(text, { now, timeZone: desk.config.timeZone });
  if (phrase.ok) return phrase.at;
  if (phrase.reason === 'past') return 'past';
  throw new UserError('time-unknown', { text });
}

/** Any instant, also one that is over, as programs write it: ISO with its offset, epoch ms. */
export function readInstant(text: string): number {
  const at = ISO_INSTANT.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
  if (Number.isNaN(at)) throw new UserError('instant-unknown', { text });
  return at;
}
