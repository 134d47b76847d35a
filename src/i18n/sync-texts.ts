import type { Language } from '../domain/vocabulary.ts';
import type { sync } from './en/sync.ts';

/** The words about the exchange with a server in one language. */
export type SyncTexts = typeof sync;

/** Loads the words of one language. */
export async function loadSyncTexts(language: Language): Promise<SyncTexts> {
  return language === 'ru'
    ? (await import('./ru/sync.ts')).sync
    : (await import('./en/sync.ts')).sync;
}
