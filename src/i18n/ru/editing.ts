/** Что говорится, пока правят текст. */
export const editing = {
  markSet: 'метка стоит: движение выделяет · Esc снять',
  selected: (n: number) => `выделено: ${n} · Ctrl+C копия · Ctrl+W вырезать · Esc`,
  copied: 'выделенный текст',
  nothingKilled: 'ещё ничего не вырезано: режут Ctrl+K, Ctrl+U и Ctrl+W',
  nothingToQuote: 'клиент здесь ещё ничего не написал, цитировать нечего',
};
