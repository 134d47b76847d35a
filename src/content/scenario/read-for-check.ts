import type { ContentPath, YamlSource } from '../content-problem.ts';
import { parsePackSource, readPackText } from '../desk/pack-file.ts';
import { compileScenario } from './compile-scenario.ts';
import { docPath } from './doc-path.ts';
import { itemFaults } from './item-faults.ts';
import { mendValue } from './mend-value.ts';
import { LARGEST_SCENARIO, otherFormat, schemaProblems } from './read-scenario.ts';
import { always } from './route-schema.ts';
import type { Scenario, Step } from './scenario.ts';
import type { ScenarioProblem, ScenarioProblemCode } from './scenario-problem.ts';
import { scenarioProblem } from './scenario-problem-at.ts';
import { FORMAT, scenarioSchema, type WrittenScenario } from './scenario-schema.ts';
import { checkText } from './text-traps.ts';

/** A scenario as far as it can be read, for whoever looks for everything that is wrong with it. */
export interface CheckedScenario {
  /** What can be read of it, without its wrong parts. */
  readonly scenario: Scenario;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
  /** Names of its parts, also of those that could not be read: by list. */
  declared(list: string): readonly string[];
  /** A problem at a place of the scenario as it is played. */
  problem(
    path: ContentPath,
    code: ScenarioProblemCode,
    params: ScenarioProblem['params'],
  ): ScenarioProblem;
}

/** A file of a scenario: what can be read of it, and everything that is wrong with it by itself. */
export interface ScenarioFile {
  readonly file: string;
  /** Null when nothing of it can be read. */
  readonly read: CheckedScenario | null;
  readonly problems: readonly ScenarioProblem[];
}

/** Reads a file so that it can be checked as far as possible, whatever is wrong in places. */
export function readForCheck(file: string): ScenarioFile {
  const text = readPackText(file, LARGEST_SCENARIO);
  if (!text.ok) return { file, read: null, problems: text.problem };
  return readTextForCheck(file, text.value);
}

/** The same of a text, wherever it comes from. */
export function readTextForCheck(file: string, text: string): ScenarioFile {
  const source = parsePackSource(file, text, LARGEST_SCENARIO);
  if (!source.ok) return { file, read: null, problems: source.problem };
  const other = otherFormat(source.value);
  if (other !== null) return { file, read: null, problems: [other] };
  const traps = checkText(source.value);
  const checked = scenarioSchema.safeParse(source.value.value);
  if (checked.success) {
    const scenario = compileScenario(checked.data, text);
    const read = checkable(source.value, scenario, null);
    return { file, read, problems: [...traps, ...itemProblems(read, checked.data)] };
  }
  const problems = [...schemaProblems(source.value, checked.error), ...traps];
  return readRest({ file, problems, source: source.value, text });
}

function itemProblems(read: CheckedScenario, written: WrittenScenario): readonly ScenarioProblem[] {
  return itemFaults(written).map(({ path, code, params }) => read.problem(path, code, params));
}

/** `placeOf` leads from what could be read to the place in the file. */
function checkable(
  source: YamlSource,
  scenario: Scenario,
  placeOf: ((path: ContentPath) => ContentPath) | null,
): CheckedScenario {
  return {
    scenario,
    isWhole: placeOf === null,
    declared: (list) => Object.keys(fieldOf(source.value, list)),
    problem: (path, code, params) => {
      const place = docPath(source.value, placeOf === null ? path : placeOf(path));
      return scenarioProblem(source, place, { code, params });
    },
  };
}

interface WrongFile {
  readonly file: string;
  readonly problems: readonly ScenarioProblem[];
  readonly source: YamlSource;
  readonly text: string;
}

function readRest({ file, problems, source, text }: WrongFile): ScenarioFile {
  const mended = mendValue<WrittenScenario>(source.value, scenarioSchema, STAND_INS);
  if (mended === null) return { file, read: null, problems };
  const scenario = compileScenario(mended.value, text);
  const steps = fieldOf(source.value, 'steps');
  const lost = Object.entries(steps).filter(([id]) => !scenario.steps.has(id));
  const told = new Set(problems.map(({ path }) => path));
  const ways = new Map(lost.map(([id, step]) => [id, waysIn(step, ['steps', id], told)]));
  const stubs = [...ways].map(([id, some]) => [id, stubOf(id, some)] as const);
  const start = firstOf(scenario, Object.keys(steps));
  const whole = { ...scenario, start, steps: new Map([...scenario.steps, ...stubs]) };
  // A way of a stub stands where it was written, not where the stub has it.
  const placeOf = (path: ContentPath) => {
    const way = isStubWay(path) ? ways.get(String(path[1]))?.[Number(path[4])] : undefined;
    return way?.path ?? mended.placeOf(path);
  };
  const read = checkable(source, whole, placeOf);
  return { file, read, problems: [...problems, ...itemProblems(read, mended.value)] };
}

/** Without a word about it a scenario starts at its first step, even one that could not be read. */
function firstOf({ start, items, steps }: Scenario, written: readonly string[]): string {
  const [first] = written;
  const isFirst = items === null && first !== undefined && start === [...steps.keys()][0];
  return isFirst ? first : start;
}

function isStubWay(path: ContentPath): boolean {
  return path[0] === 'steps' && path[2] === 'reply' && path[3] === 'routes';
}

/** A step that could not be read leads where it says: nothing behind it is to be told as lost. */
function stubOf(id: string, ways: readonly WrittenWay[]): Step {
  const routes = ways.map(({ to }) => always(to));
  return {
    id,
    ...{ client: null, narrator: null, attach: [], inject: [], after: null, at: null },
    ...{ mood: 0, flags: [], set: new Map(), allow: [], open: [], time: null, ping: null },
    ...{ choices: [], actions: [], routes: [], reference: null, hints: [] },
    reply: routes.length > 0 ? { expect: [], forbid: [], routes } : null,
    end: routes.length > 0 ? null : { kind: 'mediocre', text: '' },
  };
}

interface WrittenWay {
  readonly to: string;
  readonly path: ContentPath;
}

/** The ways written anywhere in a value, but for those that are told as wrong by themselves. */
function waysIn(
  written: unknown,
  path: ContentPath,
  told: ReadonlySet<string>,
): readonly WrittenWay[] {
  if (typeof written !== 'object' || written === null) return [];
  const isList = Array.isArray(written);
  return Object.entries(written).flatMap(([key, value]): readonly WrittenWay[] => {
    const place = [...path, isList ? Number(key) : key];
    const isWay = (key === 'goto' || key === 'else') && typeof value === 'string';
    if (!isWay) return waysIn(value, place, told);
    return told.has(place.join('.')) ? [] : [{ to: value, path: place }];
  });
}

function fieldOf(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const field: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  const isMap = typeof field === 'object' && field !== null && !Array.isArray(field);
  // A map of a parsed document has text keys only.
  return isMap ? (field as Readonly<Record<string, unknown>>) : {};
}

/** What is put where a part of the head cannot be read, so that the rest can be looked at. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  format: FORMAT,
  id: 'unknown',
  lang: 'ru',
  langs: [],
  title: '?',
  kind: 'dialogue',
  line: 1,
  difficulty: 1,
  minutes: 1,
  skills: ['unknown'],
  pass: 1,
  clock: { start: '2026-01-01T00:00Z', tz: 'Europe/Moscow' },
  sections: { unknown: 1 },
  customer: {
    ...{ org: '?', name: '?', callName: '?', role: '?', tz: 'Europe/Moscow', channel: 'mail' },
  },
  ticket: { subject: '?' },
};
