/** What is said while a text is being edited. */
export const editing = {
  markSet: 'mark set: moving selects · Esc drops it',
  selected: (n: number) => `selected: ${n} · Ctrl+C copy · Ctrl+W cut · Esc`,
  copied: 'the selected text',
  nothingKilled: 'nothing was cut out yet: Ctrl+K, Ctrl+U and Ctrl+W cut',
  nothingToQuote: 'the customer has written nothing here that could be quoted',
};
