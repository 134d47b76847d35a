import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checkLearningFile } from '../../content/learning/check-learning-file.ts';
import { listFactsFiles, readFactsFile } from '../../content/lexicon/load-lexicon.ts';
import { readForCheck } from '../../content/scenario/read-for-check.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { type ScenarioProblem, severityOf } from '../../content/scenario/scenario-problem.ts';
import { scenarioProblem } from '../../content/scenario/scenario-problem-at.ts';
import { languages } from '../../domain/vocabulary.ts';
import { checkExamples } from '../../practice/check/check-examples.ts';
import { checkLanguage, shapeOf } from '../../practice/check/check-language.ts';
import { checkScenario } from '../../practice/check/check-scenario.ts';
import { checkAmong, originalOf, type ScenarioInSet } from '../../practice/check/check-set.ts';
import { type Finding, finding } from '../../practice/check/finding.ts';
import type { FactBook } from '../../practice/fact/fact-book.ts';
import { sha256 } from '../../util/sha256.ts';
import { readCompiled } from '../desk/compiled-copy.ts';
import type { Desk } from '../desk/desk.ts';
import { type FilesToCheck, filesInForce, filesOf } from './files-to-check.ts';
import { type KnownOutside, knownOutside } from './known-outside.ts';
import { lexiconFolders, loadScenarios, type ScenarioCard } from './load-scenarios.ts';
import { type PreparedWords, prepareWords } from './prepare-words.ts';

/** A problem, and whether its file is refused for it. */
export interface JudgedProblem extends ScenarioProblem {
  readonly severity: 'error' | 'warning';
}

/** What a check of practice files has found. */
export interface CheckedScenarios {
  /** How many files were looked at, and how many scenarios could be read of them. */
  readonly files: number;
  readonly scenarios: number;
  /** Without a dictionary some examples of facts may not be recognised, although they will be. */
  readonly hasDictionary: boolean;
  readonly problems: readonly JudgedProblem[];
}

/** Looks words up for the examples of facts. */
export type LookUpWords = (texts: readonly string[], facts: FactBook) => Promise<PreparedWords>;

/**
 * Checks the scenarios and facts in force, or files and folders that are to become part of them.
 * Throws UserErrors.
 */
export async function checkScenarioFiles(
  desk: Pick<Desk, 'paths'>,
  typed: readonly string[],
  lookUp: LookUpWords = (texts, facts) => prepareWords(desk, texts, facts),
): Promise<CheckedScenarios> {
  const files = typed.length === 0 ? filesInForce(desk) : filesOf(typed);
  let hasDictionary = true;
  const lookedUp: LookUpWords = async (texts, facts) => {
    const found = await lookUp(texts, facts);
    hasDictionary &&= found.hasDictionary;
    return found;
  };
  const checked = await checkEach(files, { desk, known: knownOutside(desk), lookUp: lookedUp });
  // What was tried without a dictionary is not true for the next time.
  if (!hasDictionary) rmSync(cacheOf(desk), { recursive: true, force: true });
  const all = checked.flatMap(({ about }) => about ?? []);
  const { cards } = typed.length === 0 ? { cards: [] } : await loadScenarios(desk);
  const learning = files.learning.flatMap(checkLearningFile);
  const among = all.flatMap((one) => amongProblems(one, { all, others: cards }));
  return {
    files: files.scenarios.length + files.facts.length + files.learning.length,
    scenarios: all.length,
    hasDictionary,
    problems: [...checked.flatMap(({ problems }) => problems), ...learning, ...among]
      .map((problem) => ({ ...problem, severity: severityOf(problem) }))
      .toSorted(byPlace),
  };
}

interface Check {
  readonly desk: Pick<Desk, 'paths'>;
  readonly known: KnownOutside;
  readonly lookUp: LookUpWords;
}

/** What was found out of one file; it is kept, since most files are as they were the last time. */
interface CheckedFile {
  /** Null for facts, and for a scenario that cannot be read. */
  readonly about: ScenarioAbout | null;
  readonly problems: readonly ScenarioProblem[];
}

interface ScenarioAbout extends ScenarioInSet {
  /** The same in every language. */
  readonly shape: string;
}

function cacheOf({ paths }: Pick<Desk, 'paths'>): string {
  return join(paths.cache, 'practice-check');
}

/** Raise when files are checked otherwise. */
const FORM = 1;

async function checkEach({ scenarios, facts }: FilesToCheck, check: Check): Promise<CheckedFile[]> {
  const { paths } = check.desk;
  const program = join(paths.content, 'package.json');
  const lexicon = lexiconFolders(check.desk).flatMap((folder) => {
    return languages.flatMap((lang) => listFactsFiles(folder, lang));
  });
  const keep = (file: string, make: () => Promise<CheckedFile>) => {
    const copy = {
      folder: cacheOf(check.desk),
      name: sha256(resolve(file)).slice(0, 16),
      form: FORM,
    };
    const outside = { files: [program, file, ...lexicon], also: check.known.stamp };
    return readCompiled<CheckedFile>({ ...copy, ...outside }, make);
  };
  const checked: CheckedFile[] = [];
  for (const file of scenarios)
    checked.push(await keep(file, () => checkScenarioFile(file, check)));
  for (const file of facts) checked.push(await keep(file, () => checkFactsFile(file, check)));
  return checked;
}

/** The parsed text of a file is as large as many scenarios: it does not outlive its own check. */
async function checkScenarioFile(file: string, { known, lookUp }: Check): Promise<CheckedFile> {
  const { read, problems } = readForCheck(file);
  if (read === null) return { about: null, problems };
  const { scenario, isWhole, declared } = read;
  const { id, lang, langs, requires } = scenario;
  const found = [
    ...checkScenario(scenario, { ...known.of(lang), isWhole, declared }),
    ...misnamed(file, scenario),
    ...(await tried(scenario.facts, lookUp)),
  ];
  const placed = found.map(({ path, code, params }) => read.problem(path, code, params));
  const about = { file, id, lang, langs, requires, shape: shapeOf(scenario) };
  return { about, problems: [...problems, ...placed] };
}

async function checkFactsFile(file: string, { lookUp }: Check): Promise<CheckedFile> {
  const read = readFactsFile(file);
  if (!read.ok) return { about: null, problems: read.problem };
  const { facts, source } = read.value;
  const found = await tried(facts, lookUp);
  const placed = found.map(({ path, ...what }) => scenarioProblem(source, path, what));
  return { about: null, problems: placed };
}

/** Nothing depends on the name of a file, but whoever looks for a scenario goes by it. */
function misnamed(file: string, { id, lang }: Scenario): readonly Finding[] {
  const names = [`${id}.${lang}.scenario.yaml`, ...(lang === 'ru' ? [`${id}.scenario.yaml`] : [])];
  if (names.includes(basename(file).replace(/\.yml$/, '.yaml'))) return [];
  return [finding(['id'], 'file-named', { expected: names.at(-1) ?? '' })];
}

async function tried(facts: FactBook, lookUp: LookUpWords): Promise<readonly Finding[]> {
  if (facts.size === 0) return [];
  const texts = [...facts.values()].flatMap(({ examples }) => [...examples.pass, ...examples.fail]);
  return checkExamples(facts, (await lookUp(texts, facts)).words);
}

/** What does not fit between the files; only where something does not are they read once more. */
function amongProblems(
  one: ScenarioAbout,
  known: { readonly all: readonly ScenarioAbout[]; readonly others: readonly ScenarioCard[] },
): readonly ScenarioProblem[] {
  const found = [...checkAmong(one, known)];
  const original = known.all.find(({ file }) => file === originalOf(one, known.all)?.file);
  const isOther = original !== undefined && original.shape !== one.shape;
  if (found.length === 0 && !isOther) return [];
  const { read } = readForCheck(one.file);
  const first = isOther ? readForCheck(original.file).read : null;
  if (read === null) return [];
  if (first?.isWhole && read.isWhole) {
    found.push(
      ...checkLanguage(read.scenario, { scenario: first.scenario, file: original?.file ?? '' }),
    );
  }
  return found.map(({ path, code, params }) => read.problem(path, code, params));
}

function byPlace(a: ScenarioProblem, b: ScenarioProblem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
