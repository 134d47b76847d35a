const PIECE = /\\[pP]\{\w+\}|\\.|\(\?<\w+>|\(\?-i:(?<cased>(?:\\.|[^()])*)\)|\[\^?|\]|[\s\S]/gu;

/**
 * An expression that takes its letters in either case, but for what stands in `(?-i:…)`; to be used
 * without the flag `i`. V8 finds other matches of such an expression with the flag once it has
 * compiled it, and a score must not depend on how often a text was looked at.
 */
export function anyCase(source: string): string {
  let isClass = false;
  return source.replace(PIECE, (piece: string, cased: string | undefined) => {
    if (cased !== undefined) return `(?:${cased})`;
    if (piece.startsWith('[')) isClass = true;
    if (piece === ']') isClass = false;
    if (!/^\p{L}$/u.test(piece)) return piece;
    const both = piece.toLowerCase() + piece.toUpperCase();
    return isClass ? both : `[${both}]`;
  });
}
