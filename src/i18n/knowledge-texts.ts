import type { Language } from '../domain/vocabulary.ts';
import { knowledge as english } from './en/knowledge.ts';
import { knowledge as russian } from './ru/knowledge.ts';
import type { Shape } from './tui-texts.ts';

/** What the knowledge tab says beside its lists, in one language. */
export type KnowledgeTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, KnowledgeTexts>> = {
  en: english,
  ru: russian satisfies KnowledgeTexts,
};

/** These words in a language. */
export function knowledgeTexts(language: Language): KnowledgeTexts {
  return catalogues[language];
}
