import type { ArticleHit } from '../../search/article/hit.ts';
import type { TextRange } from '../../search/match-excerpt.ts';

/** A hit as scripts read it. Offsets are half-open, in UTF-16 units of the title and whole text. */
export interface JsonHit {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly score: number;
  readonly snippet: string;
  readonly matches: readonly {
    readonly field: 'title' | 'body';
    readonly indices: readonly TextRange[];
  }[];
}

type Shown = Pick<
  ArticleHit,
  'id' | 'title' | 'kind' | 'score' | 'titleRanges' | 'bodyRanges' | 'passage'
>;

/** The part of a hit that every script gets. */
export function toJsonHit(hit: Shown): JsonHit {
  const { id, title, kind, score, titleRanges, bodyRanges, passage } = hit;
  const matches = [
    { field: 'title', indices: titleRanges },
    { field: 'body', indices: bodyRanges },
  ] as const;
  return {
    id,
    title,
    kind,
    score,
    snippet: passage?.text.trim() ?? '',
    matches: matches.filter(({ indices }) => indices.length > 0),
  };
}
