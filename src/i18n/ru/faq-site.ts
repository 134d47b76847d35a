import type { faqSite as english } from '../en/faq-site.ts';

/** What the site of public articles says. */
export const faqSite = {
  title: 'Вопросы и ответы',
  language: 'Русский',
  skip: 'Сразу к тексту',
  languages: 'Языки',
  search: 'Что случилось?',
  find: 'Найти',
  found: 'Нашлось: {count}',
  nothing: 'Ничего не нашлось. Попробуйте одно слово: «пароль» или «принтер».',
  all: 'Все вопросы',
  other: 'Другие вопросы',
  byTag: 'По словам',
  empty: 'Статей здесь пока нет.',
  related: 'Смотрите также',
  source: 'Источник: {source}. Лицензия: {licence}.',
} satisfies typeof english;
