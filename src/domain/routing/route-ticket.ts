import type { Person } from '../person.ts';
import type { RoutingRule, RoutingStrategy } from '../routing-rule.ts';
import type { Priority } from '../vocabulary.ts';
import type { AppliedRoute } from './applied-route.ts';
import { findAssignee, type RoutingWorld, type Tried } from './find-assignee.ts';
import { firstMiss, type RoutingFacts, type RuleMiss } from './rule-miss.ts';

/** One rule as it was looked at: it held, another one did before, or a condition failed. */
export interface RuleTried {
  readonly rule: RoutingRule;
  readonly hasFired: boolean;
  /** Null when all of its conditions hold. */
  readonly miss: RuleMiss | null;
}

/** Where a ticket goes and how that was found. */
export interface Route {
  /** The rule that holds; null when none does, and then nothing changes. */
  readonly rule: RoutingRule | null;
  readonly line: string;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly assignee: Person | null;
  readonly strategy: RoutingStrategy | null;
  readonly rules: readonly RuleTried[];
  readonly strategies: readonly Tried[];
}

/** What of a new ticket a person has chosen: rules leave it alone. */
export interface OwnChoice {
  readonly line: boolean;
  readonly priority: boolean;
  readonly assignee: boolean;
}

/** Finds where a ticket goes: the first rule that fits, its strategies in order. Pure. */
export function routeTicket(facts: RoutingFacts, world: RoutingWorld): Route {
  const looked = world.desk.routing.map((rule) => ({
    rule,
    miss: firstMiss(rule.when, facts, world),
  }));
  const fired = looked.find(({ miss }) => miss === null)?.rule ?? null;
  const strategies = fired ? findAssignee(fired, facts, world) : [];
  const found = strategies.find(({ person }) => person !== null);
  return {
    rule: fired,
    line: fired?.line ?? facts.line,
    priority: fired?.priority ?? facts.priority,
    tags: [...new Set([...facts.tags, ...(fired?.addTags ?? [])])],
    assignee: found?.person ?? null,
    strategy: found?.strategy ?? null,
    rules: looked.map(({ rule, miss }) => ({ rule, miss, hasFired: rule === fired })),
    strategies,
  };
}

/** What of a route is written, beside what a person chose; null when no rule holds. */
export function appliedRoute(route: Route, own: OwnChoice): AppliedRoute | null {
  const { rule, assignee } = route;
  if (!rule) return null;
  return {
    rule: rule.code,
    strategy: own.assignee ? null : route.strategy,
    line: own.line ? undefined : (rule.line ?? undefined),
    priority: own.priority ? undefined : (rule.priority ?? undefined),
    addTags: rule.addTags,
    assigneeId: own.assignee ? null : (assignee?.id ?? null),
  };
}
