import { join } from 'node:path';
import type { DeskProblem } from '../../content/desk/desk-problem.ts';
import { ownFile } from '../../content/desk/own-file.ts';
import {
  attestationQuiz,
  examsOf,
  type LearningPath,
} from '../../content/learning/learning-path.ts';
import type { Channel, Language } from '../../domain/vocabulary.ts';
import { must } from '../../util/must.ts';
import type { Desk } from '../desk/desk.ts';

/** A learning path, and what is wrong with the desk's own file where the shipped one stands in. */
export interface ReadPath {
  readonly path: LearningPath;
  readonly problems: readonly DeskProblem[];
}

/** The learning path in force: the desk's own file, else the shipped one. */
export async function readLearningPath(
  desk: Pick<Desk, 'paths' | 'language'>,
  lang: Language = desk.language,
): Promise<ReadPath> {
  const { readPath } = await import('../../content/learning/read-path.ts');
  const name = `path.${lang}.yaml`;
  const own = ownFile(name, [ownLearningFolder(desk.paths)]);
  const read = own === null ? null : readPath(own, lang);
  if (read?.ok) return { path: read.value, problems: [] };
  const shipped = readPath(join(shippedLearningFolder(desk.paths), name), lang);
  const path = must(shipped.ok ? shipped.value : null, 'shipped learning path');
  return { path, problems: read?.problem ?? [] };
}

/** Where the desk's own path and questions stand. */
export function ownLearningFolder({ overlay }: Pick<Desk['paths'], 'overlay'>): string {
  return join(overlay, 'practice');
}

/** Where those that come with the program stand. */
export function shippedLearningFolder({ content }: Pick<Desk['paths'], 'content'>): string {
  return join(content, 'templates/practice');
}

/** The scenarios whose exams come before live tickets of a channel; none where the path has no gate. */
export async function gateOf(desk: Desk, channel: Channel): Promise<readonly string[]> {
  const { path } = await readLearningPath(desk);
  return path.signOffs.find((gate) => gate.channel === channel)?.scenarios ?? [];
}

/** What an attestation is made of. */
export interface AttestationNeeds {
  readonly title: string;
  readonly scenarioIds: readonly string[];
  readonly quizIds: readonly string[];
  /** Percent of right answers. */
  readonly quizPass: number;
}

/** What the path asks of an attestation: all its exams that there are, and its quiz. */
export async function attestationNeeds(
  desk: Desk,
  known: (scenarioId: string) => boolean,
): Promise<AttestationNeeds> {
  const { path } = await readLearningPath(desk);
  const quiz = attestationQuiz(path);
  return {
    title: path.title,
    scenarioIds: examsOf(path).filter(known),
    quizIds: quiz ? [quiz.id] : [],
    quizPass: quiz?.pass ?? 0,
  };
}
