/** Puts texts in the same order on every machine, whatever its language: by their code units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
