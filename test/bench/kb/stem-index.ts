import Database from 'better-sqlite3';
import snowball from 'snowball-stemmers';
import type { CorpusArticle } from './corpus.ts';

/** Another way to search the same articles: ids, best first. */
export interface Peer {
  readonly name: string;
  readonly find: (query: string) => readonly string[];
}

/** How many answers every engine gives. */
export const SHOWN = 20;

const SCHEMA = `
  CREATE VIRTUAL TABLE stems USING fts5 (
    title, tags, body, content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
  );
  INSERT INTO stems (stems, rank) VALUES ('rank', 'bm25(12.0, 5.0, 1.0)');
`;

/**
 * What one gets from FTS5 without further thought: Snowball stems in memory, bm25 that prefers
 * titles, the last word also as a beginning. Words are joined by OR, or by AND and by OR when that
 * finds nothing.
 */
export function stemIndex(articles: Iterable<CorpusArticle>): {
  readonly any: Peer;
  readonly all: Peer;
} {
  const wordsOf = createReader();
  const database = new Database(':memory:');
  database.exec(SCHEMA);
  const insert = database.prepare(
    'INSERT INTO stems (rowid, title, tags, body) VALUES (?, ?, ?, ?)',
  );
  const ids: string[] = [];
  const stems = (text: string) =>
    wordsOf(text)
      .map(({ stem }) => stem)
      .join(' ');
  database.transaction(() => {
    for (const { id, title, tags, body } of articles) {
      insert.run(ids.push(id), stems(title), stems(tags.join(' ')), stems(body));
    }
  })();
  const select = database.prepare(
    `SELECT rowid FROM stems WHERE stems MATCH ? ORDER BY rank LIMIT ${SHOWN}`,
  );
  const match = (terms: readonly string[], joint: string): string[] => {
    if (terms.length === 0) return [];
    // Plucked rows of this statement are numbers.
    const rows = select.pluck().all(terms.join(joint)) as number[];
    return rows.map((row) => ids[row - 1] ?? '');
  };
  const termsOf = (query: string) => {
    return wordsOf(query).map(({ word, stem }, place, { length }) => {
      return place === length - 1 ? `("${stem}" OR "${word}" *)` : `"${stem}"`;
    });
  };
  const any = (query: string) => match(termsOf(query), ' OR ');
  const all = (query: string) => {
    const found = match(termsOf(query), ' AND ');
    return found.length > 0 ? found : any(query);
  };
  return { any: { name: 'FTS5 or', find: any }, all: { name: 'FTS5 and', find: all } };
}

interface Word {
  readonly word: string;
  readonly stem: string;
}

function createReader(): (text: string) => readonly Word[] {
  const russian = snowball.newStemmer('russian');
  const english = snowball.newStemmer('english');
  const known = new Map<string, Word>();
  const read = (word: string): Word => {
    let found = known.get(word);
    if (found === undefined) {
      found = { word, stem: (/[а-я]/.test(word) ? russian : english).stem(word) };
      known.set(word, found);
    }
    return found;
  };
  return (text) => {
    const words =
      text
        .toLowerCase()
        .replaceAll('ё', 'е')
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.map(read);
  };
}
