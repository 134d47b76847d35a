import type { TicketKind } from '../../domain/vocabulary.ts';
import type { UseCount } from '../../store/template/template-use-store.ts';
import type { ListedTemplate } from './list-templates.ts';
import type { ReplyMoment } from './reply-moment.ts';

/** What the order of templates rests on. */
export interface RankingGround {
  /** Null without a ticket: only habits count. */
  readonly moment: ReplyMoment | null;
  readonly uses: readonly UseCount[];
}

/** A template with how likely it is the one that is wanted; 1 says nothing for it. */
export interface WeighedTemplate {
  readonly item: ListedTemplate;
  readonly weight: number;
}

/** After so many days a use says half as much. */
const HALF_LIFE_DAYS = 14;
/** What colleagues use says less about what I want. */
const OTHERS = 0.25;
const SAME_KIND = 1.5;
const SAME_TAG = 2;
/** Habit never outweighs what the ticket asks for first. */
const MOST_HABIT = 6;

const FIRST = 8;
const SECOND = 5;
const THIRD = 3;
const FITTING = 2;
const OTHER_LANGUAGE = 0.5;

/** Situations that a kind of ticket brings with it. */
const situationsOfKind: Partial<Record<TicketKind, readonly string[]>> = {
  'provider-outage': ['outage'],
  'planned-work': ['planned-work'],
  complaint: ['upset-customer', 'apology'],
  visit: ['appointment'],
  change: ['planned-work'],
};

/**
 * The templates with the likeliest first: what the ticket asks for now, times what is used, mine
 * before the desk's and lately before long ago. Equal ones keep their order.
 */
export function rankTemplates(
  items: readonly ListedTemplate[],
  ground: RankingGround,
): readonly WeighedTemplate[] {
  const habits = habitsOf(ground.uses);
  const likely = ground.moment ? likelySituations(ground.moment) : [];
  return items
    .map((item) => {
      const fits = ground.moment ? contextWeight(item, ground.moment, likely) : 1;
      return { item, weight: fits * (1 + (habits.get(item.id) ?? 0)) };
    })
    .toSorted((a, b) => b.weight - a.weight);
}

/** What is likely said next, the likeliest first. */
function likelySituations(moment: ReplyMoment): readonly string[] {
  const talk = likelyInTalk(moment);
  return moment.tags.includes('angry') ? ['upset-customer', ...talk] : talk;
}

function likelyInTalk(moment: ReplyMoment): readonly string[] {
  const { status, promise, isFirstWord, isAwaited } = moment;
  if (status === 'resolved' || status === 'closed') return ['closing', 'solved'];
  if (promise === 'missed') return ['apology', 'status-update', 'hold'];
  if (isFirstWord) return ['greeting', 'clarify', 'hold'];
  const isWaiting = status === 'waiting-third-party' || status === 'scheduled';
  if (promise === 'near' || isWaiting) return ['hold', 'status-update', 'deadline'];
  if (isAwaited) return ['status-update', 'clarify', 'solved'];
  return ['hold', 'status-update', 'thanks-for-waiting'];
}

function contextWeight(
  { situation, langs, template }: ListedTemplate,
  { kind, tags, language }: ReplyMoment,
  likely: readonly string[],
): number {
  const place = likely.indexOf(situation);
  let weight = [FIRST, SECOND, THIRD][place] ?? 1;
  if (situationsOfKind[kind]?.includes(situation)) weight *= FITTING;
  if (template.actions.addTags.some((tag) => tags.includes(tag))) weight *= FITTING;
  if (language !== null && !langs.includes(language)) weight *= OTHER_LANGUAGE;
  return weight;
}

/** How much each template is used: 0 for one that never was, and never more than a bound. */
function habitsOf(uses: readonly UseCount[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { templateId, daysAgo, isMine, isSameKind, sharesTag, count } of uses) {
    const fresh = 0.5 ** (daysAgo / HALF_LIFE_DAYS);
    const alike = (isSameKind ? SAME_KIND : 1) * (sharesTag ? SAME_TAG : 1);
    const gain = count * fresh * (isMine ? 1 : OTHERS) * alike;
    sums.set(templateId, (sums.get(templateId) ?? 0) + gain);
  }
  // The tenth use says less than the first.
  return new Map([...sums].map(([id, sum]) => [id, Math.min(MOST_HABIT, Math.log2(1 + sum))]));
}
