import type { Language } from '../domain/vocabulary.ts';
import type { cli } from '../i18n/en/cli.ts';

/** Words for one command: what it does, its arguments and the options it does not share. */
export interface CommandTexts {
  readonly about: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, string>>;
}

/** The words of the command line in one language. */
export type CliTexts = Omit<typeof cli, 'commands' | 'options' | 'globals'> & {
  readonly commands: Readonly<Record<string, CommandTexts>>;
  readonly options: Readonly<Record<string, string>>;
  readonly globals: Readonly<Record<string, string>>;
};

/** Loads one language only: a command that prints JSON needs none. */
export async function loadCliTexts(language: Language): Promise<CliTexts> {
  return language === 'ru'
    ? (await import('../i18n/ru/cli.ts')).cli
    : (await import('../i18n/en/cli.ts')).cli;
}
