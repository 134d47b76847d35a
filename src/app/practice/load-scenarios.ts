import { join } from 'node:path';
import { docPath } from '../../content/scenario/doc-path.ts';
import type { ReadScenario } from '../../content/scenario/read-scenario.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { listScenarioFiles, readScenarioFile } from '../../content/scenario/scenario-files.ts';
import type { ScenarioProblem } from '../../content/scenario/scenario-problem.ts';
import { scenarioProblem } from '../../content/scenario/scenario-problem-at.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { checkPlayable } from '../../practice/check/check-playable.ts';
import type { Finding } from '../../practice/check/finding.ts';
import { readCompiled } from '../desk/compiled-copy.ts';
import type { Desk } from '../desk/desk.ts';

/** Raise when the form of the cards changes. */
const FORM = 1;

/** What is told of a scenario before it is played: one language of it. */
export interface ScenarioCard
  extends Pick<
    Scenario,
    | 'id'
    | 'lang'
    | 'title'
    | 'kind'
    | 'line'
    | 'difficulty'
    | 'minutes'
    | 'skills'
    | 'requires'
    | 'lesson'
    | 'isDraft'
    | 'pass'
    | 'hash'
  > {
  readonly file: string;
  readonly customer: Pick<Scenario['customer'], 'org' | 'name' | 'role' | 'channel'>;
  readonly subject: string;
}

/** The scenarios in force, and the files that cannot be played. */
export interface Scenarios {
  /** By id, then by language. */
  readonly cards: readonly ScenarioCard[];
  readonly problems: readonly ScenarioProblem[];
}

type Place = Pick<Desk, 'paths'>;

/** Folders of scenarios: the desk's own, then the shipped ones. */
export function scenarioFolders({ paths }: Place): readonly string[] {
  return [join(paths.overlay, 'scenarios'), join(paths.content, 'templates/scenarios')];
}

/** Folders of facts: the shipped ones, and over them the desk's own. */
export function lexiconFolders({ paths }: Place): readonly string[] {
  return [join(paths.content, 'templates/lexicon'), join(paths.overlay, 'lexicon')];
}

/**
 * The scenarios in force: of one id and language the desk's own one holds, unless it cannot be
 * played. Kept compiled while the files are unchanged.
 */
export async function loadScenarios(desk: Place): Promise<Scenarios> {
  const files = scenarioFolders(desk).flatMap(listScenarioFiles);
  const program = join(desk.paths.content, 'package.json');
  const copy = {
    folder: desk.paths.cache,
    name: 'scenarios',
    form: FORM,
    files: [program, ...files],
  };
  return readCompiled<Scenarios>(copy, async () => readScenarios(files));
}

/** The scenario of an id, in another language where there is none in this one; null without any. */
export async function findScenario(
  desk: Place,
  id: string,
  lang: Language,
): Promise<Scenario | null> {
  const { cards } = await loadScenarios(desk);
  const twins = cards.filter((card) => card.id === id);
  const card = twins.find((one) => one.lang === lang) ?? twins[0];
  if (card === undefined) return null;
  const read = readScenarioFile(card.file);
  return read.ok ? read.value.scenario : null;
}

function readScenarios(files: readonly string[]): Scenarios {
  const cards = new Map<string, ScenarioCard>();
  const problems: ScenarioProblem[] = [];
  for (const file of files) {
    const read = readScenarioFile(file);
    if (!read.ok) {
      problems.push(...read.problem);
      continue;
    }
    const faults = checkPlayable(read.value.scenario);
    if (faults.length > 0) {
      problems.push(...faults.map(({ path, ...what }) => problemOf(read.value, path, what)));
      continue;
    }
    const card = cardOf(read.value.scenario, file);
    const key = `${card.id} ${card.lang}`;
    if (!cards.has(key)) cards.set(key, card);
  }
  const sorted = [...cards].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { cards: sorted.map(([, card]) => card), problems };
}

function problemOf(
  { source }: ReadScenario,
  path: Finding['path'],
  what: Pick<Finding, 'code' | 'params'>,
): ScenarioProblem {
  return scenarioProblem(source, docPath(source.value, path), what);
}

function cardOf(scenario: Scenario, file: string): ScenarioCard {
  const { id, lang, title, kind, line, difficulty, minutes, skills, requires } = scenario;
  const { lesson, isDraft, pass, hash } = scenario;
  const { org, name, role, channel } = scenario.customer;
  return {
    ...{ id, lang, title, kind, line, difficulty, minutes, skills, requires },
    ...{ lesson, isDraft, pass, hash, file },
    customer: { org, name, role, channel },
    subject: scenario.ticket.subject,
  };
}
