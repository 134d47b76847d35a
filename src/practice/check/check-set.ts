import type { Scenario } from '../../content/scenario/scenario.ts';
import { groupsOf } from './circles.ts';
import { type Finding, finding } from './finding.ts';

/** What one scenario of a set has to say to the others. */
export interface ScenarioInSet extends Pick<Scenario, 'id' | 'lang' | 'langs' | 'requires'> {
  readonly file: string;
}

/** What scenarios say of each other. */
export interface KnownScenarios {
  /** Those that are looked at. */
  readonly all: readonly ScenarioInSet[];
  /** Others that are in force. */
  readonly others: readonly Pick<Scenario, 'id' | 'lang'>[];
}

/** What does not fit between one scenario and the others: languages, and what has to be done before. */
export function checkAmong(
  scenario: ScenarioInSet,
  { all, others }: KnownScenarios,
): readonly Finding[] {
  const { id, lang, file } = scenario;
  const same = all.find((one) => one.id === id && one.lang === lang && one.file !== file);
  const known = [...all, ...others];
  return [
    ...(same ? [finding(['id'], 'scenario-twice', { value: id, other: same.file })] : []),
    ...scenario.requires.flatMap((value, index) => {
      const isThere = known.some((one) => one.id === value);
      return isThere ? [] : [finding(['requires', index], 'requires-unknown', { value })];
    }),
    ...scenario.langs.flatMap((value, index) => {
      const isThere = value === lang || known.some((one) => one.id === id && one.lang === value);
      return isThere ? [] : [finding(['langs', index], 'lang-missing', { value })];
    }),
    ...requiredRound(scenario, all),
  ];
}

/** The file of the first language of a scenario, which the others are held against; null for itself. */
export function originalOf(
  { id, lang, langs }: ScenarioInSet,
  all: readonly ScenarioInSet[],
): ScenarioInSet | null {
  const [first = lang] = langs;
  if (lang === first) return null;
  return all.find((one) => one.id === id && one.lang === first) ?? null;
}

function requiredRound(
  { id, requires }: ScenarioInSet,
  all: readonly ScenarioInSet[],
): readonly Finding[] {
  const needs = new Map(all.map((one) => [one.id, one.requires]));
  const groups = groupsOf([...needs.keys()], (one) => needs.get(one) ?? []);
  const group = groups.find((some) => some.includes(id)) ?? [];
  if (group.length < 2 && !requires.includes(id)) return [];
  return [finding(['requires'], 'requires-circle', { value: [...group, group[0]].join(' → ') })];
}
