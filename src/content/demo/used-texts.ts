/** Keeps the texts of a desk different from each other. */
export interface UsedTexts {
  /** A text that nobody has said yet; `tell` gets the number of the attempt, from 0. */
  unique(tell: (attempt: number) => string): string;
  /** Takes all of these texts, or none when one of them was said before. */
  claim(texts: readonly string[]): boolean;
}

const maxAttempts = 40;

/** Makes an empty memory of texts. */
export function makeUsedTexts(): UsedTexts {
  const used = new Set<string>();
  return {
    unique(tell) {
      let text = '';
      for (let attempt = 0; attempt < maxAttempts; attempt++) {
        text = tell(attempt);
        const key = keyOf(text);
        if (used.has(key)) continue;
        used.add(key);
        return text;
      }
      // Only desks far bigger than the phrases were written for come here.
      const counted = `${text} (${used.size})`;
      used.add(keyOf(counted));
      return counted;
    },
    claim(texts) {
      const keys = texts.map(keyOf);
      if (keys.some((key) => used.has(key))) return false;
      for (const key of keys) used.add(key);
      return true;
    },
  };
}

/** Times are put in later and could coincide, so they do not make a difference. */
function keyOf(text: string): string {
  return text.replaceAll(/\{t(?:-\d+m)?\}/g, '{t}').toLowerCase();
}
