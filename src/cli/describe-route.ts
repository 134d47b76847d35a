import type { Desk } from '../app/desk/desk.ts';
import type { Tried } from '../domain/routing/find-assignee.ts';
import type { Route, RuleTried } from '../domain/routing/route-ticket.ts';
import type { RuleMiss } from '../domain/routing/rule-miss.ts';
import { fill } from '../i18n/fill.ts';
import type { RoutingTexts } from '../i18n/routing-texts.ts';
import { lowerInitial } from '../util/lower-initial.ts';
import { nameOf } from './format-ticket.ts';

interface Telling {
  readonly desk: Desk;
  readonly texts: RoutingTexts;
}

/** A route for programs: stable keys, reasons as sentences with the code of what failed beside them. */
export function routeJson(route: Route, telling: Telling) {
  return {
    rule: route.rule?.code ?? null,
    line: route.line,
    priority: route.priority,
    tags: route.tags,
    assignee: route.assignee?.name ?? null,
    assigneeId: route.assignee?.id ?? null,
    strategy: route.strategy,
    rules: route.rules.map((tried) => ({
      code: tried.rule.code,
      fired: tried.hasFired,
      condition: tried.miss?.condition ?? null,
      why: whyRule(tried, telling),
    })),
    strategies: route.strategies.map((tried) => ({
      code: tried.strategy,
      gave: tried.person?.name ?? null,
      gaveId: tried.person?.id ?? null,
      outcome: tried.outcome,
      why: whyStrategy(tried, telling),
    })),
  };
}

/** A route as a person reads it. */
export function describeRoute(route: Route, telling: Telling): readonly string[] {
  const { texts } = telling;
  if (route.rules.length === 0) return [texts.noRules];
  const rules = route.rules.map((tried) => {
    const mark = tried.hasFired ? '✓' : '·';
    return `  ${mark} ${tried.rule.code}: ${whyRule(tried, telling)}`;
  });
  const strategies = route.strategies.map((tried) => {
    const mark = tried.person ? '✓' : '·';
    return `  ${mark} ${texts.strategies[tried.strategy]}: ${whyStrategy(tried, telling)}`;
  });
  return [
    ...summary(route, telling),
    texts.rulesTitle,
    ...rules,
    ...(strategies.length > 0 ? [texts.strategiesTitle, ...strategies] : []),
  ];
}

function summary(route: Route, { desk, texts }: Telling): readonly string[] {
  const { rule, assignee, strategy } = route;
  if (!rule) return [texts.noRule];
  const tags = route.tags.join(', ') || texts.none;
  const line = nameOf(desk.config.lines, route.line, desk);
  const who = strategy
    ? fill(texts.assignee, { person: assignee?.name ?? '', strategy: texts.strategies[strategy] })
    : texts.noAssignee;
  return [
    fill(texts.ruleLine, { rule: `${rule.code} (${rule.name[desk.language]})` }),
    fill(texts.result, { line, priority: route.priority, tags }),
    who,
  ];
}

function whyRule({ hasFired, miss }: RuleTried, telling: Telling): string {
  if (miss) return whyMissed(miss, telling);
  return hasFired ? telling.texts.fired : telling.texts.earlierFired;
}

function whyMissed({ condition, wanted, got }: RuleMiss, { desk, texts }: Telling): string {
  const shown = (value: string) => valueName(condition, value, { desk, texts });
  return fill(texts.misses[condition], {
    wanted: wanted.map(shown).join(', '),
    got: got === null ? texts.none : shown(got),
  });
}

function valueName(
  condition: RuleMiss['condition'],
  value: string,
  { desk, texts }: Telling,
): string {
  const { config } = desk;
  if (condition === 'kinds') return lowerInitial(nameOf(config.kinds, value, desk));
  if (condition === 'lines') return lowerInitial(nameOf(config.lines, value, desk));
  if (condition === 'inside' || condition === 'outside') {
    return nameOf(config.calendars, value, desk);
  }
  const isAudience = value === 'customer' || value === 'internal';
  return condition === 'audience' && isAudience ? texts.audiences[value] : value;
}

function whyStrategy({ outcome, person, detail }: Tried, { texts }: Telling): string {
  const params = { person: person?.name ?? '', detail: detail ?? '' };
  return fill(texts.outcomes[outcome], params);
}
