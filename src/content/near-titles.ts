/** Something with a title. */
interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Share of common words from which two titles are taken for one. */
const NEAR = 0.8;

/**
 * Pairs of items whose titles say the same, each item with the earliest it is like. Items with one id
 * are never compared.
 */
export function nearTitles<Item extends Titled>(
  items: readonly Item[],
): readonly { readonly item: Item; readonly like: Item }[] {
  const known = items.map((item) => ({ item, words: wordsOf(item.title) }));
  const counts = new Map<string, number>();
  for (const { words } of known) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const byWord = new Map<string, (typeof known)[number][]>();
  const pairs: { readonly item: Item; readonly like: Item }[] = [];
  for (const entry of known) {
    const candidates = new Set<(typeof known)[number]>();
    for (const word of rarest(entry.words, counts)) {
      const holders = byWord.get(word) ?? [];
      for (const holder of holders) candidates.add(holder);
      holders.push(entry);
      byWord.set(word, holders);
    }
    const like = [...candidates].find(
      ({ item, words }) => item.id !== entry.item.id && likeness(words, entry.words) >= NEAR,
    );
    if (like !== undefined) pairs.push({ item: entry.item, like: like.item });
  }
  return pairs;
}

function wordsOf(title: string): ReadonlySet<string> {
  const text = title.toLowerCase().replaceAll('ё', 'е');
  return new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** As many of the rarest words as two near titles cannot but have one of in common. */
function rarest(words: ReadonlySet<string>, counts: ReadonlyMap<string, number>): string[] {
  const sorted = [...words].sort(
    (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1),
  );
  return sorted.slice(0, words.size - Math.ceil(NEAR * words.size) + 1);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = a.intersection(b).size;
  return common / (a.size + b.size - common);
}
