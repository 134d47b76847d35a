import type { Language } from '../domain/vocabulary.ts';
import { queues as english } from './en/queues.ts';
import { queues as russian } from './ru/queues.ts';
import type { Shape } from './tui-texts.ts';

/** What queues and the filter line say, in one language. */
export type QueuesTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, QueuesTexts>> = {
  en: english,
  ru: russian satisfies QueuesTexts,
};

/** These words in a language. */
export function queuesTexts(language: Language): QueuesTexts {
  return catalogues[language];
}

/** A place of a filter line that was not understood, and what was probably meant. */
export interface FilterProblem {
  readonly kind: keyof QueuesTexts['problems'];
  readonly text: string;
  readonly suggestion: string | null;
}

/** The problem in words, with what was probably meant or an example. */
export function filterProblemText(problem: FilterProblem, language: Language): string {
  const t = queuesTexts(language);
  const { kind, text, suggestion } = problem;
  const said = t.problems[kind](text);
  if (suggestion === null) return said;
  const isExample = kind === 'bad-time' || kind === 'bad-number' || kind === 'not-compared';
  return `${said}; ${isExample ? t.example(suggestion) : t.perhaps(suggestion)}`;
}
