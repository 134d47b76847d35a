import type { DeskConfig } from '../domain/desk-config.ts';
import type {
  ExplainedClock,
  PolicyCondition,
  PolicyTrial,
  SlaExplanation,
} from '../domain/sla/explain.ts';
import type { SlaClock } from '../domain/sla/sla-clock.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Channel, Language, LocalName, PromiseKind } from '../domain/vocabulary.ts';
import { lowerInitial } from '../util/lower-initial.ts';
import { createZone, type Zone } from '../util/zoned-time.ts';
import { type DeadlineTexts, deadlineTexts } from './deadline-texts.ts';
import { tuiTexts } from './tui-texts.ts';

/** What the sentences are about: the names of a desk, and the language of who reads them. */
export interface Readership {
  readonly config: DeskConfig;
  readonly language: Language;
}

/** Sentences about the deadlines of one desk. */
export interface ExplainWords {
  readonly t: DeadlineTexts;
  /** `22.11 10:15` by the desk's clock, with the year when it is another one. */
  readonly moment: (at: number, now: number) => string;
  /** Minutes as `47м`, `1ч 30м`, `−2ч`. */
  readonly length: (minutes: number) => string;
  readonly nameOf: (items: readonly Named[], code: string) => string;
  readonly promise: (kind: PromiseKind) => string;
  /** Why this policy and none before it, a sentence each. */
  readonly policyWhy: (trials: readonly PolicyTrial[]) => readonly string[];
  /** Where a target comes from, and why a clock does not run yet. */
  readonly clockWhy: (clock: ExplainedClock, ticket: Ticket) => string;
  /** Why a deadline is the next one. */
  readonly nextWhy: (explained: SlaExplanation) => string | null;
}

interface Named {
  readonly code: string;
  readonly name: LocalName;
}

/** The sentences of a desk. */
export function explainWords(desk: Readership): ExplainWords {
  const t = deadlineTexts(desk.language);
  const zone = createZone(desk.config.timeZone);
  const nameOf = (items: readonly Named[], code: string) =>
    items.find((item) => item.code === code)?.name[desk.language] ?? code;
  return {
    t,
    nameOf,
    moment: (at, now) => momentText(zone, at, now),
    length: (minutes) => lengthText(minutes, t),
    promise: (kind) => tuiTexts(desk.language).promiseKinds[kind],
    policyWhy: (trials) => policyWhy(trials, desk, nameOf),
    clockWhy: (clock, ticket) => clockWhy(clock, ticket, desk, nameOf),
    nextWhy: (explained) => nextWhy(explained, t),
  };
}

function momentText(zone: Zone, at: number, now: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const { year, month, day, hour, minute } = zone.partsAt(at);
  const isThisYear = zone.partsAt(now).year === year;
  return `${two(day)}.${two(month)}${isThisYear ? '' : `.${year}`} ${two(hour)}:${two(minute)}`;
}

function lengthText(minutes: number, { units }: DeadlineTexts): string {
  const size = Math.abs(minutes);
  const hours = Math.floor(size / 60);
  const rest = Math.round(size % 60);
  const sign = minutes < 0 ? '−' : '';
  if (hours === 0) return `${sign}${rest}${units.minute}`;
  return `${sign}${hours}${units.hour}${rest === 0 ? '' : ` ${rest}${units.minute}`}`;
}

type NameOf = ExplainWords['nameOf'];

function policyWhy(
  trials: readonly PolicyTrial[],
  desk: Readership,
  nameOf: NameOf,
): readonly string[] {
  const t = deadlineTexts(desk.language);
  const said = (condition: PolicyCondition) => conditionText(condition, desk, nameOf);
  return trials.toReversed().map(({ policy, fits, conditions }) => {
    if (fits && conditions.length === 0) return t.fitsAll;
    if (fits) return t.fitsBy(conditions.map(said).join('; '));
    const unmet = conditions.filter(({ holds }) => !holds).map(said);
    return t.tried(policy.name[desk.language], policy.code, unmet.join('; '));
  });
}

function conditionText(
  { field, wanted, actual, holds }: PolicyCondition,
  desk: Readership,
  nameOf: NameOf,
): string {
  const t = deadlineTexts(desk.language);
  const named = (codes: readonly string[]) =>
    codes.map((code) => namedValue(field, code, desk, nameOf)).join(', ');
  const is = actual.length === 0 ? t.unknown : named(actual);
  if (!holds) return t.unmet(t.fields[field], is, named(wanted));
  // Of several tags only those that made it fit.
  const fitting = actual.filter((code) => wanted.includes(code));
  return t.condition(t.fields[field], fitting.length > 0 ? named(fitting) : is);
}

function namedValue(
  field: PolicyCondition['field'],
  code: string,
  desk: Readership,
  nameOf: NameOf,
): string {
  const t = deadlineTexts(desk.language);
  if (field === 'kinds') return lowerInitial(nameOf(desk.config.kinds, code));
  if (field === 'lines') return lowerInitial(nameOf(desk.config.lines, code));
  if (field === 'channels') return channelName(code, desk);
  if (field === 'audience') return t.audiences[code === 'internal' ? 'internal' : 'customer'];
  return code;
}

function clockWhy(
  { clock, fate }: ExplainedClock,
  { firstAnsweredAt }: Ticket,
  desk: Readership,
  nameOf: NameOf,
): string {
  const t = deadlineTexts(desk.language);
  const source = sourceOf(clock, desk, nameOf);
  if (fate !== 'idle') return source;
  if (clock.target === 'line-work') return `${source}; ${t.notAccepted}`;
  return `${source}; ${firstAnsweredAt === null ? t.startsLater : t.nobodyWaits}`;
}

function sourceOf({ source: { by, code } }: SlaClock, desk: Readership, nameOf: NameOf): string {
  const t = deadlineTexts(desk.language);
  switch (by) {
    case 'default':
      return t.byDefault;
    case 'line':
      return t.byLine(nameOf(desk.config.lines, code));
    case 'priority':
      return t.byPriority(code);
    case 'channel':
      return t.byChannel(channelName(code, desk));
    case 'kind':
      return t.byKind(lowerInitial(nameOf(desk.config.kinds, code)));
  }
}

function channelName(code: string, { language }: Readership): string {
  // The codes of a channel come from closed lists.
  return tuiTexts(language).channels[code as Channel] ?? code;
}

function nextWhy({ next, clocks, at }: SlaExplanation, t: DeadlineTexts): string | null {
  if (!next) return null;
  const running = clocks.filter(({ clock, dueAt }) => dueAt !== null && clock.metAt === null);
  const why = running.length > 1 ? t.nearest : t.only;
  return next.dueAt < at ? `${why}, ${t.isLate}` : why;
}
