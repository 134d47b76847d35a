import type { DeskConfig } from '../desk-config.ts';
import { byName, isAtWork, isAvailable, onDuty } from '../duty/on-duty.ts';
import type { Person } from '../person.ts';
import type { RoutingRule, RoutingStrategy } from '../routing-rule.ts';
import type { Role } from '../vocabulary.ts';
import type { RoutingFacts } from './rule-miss.ts';

/** How much somebody has to do already. */
export interface Load {
  readonly open: number;
  /** When something last moved in it, epoch ms; null when there is nothing. */
  readonly busyAt: number | null;
}

/** What a ticket is given out by: who is there, what they have to do, when it is. */
export interface RoutingWorld {
  readonly desk: DeskConfig;
  readonly people: readonly Person[];
  readonly at: number;
  readonly loadOf: (personId: string) => Load;
  /** Who last had a ticket of the same contact, else of the same customer. */
  readonly previousAssignee: () => string | null;
}

/** Why a strategy gave somebody or nobody. */
export type TriedOutcome =
  | 'gave'
  | 'not-needed'
  | 'no-personal-engineer'
  | 'no-previous'
  | 'not-at-work'
  | 'no-duty-now'
  | 'no-night-duty-now'
  | 'nobody-at-work'
  | 'skill-missing';

/** One strategy and what came of it. */
export interface Tried {
  readonly strategy: RoutingStrategy;
  readonly person: Person | null;
  readonly outcome: TriedOutcome;
  /** Whom it would have given, or the skill nobody has. */
  readonly detail: string | null;
}

type Answer = Omit<Tried, 'strategy'>;

/** Roles that get tickets by the desk's own choice. */
const working: ReadonlySet<Role> = new Set(['engineer', 'verifier', 'lead', 'team-lead', 'head']);

/** Tries the strategies of a rule in order until one gives somebody. */
export function findAssignee(
  rule: RoutingRule,
  facts: RoutingFacts,
  world: RoutingWorld,
): readonly Tried[] {
  let isFound = false;
  return rule.assign.map((strategy): Tried => {
    if (isFound) return { strategy, person: null, outcome: 'not-needed', detail: null };
    const answer = answerOf(strategy, { rule, facts, world });
    isFound = answer.person !== null;
    return { strategy, ...answer };
  });
}

interface Asked {
  readonly rule: RoutingRule;
  readonly facts: RoutingFacts;
  readonly world: RoutingWorld;
}

function answerOf(strategy: RoutingStrategy, asked: Asked): Answer {
  const { facts, world } = asked;
  switch (strategy) {
    case 'personal-engineer':
      return known(facts.customer?.personalEngineerId ?? null, 'no-personal-engineer', world);
    case 'previous-assignee':
      return known(world.previousAssignee(), 'no-previous', world);
    case 'duty':
      return given(onRoster('duty', world)[0] ?? null, 'no-duty-now');
    case 'night-pool':
      return given(leastLoaded(onRoster('night', world), world), 'no-night-duty-now');
    case 'least-loaded':
      return given(leastLoaded(atLine(asked), world), 'nobody-at-work');
    case 'skills':
      return bySkills(asked);
  }
}

function known(personId: string | null, missing: TriedOutcome, world: RoutingWorld): Answer {
  const person = world.people.find(({ id, role }) => id === personId && working.has(role));
  if (!person) return given(null, missing);
  if (isAvailable(world.desk, world.people, { person, at: world.at })) {
    return given(person, missing);
  }
  return { person: null, outcome: 'not-at-work', detail: person.name };
}

function given(person: Person | null, otherwise: TriedOutcome): Answer {
  return { person, outcome: person ? 'gave' : otherwise, detail: null };
}

function onRoster(role: 'duty' | 'night', { desk, people, at }: RoutingWorld): readonly Person[] {
  return onDuty(desk, people, at)
    .filter(({ duty }) => duty.role === role)
    .flatMap((now) => now.people)
    .filter((person) => working.has(person.role));
}

/** Engineers of the line it goes to who are at work. */
function atLine({ rule, facts, world }: Asked): readonly Person[] {
  const line = rule.line ?? facts.line;
  return world.people.filter((person) => {
    const isOfLine = person.role === 'engineer' && person.line === line;
    return isOfLine && isAtWork(world.desk, world.people, { person, at: world.at });
  });
}

function bySkills(asked: Asked): Answer {
  const here = atLine(asked);
  const { skills } = asked.rule;
  const able = here.filter((person) => skills.every((skill) => person.skills?.includes(skill)));
  const person = leastLoaded(able, asked.world);
  if (person) return given(person, 'gave');
  const outcome = here.length === 0 ? 'nobody-at-work' : 'skill-missing';
  return { person: null, outcome, detail: skills.join(', ') };
}

/** Fewest open tickets, then the longest without a change in them, then the name. */
function leastLoaded(people: readonly Person[], { loadOf }: RoutingWorld): Person | null {
  const loads = byName(people).map((person) => ({ person, load: loadOf(person.id) }));
  const fewest = Math.min(...loads.map(({ load }) => load.open));
  // Only among equals is it asked when something moved; the sort keeps the order of their names.
  const equals = loads.filter(({ load }) => load.open === fewest);
  if (equals.length > 1) equals.sort((a, b) => (a.load.busyAt ?? 0) - (b.load.busyAt ?? 0));
  return equals[0]?.person ?? null;
}
