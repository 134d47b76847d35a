/** A name inside a sentence: its first letter small, unless an abbreviation begins with it. */
export function lowerInitial(name: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
