import type { Language } from '../domain/vocabulary.ts';
import { actionTitles as english } from './en/actions.ts';
import { actionTitles as russian } from './ru/actions.ts';

export type ActionTitleKey = keyof typeof english;

/** The name of an action in a language. */
export function actionTitle(key: ActionTitleKey, language: Language): string {
  return language === 'ru' ? russian[key] : english[key];
}
