import { dayIn } from '../../domain/desk-day.ts';
import type { FigurePeriod } from '../../domain/figure/figure.ts';
import type { FigureContext } from '../../domain/figure/figure-case.ts';
import { slaOutcomes } from '../../domain/figure/sla-outcomes.ts';
import type { TicketStory } from '../../domain/figure/ticket-story.ts';
import { asksForCustomer, choosePolicy } from '../../domain/sla/choose-policy.ts';
import type { SlaPolicy } from '../../domain/sla-policy.ts';
import { StoryReader } from '../../store/figure/story-reader.ts';
import type { Desk } from '../desk/desk.ts';

/** What all figures of one call share: the stories, policies and days that were found. */
export interface FigureDesk {
  /** The stories of all stretches, one after another; none is kept. */
  readonly each: () => Iterable<TicketStory>;
  readonly contextOf: (period: FigurePeriod) => FigureContext;
  readonly outcomesOf: FigureContext['outcomesOf'];
}

/** Reads what figures are counted from: the tickets of some stretches, of a customer and a space. */
export function openFigures(
  desk: Desk,
  { customerId, space }: Pick<FigurePeriod, 'customerId' | 'space'>,
  periods: readonly Pick<FigurePeriod, 'from' | 'to'>[],
): FigureDesk {
  const now = desk.clock.now();
  const stretches = periods.map(({ from, to }) => ({ from, to: Math.min(to, now + 1) }));
  const reader = new StoryReader(desk.store.sql);
  const rules = { now, desk: desk.config, policyOf: policies(desk) };
  const outcomesOf = lastOnly((story) => slaOutcomes(story, rules));
  const shared = { ...rules, outcomesOf, dayOf: days(desk) };
  return {
    each: () => wordsOfPeople(desk, reader.each({ stretches, customerId, space })),
    outcomesOf,
    contextOf: (period) => ({ ...shared, period }),
  };
}

/** What a machine wrote to a customer is no word of a person: it answers nothing. */
function* wordsOfPeople({ people }: Desk, stories: Iterable<TicketStory>): Iterable<TicketStory> {
  const connectors = people.persons().filter(({ role }) => role === 'connector');
  const machines = new Set(connectors.map(({ id }) => id));
  for (const story of stories) {
    const isPlain = story.said.every(({ byId }) => !machines.has(byId));
    yield isPlain
      ? story
      : { ...story, said: story.said.filter(({ byId }) => !machines.has(byId)) };
  }
}

/** All figures of a ticket are counted before the next one: what was found last is asked again. */
function lastOnly<Value>(find: (story: TicketStory) => Value): (story: TicketStory) => Value {
  let last: { readonly story: TicketStory; readonly value: Value } | null = null;
  return (story) => {
    if (last?.story !== story) last = { story, value: find(story) };
    return last.value;
  };
}

function policies({ config, people }: Desk): FigureContext['policyOf'] {
  const known = new Map<string, SlaPolicy | null>();
  const asks = asksForCustomer(config);
  return (story) => {
    const { kind, priority, channel, audience, tags, customerId } = story;
    const line = story.lines.at(-1)?.line ?? '';
    const asked = asks ? customerId : '';
    // One text rather than a list that is joined: this is asked for every ticket of two months.
    const key = `${kind}\n${priority}\n${channel}\n${audience}\n${line}\n${asked}\n${tags.join('\n')}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const customer = asks ? people.served(customerId) : null;
    const policy = choosePolicy(config, { ...story, line }, customer);
    known.set(key, policy);
    return policy;
  };
}

/** Every zone's days begin at a quarter of an hour. */
const QUARTER_MS = 900_000;

function days({ config }: Desk): FigureContext['dayOf'] {
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    const day = dayIn(config.timeZone, quarter * QUARTER_MS);
    known.set(quarter, day);
    return day;
  };
}
