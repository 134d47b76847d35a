import type { RouteCondition } from '../../content/scenario/answer.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { type Finding, finding } from './finding.ts';
import { allWays, type Way } from './ways.ts';

/** Routes that are never taken: their conditions cannot hold, or one before them takes all. */
export function checkRoutes(scenario: Scenario): readonly Finding[] {
  const world = worldOf(scenario);
  return [...allWays(scenario).values()].flat().flatMap((way) => {
    const why = way.route === null ? null : deadBecause(way.route.when, way, world);
    return why === null ? [] : [finding(way.path.slice(0, -1), 'route-dead', { value: why })];
  });
}

/** What can become true in a run at all. */
interface World {
  readonly flags: ReadonlySet<string>;
  readonly vars: ReadonlyMap<string, ReadonlySet<string | number>>;
}

function worldOf({ steps, vars }: Scenario): World {
  const all = [...steps.values()];
  const flags = all.flatMap((step) => [...step.flags, ...step.choices.flatMap((one) => one.flags)]);
  const values = new Map([...vars].map(([name, some]) => [name, new Set(some)]));
  for (const { set, choices } of all) {
    for (const [name, value] of [...set, ...choices.flatMap((one) => [...one.set])]) {
      values.set(name, (values.get(name) ?? new Set()).add(value));
    }
  }
  return { flags: new Set(flags), vars: values };
}

function deadBecause(when: RouteCondition, way: Way, world: World): string | null {
  const both = when.has.find((fact) => when.lacks.includes(fact));
  if (both !== undefined) return `has + lacks: ${both}`;
  if (when.has.length > 0 && (way.by === 'none' || way.by === 'choice')) return 'has';
  const flag = when.flags.find((name) => !world.flags.has(name) || when.notFlags.includes(name));
  if (flag !== undefined) return `flag: ${flag}`;
  const { mood } = when;
  if (mood !== null && !MOODS.some((level) => holds(level, mood))) {
    return `mood: ${mood.op}${mood.value}`;
  }
  const known = [...when.vars].find(([name, value]) => {
    const values = world.vars.get(name);
    return values !== undefined && !values.has(value);
  });
  if (known !== undefined) return `var: ${known[0]} = ${known[1]}`;
  const taker = way.before.findIndex((one) => covers(one.when, when));
  return taker < 0 ? null : `#${taker + 1}`;
}

const MOODS = [1, 2, 3, 4, 5];

function holds(level: number, { op, value }: NonNullable<RouteCondition['mood']>): boolean {
  switch (op) {
    case '<=':
      return level <= value;
    case '>=':
      return level >= value;
    case '<':
      return level < value;
    case '>':
      return level > value;
    case '==':
      return level === value;
  }
}

/** Whether whatever fits `second` fits `first` as well. */
function covers(first: RouteCondition, second: RouteCondition): boolean {
  const lists = ['has', 'lacks', 'ever', 'flags', 'notFlags', 'complete'] as const;
  if (!lists.every((key) => first[key].every((name) => second[key].includes(name)))) return false;
  if (![...first.vars].every(([name, value]) => second.vars.get(name) === value)) return false;
  if (first.isBroken !== null && first.isBroken !== second.isBroken) return false;
  const { mood } = first;
  if (mood === null) return true;
  const levels = second.mood === null ? MOODS : MOODS.filter((one) => isIn(one, second.mood));
  return levels.every((level) => holds(level, mood));
}

function isIn(level: number, mood: RouteCondition['mood']): boolean {
  return mood === null || holds(level, mood);
}
