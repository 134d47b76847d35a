import type { ReadQuery } from './article-query.ts';
import type { Lexicon } from './lexicon.ts';

const SHORTEST = 4;

/** For a query that found nothing: its words as the base has them; null when none is near. */
export function suggestQuery({ terms }: ReadQuery, lexicon: Lexicon): string | null {
  let isChanged = false;
  const words = terms.map(({ typed, alternatives }) => {
    if (alternatives.length > 0) return alternatives[0]?.text ?? typed;
    const word = typed.toLowerCase();
    if (word.length < SHORTEST) return null;
    const [near] = lexicon.near(word, word.length < 8 ? 2 : 3);
    if (near === undefined) return null;
    isChanged = true;
    return near.form;
  });
  return isChanged ? words.filter((word) => word !== null).join(' ') : null;
}
