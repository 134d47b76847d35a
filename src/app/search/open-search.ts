import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listWordLists } from '../../content/word-lists.ts';
import { type ArticleEngine, createArticleEngine } from '../../search/article/article-search.ts';
import { readThesaurus } from '../../search/article/read-thesaurus.ts';
import type { ThesaurusData } from '../../search/article/thesaurus.ts';
import { createStemmer, type Stemmer } from '../../search/word.ts';
import { readCompiled } from '../desk/compiled-copy.ts';
import type { Desk } from '../desk/desk.ts';
import { articleSource } from './article-source.ts';

/** Raise when the form of the read lists changes. */
const FORM = 2;

/** The search over the articles of a desk. Reads the thesaurus; the index is in the store. */
export async function openSearch(desk: Desk): Promise<ArticleEngine> {
  const { articles, meanings, choices, paths } = desk;
  const files = [join(paths.content, 'kb'), join(paths.overlay, 'kb')].flatMap((folder) =>
    listWordLists(join(folder, 'thesaurus')),
  );
  const stemmer = createStemmer();
  // To stem ten thousand phrases takes longer than all the rest of opening a base.
  const copy = { folder: paths.cache, name: 'thesaurus', form: FORM, files };
  const words = await readCompiled(copy, async () => readLists(files, stemmer));
  return createArticleEngine(articleSource({ articles, meanings, choices }), words, stemmer);
}

/** The word lists of some files: a desk's own stand beside the shipped ones. */
export function readLists(files: readonly string[], stemmer: Stemmer): ThesaurusData {
  return readThesaurus(
    files.map((file) => readFileSync(file, 'utf8')),
    stemmer,
  );
}
