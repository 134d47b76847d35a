import { foldText } from '../../util/fold-text.ts';
import type { DeskConfig } from '../desk-config.ts';
import { isOpenBy } from '../duty/open-hours.ts';
import type { TicketMatch } from '../match-rule.ts';
import type { Customer } from '../person.ts';
import type { RoutingRule } from '../routing-rule.ts';
import { fitsTicket, type MatchedTicket } from '../ticket-match.ts';

/** What a rule can ask for. */
export type RoutingCondition = keyof RoutingRule['when'];

/** The first condition of a rule that does not hold. */
export interface RuleMiss {
  readonly condition: RoutingCondition;
  readonly wanted: readonly string[];
  /** What the ticket has there; null for nothing, or where there is too much to tell. */
  readonly got: string | null;
}

/** What rules look at in a ticket that comes in. */
export interface RoutingFacts extends MatchedTicket {
  readonly customer: Customer | null;
  readonly contactId: string | null;
  /** Whether the subject or the first message holds these words, in any of their forms. */
  readonly says: (phrase: string) => boolean;
}

/** In the order in which they are looked at; the ticket itself first. */
const plainConditions: readonly (keyof TicketMatch)[] = [
  'kinds',
  'priorities',
  'channels',
  'audience',
  'lines',
  'tags',
  'customers',
  'levels',
];

/** The first condition that does not hold, or null when the rule fits. */
export function firstMiss(
  when: RoutingRule['when'],
  facts: RoutingFacts,
  { desk, at }: { readonly desk: Pick<DeskConfig, 'calendars'>; readonly at: number },
): RuleMiss | null {
  for (const condition of plainConditions) {
    const wanted = when[condition];
    if (wanted === undefined || fitsTicket({ [condition]: wanted }, facts, facts.customer))
      continue;
    return { condition, wanted: [wanted].flat(), got: shownValue(condition, facts) };
  }
  const { words, towns, inside, outside } = when;
  if (towns && !isOfTown(towns, facts.customer)) {
    return { condition: 'towns', wanted: towns, got: facts.customer?.city || null };
  }
  if (words && !words.some(facts.says)) return { condition: 'words', wanted: words, got: null };
  if (inside !== undefined && !isOpenBy(desk.calendars, inside, at)) {
    return { condition: 'inside', wanted: [inside], got: null };
  }
  if (outside !== undefined && isOpenBy(desk.calendars, outside, at)) {
    return { condition: 'outside', wanted: [outside], got: null };
  }
  return null;
}

function shownValue(condition: keyof TicketMatch, facts: RoutingFacts): string | null {
  switch (condition) {
    case 'kinds':
      return facts.kind;
    case 'priorities':
      return facts.priority;
    case 'channels':
      return facts.channel;
    case 'audience':
      return facts.audience;
    case 'lines':
      return facts.line;
    case 'tags':
      return facts.tags.join(', ') || null;
    case 'customers':
      return facts.customer?.name ?? null;
    case 'levels':
      return facts.customer?.level || null;
  }
}

/** A town is written alone or at the head of an address: «г. Казань, Баумана 5». */
function isOfTown(towns: readonly string[], customer: Customer | null): boolean {
  const parts = (customer?.city ?? '').split(/[,;]/).map(townName);
  return towns.some((town) => parts.includes(townName(town)));
}

function townName(text: string): string {
  return foldText(text).replace(/^(?:г\.|город\s)\s*/, '');
}
