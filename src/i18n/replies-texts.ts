import type { Language } from '../domain/vocabulary.ts';
import { replies as english } from './en/replies.ts';
import { replies as russian } from './ru/replies.ts';
import type { Shape } from './tui-texts.ts';

/** Finding and using scripted replies, in one language. */
export type RepliesTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, RepliesTexts>> = {
  en: english,
  ru: russian satisfies RepliesTexts,
};

/** These words in a language. */
export function repliesTexts(language: Language): RepliesTexts {
  return catalogues[language];
}
