import type { Channel, Language } from '../../domain/vocabulary.ts';

interface ItemBase {
  /** Stable: progress is kept by it. */
  readonly id: string;
  /** Null for a scenario that goes by its own title. */
  readonly title: string | null;
  /** Items that come first, by id. */
  readonly requires: readonly string[];
}

/** Something to read: an article of the base, or a card of how we do not talk. */
export interface LessonItem extends ItemBase {
  readonly kind: 'lesson';
  readonly article: string | null;
  readonly card: string | null;
}

/** Questions of the bank on some topics. */
export interface QuizItem extends ItemBase {
  readonly kind: 'quiz';
  readonly topics: readonly string[];
  readonly count: number;
  /** Share of right answers that passes, in percent. */
  readonly pass: number;
  /** Of an attestation: there is one attempt, and mentors see each answer. */
  readonly isAttestation: boolean;
}

export interface ScenarioItem extends ItemBase {
  readonly kind: 'scenario';
  readonly scenario: string;
  readonly mode: 'practice' | 'exam';
}

export type PathItem = LessonItem | QuizItem | ScenarioItem;

export interface PathDay {
  readonly day: number;
  readonly title: string;
  readonly items: readonly PathItem[];
}

/** The exams that somebody has to have passed before live tickets of a channel come. */
export interface ChannelGate {
  readonly channel: Channel;
  /** Scenarios, by id. */
  readonly scenarios: readonly string[];
}

/** How somebody new learns, day by day. */
export interface LearningPath {
  readonly lang: Language;
  readonly title: string;
  readonly days: readonly PathDay[];
  readonly signOffs: readonly ChannelGate[];
  readonly file: string;
}

/** All items of a path, in their order. */
export function itemsOf(path: Pick<LearningPath, 'days'>): readonly PathItem[] {
  return path.days.flatMap(({ items }) => items);
}

/** The scenarios whose exams the path asks for, each once, in their order. */
export function examsOf(path: Pick<LearningPath, 'days'>): readonly string[] {
  const exams = itemsOf(path).flatMap((item) =>
    item.kind === 'scenario' && item.mode === 'exam' ? [item.scenario] : [],
  );
  return [...new Set(exams)];
}

/** The quiz of the attestation; null where the path has none. */
export function attestationQuiz(path: Pick<LearningPath, 'days'>): QuizItem | null {
  const isAsked = (item: PathItem): item is QuizItem => item.kind === 'quiz' && item.isAttestation;
  return itemsOf(path).find(isAsked) ?? null;
}
