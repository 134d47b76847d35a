import { indexColumns } from '../../domain/article.ts';
import type { ArticleSource } from './article-source.ts';

/** Where a token occurs: article numbers, ascending, and for each the columns as bits. */
export interface Posting {
  readonly docs: Uint32Array;
  readonly bits: Uint8Array;
}

/** Reads postings and remembers them until the base changes. */
export interface Postings {
  of(token: string, isPrefix?: boolean): Posting;
  /** Articles that hold all the tokens; a column counts where each of them stands in it. */
  ofAll(tokens: readonly string[]): Posting;
}

/** Some twenty megabytes. */
const MOST_ENTRIES = 4_000_000;
const NOTHING: Posting = { docs: new Uint32Array(0), bits: new Uint8Array(0) };

/** Postings of a source, kept for the words that were asked for. */
export function createPostings(source: PostingSource): Postings {
  const known = new Map<string, Posting>();
  let entries = 0;
  let version = source.version();
  let scratch = new Uint8Array(0);
  const read = (token: string, isPrefix: boolean): Posting => {
    const { last } = source.size();
    if (scratch.length <= last) scratch = new Uint8Array(last + 1);
    return readPosting(source, { token, isPrefix, scratch });
  };
  const of = (token: string, isPrefix = false): Posting => {
    const now = source.version();
    if (now !== version || entries > MOST_ENTRIES) {
      known.clear();
      entries = 0;
      version = now;
    }
    const key = isPrefix ? `${token}*` : token;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const posting = read(token, isPrefix);
    known.set(key, posting);
    entries += posting.docs.length + 16;
    return posting;
  };
  return {
    of,
    ofAll(tokens) {
      const [first = '', ...others] = tokens;
      return others.reduce((found, token) => intersect(found, of(token)), of(first));
    },
  };
}

type PostingSource = Pick<ArticleSource, 'version' | 'size' | 'find'>;

interface Wanted {
  readonly token: string;
  readonly isPrefix: boolean;
  /** One cell per article number, all zero. */
  readonly scratch: Uint8Array;
}

function readPosting(source: PostingSource, { token, isPrefix, scratch }: Wanted): Posting {
  if (token === '') return NOTHING;
  const lists = indexColumns.map((column) => source.find(column, token, isPrefix));
  let count = 0;
  for (const [column, list] of lists.entries()) {
    for (const doc of list) {
      if (scratch[doc] === 0) count += 1;
      scratch[doc] = (scratch[doc] ?? 0) | (1 << column);
    }
  }
  if (count === 0) return NOTHING;
  const docs = new Uint32Array(count);
  return finish(unique(lists, scratch, docs), scratch);
}

function unique(
  lists: readonly (readonly number[])[],
  scratch: Uint8Array,
  docs: Uint32Array,
): Uint32Array {
  let at = 0;
  for (const list of lists) {
    for (const doc of list) {
      const bits = scratch[doc] ?? 0;
      // The highest bit marks what has been taken over.
      if (bits & TAKEN) continue;
      scratch[doc] = bits | TAKEN;
      docs[at] = doc;
      at += 1;
    }
  }
  return docs.sort();
}

const TAKEN = 128;

function finish(docs: Uint32Array, scratch: Uint8Array): Posting {
  const bits = new Uint8Array(docs.length);
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] ?? 0;
    bits[at] = (scratch[doc] ?? 0) & ~TAKEN;
    scratch[doc] = 0;
  }
  return { docs, bits };
}

function intersect(a: Posting, b: Posting): Posting {
  const docs: number[] = [];
  const bits: number[] = [];
  let j = 0;
  for (let i = 0; i < a.docs.length; i += 1) {
    const doc = a.docs[i] ?? 0;
    while (j < b.docs.length && (b.docs[j] ?? 0) < doc) j += 1;
    if (b.docs[j] !== doc) continue;
    docs.push(doc);
    // Words that stand in different columns do not make the phrase: the article alone is known.
    bits.push((a.bits[i] ?? 0) & (b.bits[j] ?? 0));
  }
  return { docs: Uint32Array.from(docs), bits: Uint8Array.from(bits) };
}
