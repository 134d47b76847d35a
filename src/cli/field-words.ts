import type { Desk } from '../app/desk/desk.ts';
import type { FieldRule } from '../domain/kind-rule.ts';
import { parseLength } from '../domain/length-phrase.ts';
import { type Leg, legsOf } from '../domain/work/legs.ts';
import { windowOf } from '../domain/work/visit-window.ts';
import type { WorkDetailsTexts } from '../i18n/work-details-texts.ts';
import type { CliTexts } from './cli-texts.ts';
import { exactDuration, moment } from './format-ticket.ts';

interface FieldTexts {
  readonly texts: CliTexts;
  readonly work: WorkDetailsTexts;
}

/** The value of a field as a person reads it: times on the desk's clock, choices by their names. */
export function fieldWords(
  rule: FieldRule,
  value: string,
  desk: Desk,
  { texts, work }: FieldTexts,
): string {
  switch (rule.type) {
    case 'choice':
      return rule.choices.find(({ code }) => code === value)?.name[desk.language] ?? value;
    case 'yes-no':
      return value === 'yes' || value === 'no' ? work[value] : value;
    case 'time': {
      const at = Date.parse(value);
      return Number.isNaN(at) ? value : moment(at, desk);
    }
    case 'duration': {
      const ms = parseLength(value);
      return ms === null ? value : exactDuration(ms, texts);
    }
    case 'window': {
      const window = windowOf(value);
      return window ? `${moment(window.from, desk)} – ${moment(window.to, desk)}` : value;
    }
    case 'legs':
      return legsOf(value)
        .map((leg) => legWords(leg, desk, texts))
        .join('; ');
    default:
      return value;
  }
}

function legWords(leg: Leg, desk: Desk, texts: CliTexts): string {
  const when = leg.ms === undefined ? moment(leg.arrivesAt, desk) : exactDuration(leg.ms, texts);
  return `${leg.name}: ${when}`;
}
