import type { practiceFacts as en } from '../en/practice-facts.ts';

/** Что говорится о фактах текста. */
export const practiceFacts: typeof en = {
  none: 'ничего не найдено',
  stemsOnly:
    'Словари не загрузились: слова сравниваются по основам, часть форм не узнаётся. Проверьте: smena doctor',
};
