/**
 * Patterns of wording are regular expressions over folded text (small letters, ё as е, one kind of
 * apostrophe and hyphen) with three shorthands: a space is any white space, `~` any Russian ending
 * or none, `@` any one word. They match whole words only: `\b` knows no Cyrillic.
 */
const ENDING =
  '(?:а|я|о|е|у|ю|ы|и|ь|й|ом|ем|ам|ям|ой|ей|ою|ею|ах|ях|ов|ев|ами|ями|ью|ый|ая|ое|ые|ого|ому|ым|' +
  'ых|ыми|ую|ий|яя|ее|ие|его|ему|им|их|ими|юю|ия|ию|ии|ием|иям|иях|иями|ией)?';
const WORD = "(?:[\\p{L}\\p{N}'-]{1,30})";
const SPACE = '(?:\\s{1,4})';
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';

/** A pattern written out as the source of a regular expression. */
export function expandPattern(source: string): string {
  let isClass = false;
  let expanded = '';
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === '\\') {
      expanded += char + source.charAt(at + 1);
      at += 1;
      continue;
    }
    if (char === '[') isClass = true;
    if (char === ']') isClass = false;
    expanded += isClass ? unaccented(char) : writtenOut(char);
  }
  return expanded;
}

function writtenOut(char: string): string {
  if (char === ' ') return SPACE;
  if (char === '~') return ENDING;
  if (char === '@') return WORD;
  return unaccented(char);
}

function unaccented(char: string): string {
  return char === 'ё' ? 'е' : char;
}

/** The expression of one or several patterns, whole words only. */
export function wordPattern(sources: readonly string[], flags = 'gu'): RegExp {
  return new RegExp(`${BEFORE}(?:${sources.map(expandPattern).join('|')})${AFTER}`, flags);
}

/** The expression of a pattern that may begin or end inside a word. */
export function barePattern(source: string): RegExp {
  return new RegExp(expandPattern(source), 'gu');
}

/** What stands right before a place; apply to the text up to it. */
export function endingPattern(source: string): RegExp {
  return new RegExp(`(?:^|${BEFORE})(?:${expandPattern(source)})[\\s,:"«(]*$`, 'u');
}

/** What follows right after a place; apply to the text from it. */
export function beginningPattern(source: string): RegExp {
  return new RegExp(`^[\\s,:"»)]*(?:${expandPattern(source)})`, 'u');
}
