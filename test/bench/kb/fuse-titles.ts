import Fuse from 'fuse.js';
import type { CorpusArticle } from './corpus.ts';
import { type Peer, SHOWN } from './stem-index.ts';

/** fuse.js over the titles, as small lists are commonly searched. */
export function fuseTitles(articles: Iterable<CorpusArticle>): Peer {
  const titles = Array.from(articles, ({ id, title }) => ({ id, title }));
  const fuse = new Fuse(titles, { keys: ['title'], threshold: 0.4, ignoreLocation: true });
  const find = (query: string) => fuse.search(query, { limit: SHOWN }).map(({ item }) => item.id);
  return { name: 'fuse', find };
}
