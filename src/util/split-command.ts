/**
 * Splits a command line into words as a shell does: quotes and backslashes, but no variables,
 * no globs and no operators. Null when a quote is left open.
 */
export function splitCommand(line: string): string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (quote === "'") {
      if (char === quote) quote = null;
      else word += char;
    } else if (char === '\\' && (quote === null || /["\\$`]/.test(line.charAt(i + 1)))) {
      i += 1;
      word = (word ?? '') + line.charAt(i);
    } else if (quote !== null) {
      if (char === quote) quote = null;
      else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? '') + char;
    }
  }
  if (quote !== null) return null;
  return word === null ? words : [...words, word];
}
