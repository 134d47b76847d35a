/** A text as names and words are compared: letter case, ё and the space around it aside. */
export function foldText(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е');
}
