import type { ContentSource } from '../domain/article.ts';
import type { Language } from '../domain/vocabulary.ts';
import { type BodyProblem, type BodyProblemCode, placeIn } from './template-problem.ts';

/** A text that several templates share: `parts/<id>.<lang>.md`. It has no actions of its own. */
export interface TemplatePart {
  readonly id: string;
  readonly lang: Language;
  readonly source: ContentSource;
  readonly file: string;
  readonly body: string;
}

/** The parts that may be used, and those that are there but broken. */
export interface PartShelf {
  readonly parts: readonly TemplatePart[];
  readonly broken: readonly TemplatePart[];
}

/** A body with its parts put in. */
export interface ExpandedBody {
  readonly body: string;
  readonly problems: readonly BodyProblem[];
  /** The place in the body as it was written; a place inside a part is that of its tag. */
  origin(offset: number): { readonly offset: number; readonly isInPart: boolean };
}

/** More than a screenful is no shared sentence any more. */
export const LONGEST_PART = 4_000;
const DEEPEST = 4;
/** In one body, those inside parts counted too: a few tags a level would be thousands of texts. */
const MOST_PARTS = 50;
const TAG = /\{%(-?)\s*render\b((?:"[^"]*"|'[^']*'|[^"'%]|%(?!\}))*?)(-?)%\}/g;
const NAME = /^\s*(["'])([a-z0-9][a-z0-9-]*)\1\s*$/;

interface Piece {
  /** Where the tag stands in the written text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Puts the texts of parts in the place of `{% render "id" %}`. A part may use parts, four deep and
 * never itself. A tag that cannot be followed stays out of the text and is a problem.
 */
export function expandParts(shelf: PartShelf, body: string, lang: Language): ExpandedBody {
  return expand({ shelf, lang, trail: [], budget: { left: MOST_PARTS } }, body);
}

interface Trail {
  readonly shelf: PartShelf;
  readonly lang: Language;
  /** The parts inside which this body stands. */
  readonly trail: readonly string[];
  readonly budget: { left: number };
}

function expand(within: Trail, body: string): ExpandedBody {
  const pieces: Piece[] = [];
  const problems: BodyProblem[] = [];
  for (const match of body.matchAll(TAG)) {
    const [tag, trimsLeft, name = '', trimsRight] = match;
    const put = partText(within, name);
    if (typeof put !== 'string') {
      problems.push({ ...placeIn(body, match.index), ...put });
    }
    const end = match.index + tag.length;
    const from = trimsLeft === '' ? match.index : body.slice(0, match.index).trimEnd().length;
    const to = trimsRight === '' ? end : body.length - body.slice(end).trimStart().length;
    pieces.push({ from, to, text: typeof put === 'string' ? put : '' });
  }
  return { ...join(body, pieces), problems };
}

type PartProblem = Pick<BodyProblem, 'code' | 'params'>;

function partText(within: Trail, name: string): string | PartProblem {
  const { shelf, lang, trail, budget } = within;
  const id = NAME.exec(name)?.[2];
  if (id === undefined) return problem('part-arguments', name.trim());
  if (trail.includes(id)) return problem('part-recursive', id);
  budget.left -= 1;
  if (trail.length >= DEEPEST || budget.left < 0) return problem('part-too-deep', id);
  const isIt = (part: TemplatePart) => part.id === id && part.lang === lang;
  const part =
    shelf.parts.find((one) => isIt(one) && one.source === 'overlay') ?? shelf.parts.find(isIt);
  if (part === undefined) {
    return shelf.broken.some(isIt)
      ? problem('part-broken', id)
      : { code: 'part-unknown', params: { part: id, known: knownIn(shelf, lang) } };
  }
  const inner = expand({ ...within, trail: [...trail, id] }, part.body);
  const [first] = inner.problems;
  if (first?.code === 'part-recursive' || first?.code === 'part-too-deep') {
    return problem(first.code, id);
  }
  return first ? problem('part-broken', id) : inner.body;
}

function problem(code: BodyProblemCode, part: string): PartProblem {
  return { code, params: { part } };
}

function knownIn({ parts }: PartShelf, lang: Language): string {
  const ids = parts.filter((part) => part.lang === lang).map(({ id }) => id);
  return [...new Set(ids)].join(', ') || '–';
}

function join(body: string, pieces: readonly Piece[]): Pick<ExpandedBody, 'body' | 'origin'> {
  let text = '';
  let from = 0;
  const spans: (Piece & { readonly start: number; readonly end: number })[] = [];
  for (const piece of pieces) {
    // The space that two tags both trim belongs to the first.
    text += body.slice(from, Math.max(from, piece.from));
    spans.push({ ...piece, start: text.length, end: text.length + piece.text.length });
    text += piece.text;
    from = piece.to;
  }
  const origin: ExpandedBody['origin'] = (offset) => {
    const inside = spans.find(({ start, end }) => start <= offset && offset < end);
    if (inside) return { offset: inside.from, isInPart: true };
    const before = spans.findLast(({ end }) => end <= offset);
    const shift = before ? before.to - before.end : 0;
    return { offset: offset + shift, isInPart: false };
  };
  return { body: text + body.slice(from), origin };
}
