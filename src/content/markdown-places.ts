import { type Place, placeOf, placesIn } from './article-problem.ts';

/** A text with parts of it blanked out: offsets, lines and columns stay those of the original. */
export interface MaskedMarkdown {
  /** Without the remarks of its authors. */
  readonly shown: string;
  /** Without remarks and without code. */
  readonly prose: string;
  /** Where a remark begins that is never closed; null when there is none. */
  readonly openComment: Place | null;
}

/** A link as it stands in the text: `[id]`, `[words](target)` or `![words](target)`. */
export interface PlacedLink {
  readonly target: string;
  readonly place: Place;
}

/** A heading and what stands below it. */
export interface PlacedHeading {
  readonly level: number;
  readonly text: string;
  readonly place: Place;
  /** Up to the next heading of its level or above. */
  readonly content: string;
}

/** Fenced code, a remark, a code span, a remark without an end: whichever begins first. */
const TOKENS =
  /(?<fence>^[ \t]*(?<mark>`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?(?:^[ \t]*\k<mark>[`~]*[ \t]*$|$(?![\s\S]))|$(?![\s\S])))|(?<remark><!--[\s\S]*?-->)|(?<span>(?<!`)(?<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)\k<ticks>(?!`))|(?<open><!--[\s\S]*)/gm;
const HEADING = /^ {0,3}(#{1,6})[ \t]+\S?.*$/gm;
const LINK = /(?<!\\)\[[^[\]]+\]\(([^()\s]+)\)/g;
/** A day such as [2026-11-20] is none. */
const REFERENCE = /(?<!\\)\[((?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)+)\](?!\()/g;

/** Blanks remarks and code out of Markdown. */
export function maskMarkdown(body: string): MaskedMarkdown {
  const tokens = [...body.matchAll(TOKENS)];
  const isRemark = ({ groups }: RegExpExecArray) => groups?.['remark'] !== undefined;
  const open = tokens.find(({ groups }) => groups?.['open'] !== undefined);
  return {
    shown: blankOut(body, tokens.filter(isRemark)),
    prose: blankOut(
      body,
      tokens.filter((token) => token !== open),
    ),
    openComment: open === undefined ? null : placeOf(body, open.index),
  };
}

/** The links of a text without code. */
export function linksOf(prose: string): PlacedLink[] {
  const placeAt = placesIn(prose);
  return [...prose.matchAll(LINK), ...prose.matchAll(REFERENCE)]
    .sort((a, b) => a.index - b.index)
    .map((match) => ({ target: match[1] ?? '', place: placeAt(match.index) }));
}

/** The headings of a text with what stands below each. */
export function headingsOf({ shown, prose }: MaskedMarkdown): PlacedHeading[] {
  const found = [...prose.matchAll(HEADING)].map((match) => {
    return { level: match[1]?.length ?? 1, start: match.index, end: match.index + match[0].length };
  });
  const placeAt = placesIn(shown);
  return found.map(({ level, start, end }, at) => {
    const next = found.slice(at + 1).find((other) => other.level <= level);
    // From the shown text: a heading may hold code.
    const text = shown.slice(start, end).replace(/^ *#+[ \t]*|[ \t]+#+[ \t]*$/g, '');
    return { level, text, place: placeAt(start), content: shown.slice(end, next?.start) };
  });
}

function blankOut(body: string, tokens: readonly RegExpExecArray[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { index, 0: token } of tokens) {
    parts.push(body.slice(done, index), token.replace(/[^\n]/g, ' '));
    done = index + token.length;
  }
  return parts.join('') + body.slice(done);
}
