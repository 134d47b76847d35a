import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../domain/vocabulary.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { YamlSource } from '../content-problem.ts';
import type { DeskProblem } from '../desk/desk-problem.ts';
import { checkPart, parsePackSource, problemAtValue, readPackSource } from '../desk/pack-file.ts';
import { type QuizFileData, quizSchema } from './path-schema.ts';
import type { QuizBank, QuizQuestion } from './quiz-bank.ts';

/** The questions of one file. */
export interface QuizFile {
  readonly topic: string;
  readonly title: string;
  readonly questions: readonly QuizQuestion[];
}

export interface ReadBank {
  readonly bank: QuizBank;
  readonly problems: readonly DeskProblem[];
}

/**
 * Reads the bank of a language: `<topic>.<lang>.yaml` of each folder. A topic of an earlier folder
 * stands in for the same one of a later folder; a broken file keeps out only itself.
 */
export function readQuizBank(folders: readonly string[], lang: Language): ReadBank {
  const topics = new Map<string, string>();
  const questions: QuizQuestion[] = [];
  const problems: DeskProblem[] = [];
  const ids = new Set<string>();
  for (const file of folders.flatMap((folder) => quizFiles(folder, lang))) {
    const read = readQuizFile(file, ids);
    if (!read.ok) {
      problems.push(...read.problem);
      continue;
    }
    const { topic, title } = read.value;
    if (topics.has(topic)) continue;
    topics.set(topic, title);
    for (const question of read.value.questions) ids.add(question.id);
    questions.push(...read.value.questions);
  }
  return { bank: { lang, topics, questions }, problems };
}

/** Where the questions of a folder stand, in a fixed order; a folder that is not there has none. */
export function quizFiles(folder: string, lang: Language): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(`.${lang}.yaml`));
    return names.toSorted().map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** The questions of a text, or everything that is wrong with it. */
export function parseQuiz(file: string, text: string): Result<QuizFile, readonly DeskProblem[]> {
  const source = parsePackSource(file, text);
  return source.ok ? checked(source.value, new Set()) : source;
}

/** The questions of one file, or everything that is wrong with it; `taken` are ids of others. */
export function readQuizFile(
  file: string,
  taken: ReadonlySet<string> = new Set(),
): Result<QuizFile, readonly DeskProblem[]> {
  const source = readPackSource(file);
  return source.ok ? checked(source.value, taken) : source;
}

function checked(
  source: YamlSource,
  taken: ReadonlySet<string>,
): Result<QuizFile, readonly DeskProblem[]> {
  const data = checkPart(source, quizSchema);
  if (!data.ok) return data;
  const problems = wrongQuestions(source, data.value, taken);
  if (problems.length > 0) return fail(problems);
  const { topic, title, questions } = data.value;
  return ok({ topic, title, questions: questions.map((one) => toQuestion(one, topic)) });
}

function wrongQuestions(
  source: YamlSource,
  { questions }: QuizFileData,
  taken: ReadonlySet<string>,
): readonly DeskProblem[] {
  const seen = new Set(taken);
  return questions.flatMap(({ id, options }, at) => {
    const problems: DeskProblem[] = [];
    if (seen.has(id)) {
      problems.push(problemAtValue(source, ['questions', at, 'id'], 'code-twice', { value: id }));
    }
    seen.add(id);
    const right = options.filter((one) => one.right).length;
    // Without a right one nobody can answer it; without a wrong one nobody has to.
    if (right === 0 || right === options.length) {
      problems.push(problemAtValue(source, ['questions', at, 'options'], 'quiz-right'));
    }
    return problems;
  });
}

function toQuestion(
  { options, ...data }: QuizFileData['questions'][number],
  topic: string,
): QuizQuestion {
  return {
    ...data,
    topic,
    options: options.map(({ text, right }, at) => ({
      ...{ id: String.fromCharCode(97 + at), text, isRight: right },
    })),
  };
}
