import { basename, join } from 'node:path';
import { listContentFiles } from '../../content/content-files.ts';
import { loadLexicon } from '../../content/lexicon/load-lexicon.ts';
import { type Language, languages } from '../../domain/vocabulary.ts';
import type { KnownNames } from '../../practice/check/check-names.ts';
import { lazy } from '../../util/lazy.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Desk } from '../desk/desk.ts';
import { lexiconFolders } from './load-scenarios.ts';

/** What scenarios may name besides their own parts: facts of the lexicon, articles. */
export interface KnownOutside {
  of(lang: Language): KnownNames;
  /** Another one as soon as the base has other articles. */
  readonly stamp: string;
}

/** What stands outside of the scenarios of a desk; the lexicon is read when it is asked for. */
export function knownOutside(desk: Pick<Desk, 'paths'>): KnownOutside {
  const articles = articleIds(desk);
  const read = (lang: Language) => {
    return lazy(() => new Set(loadLexicon(lexiconFolders(desk), lang).facts.keys()));
  };
  const facts = new Map(languages.map((lang) => [lang, read(lang)]));
  return {
    of: (lang) => ({
      facts: facts.get(lang)?.() ?? new Set(),
      hasArticle: (id) => articles.has(id),
    }),
    stamp: sha256([...articles].join('\n')),
  };
}

function articleIds({ paths }: Pick<Desk, 'paths'>): ReadonlySet<string> {
  const folders = [join(paths.content, 'kb'), join(paths.overlay, 'kb')];
  const files = folders.flatMap(listContentFiles);
  return new Set(files.map((file) => basename(file).replace(/\.[a-z]{2}\.md$/, '')));
}
