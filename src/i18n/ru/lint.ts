import type { lint as english } from '../en/lint.ts';

/** What `smena lint` says beside its table. */
export const lint = {
  nothing: 'Замечаний нет.',
  promise: 'обещано: {text} → {at}',
  blocked: 'В таком виде отправлять нельзя.',
  notJson: 'Строка {line} — не объект JSON.',
  noText: 'Строка {line}: нет «text», или это не текст.',
  wordAdded: 'Слово «{word}» записано: теперь оно не описка.',
  wrongValue: 'Строка {line}: «{field}» не принимает «{value}». Можно: {known}.',
} satisfies typeof english;
