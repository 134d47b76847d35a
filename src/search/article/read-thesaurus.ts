import { segmentText, segmentTokens } from '../segment.ts';
import type { Stemmer } from '../word.ts';
import { type Relation, relations, type Synonym, type ThesaurusData } from './thesaurus.ts';

const SIGNS: Readonly<Record<string, Relation>> = { '=': 'same', '>': 'means', '~': 'about' };
const ENTRY = /^([^=>~]+)([=>~])([^=>~]+)$/;
/** They come and go within a phrase; «не» and «без» stay, they turn its meaning round. */
const PASSED_OVER = new Set(
  'а в во для до за и из к ко ли на над о об от по под при про с со то у что the a an of on to in for at is'.split(
    ' ',
  ),
);
const MOST_SYNONYMS = 24;

/**
 * Reads lists of words, one entry a line: `a, b = c` for the same thing, `slang > term` for what is
 * meant, `symptom ~ topic` for what it is usually about; `#` begins a remark. A line of another
 * form is passed over: the lists of a desk are checked where they are loaded.
 */
export function readThesaurus(lists: readonly string[], stemmer: Stemmer): ThesaurusData {
  const single = new Map<string, Synonym[]>();
  const phrases = new Map<string, { tokens: readonly string[]; synonyms: Synonym[] }>();
  const forms = new Map<string, string>();
  const add = (left: Item, synonym: Synonym): void => {
    const text = left.tokens.join(' ');
    if (text === synonym.tokens.join(' ')) return;
    for (const [form, stem] of left.forms) forms.set(form, stem);
    if (left.tokens.length === 1) return push(single, text, synonym);
    const phrase = phrases.get(text) ?? { tokens: left.tokens, synonyms: [] };
    phrases.set(text, phrase);
    keepOnce(phrase.synonyms, synonym);
  };
  for (const line of lists.flatMap((list) => list.split('\n'))) {
    for (const { left, right, relation } of readEntry(line, stemmer)) {
      add(left, { relation, tokens: right.tokens, text: right.text });
      if (relation === 'same') add(right, { relation, tokens: left.tokens, text: left.text });
    }
  }
  return pack(single, phrases, forms);
}

/** A synonym stands behind dozens of phrases: written out each time it would be most of the data. */
function pack(
  single: ReadonlyMap<string, readonly Synonym[]>,
  phrases: ReadonlyMap<string, { readonly synonyms: readonly Synonym[] }>,
  forms: ReadonlyMap<string, string>,
): ThesaurusData {
  const synonyms: Synonym[] = [];
  const places = new Map<string, number>();
  const placeOf = (synonym: Synonym): number => {
    const key = `${synonym.relation} ${synonym.text}`;
    const known = places.get(key) ?? synonyms.length;
    if (known === synonyms.length) synonyms.push(synonym);
    places.set(key, known);
    return known;
  };
  return {
    single: [...single].map(([stem, all]) => [stem, all.map(placeOf)]),
    phrases: [...phrases].map(([tokens, one]) => [tokens, one.synonyms.map(placeOf)]),
    forms: [...forms],
    synonyms,
  };
}

interface Item {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly forms: ReadonlyMap<string, string>;
}

interface Pair {
  readonly left: Item;
  readonly right: Item;
  readonly relation: Relation;
}

function readEntry(line: string, stemmer: Stemmer): Pair[] {
  const [, left = '', sign = '', right = ''] =
    ENTRY.exec(line.replace(/\s#.*$|^\s*#.*$/, '')) ?? [];
  const relation = SIGNS[sign];
  if (relation === undefined) return [];
  const lefts = readItems(left, stemmer);
  const rights = readItems(right, stemmer);
  const across = lefts.flatMap((a) => rights.map((b) => ({ left: a, right: b, relation })));
  if (relation !== 'same') return across;
  // Of things that are the same everyone is every other's synonym.
  const beside = (items: readonly Item[]) =>
    items.flatMap((a, place) =>
      items.slice(place + 1).map((b) => ({ left: a, right: b, relation })),
    );
  return [...across, ...beside(lefts), ...beside(rights)];
}

function readItems(text: string, stemmer: Stemmer): Item[] {
  return text.split(',').flatMap((part) => {
    const item = part.trim().toLowerCase();
    const forms = new Map<string, string>();
    const all = [...segmentText(item)].flatMap((segment) => {
      const [token = ''] = segmentTokens(segment, stemmer);
      if (segment.kind === 'word') forms.set(segment.text.replaceAll('ё', 'е'), token);
      return token === '' ? [] : [token];
    });
    const tokens = all.filter((token) => !PASSED_OVER.has(token));
    return tokens.length === 0 ? [] : [{ text: item, tokens, forms }];
  });
}

function push(map: Map<string, Synonym[]>, key: string, synonym: Synonym): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [synonym]);
  else keepOnce(known, synonym);
}

function keepOnce(known: Synonym[], synonym: Synonym): void {
  const text = synonym.tokens.join(' ');
  const same = known.findIndex(({ tokens }) => tokens.join(' ') === text);
  if (same < 0) {
    if (known.length < MOST_SYNONYMS) known.push(synonym);
    return;
  }
  const older = known[same];
  if (older && relations.indexOf(synonym.relation) < relations.indexOf(older.relation)) {
    known[same] = synonym;
  }
}
