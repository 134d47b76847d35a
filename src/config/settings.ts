import type { Language } from '../domain/vocabulary.ts';

/** What one person set for this workstation. Everything has a default; see `defaultSettings`. */
export interface Settings {
  readonly language: Language | null;
  /** Login of the person who works here; null before the welcome screen. */
  readonly person: string | null;
  readonly theme: 'auto' | 'default' | 'light' | 'dark' | 'mono';
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly keyboard: { readonly layouts: readonly string[]; readonly escapeDelayMs: number };
  readonly deliver: {
    /** A program that takes a letter on standard input, e.g. "sendmail -t" or "msmtp -t". */
    readonly command: string | null;
    /** smtp://user:password@host:port or smtps://… */
    readonly smtp: string | null;
    /** The From address; the desk's address when null. */
    readonly from: string | null;
  };
  /** Seconds a public reply can be taken back; null takes the desk's window. */
  readonly undoSeconds: number | null;
  readonly notify: 'auto' | 'bell' | 'osc9' | 'osc777' | 'off';
  readonly preview: boolean;
}

/** The settings of a workstation nobody has configured. */
export const defaultSettings: Settings = {
  language: null,
  person: null,
  theme: 'auto',
  keys: {},
  keyboard: { layouts: ['us', 'ru'], escapeDelayMs: 50 },
  deliver: { command: null, smtp: null, from: null },
  undoSeconds: null,
  notify: 'auto',
  preview: true,
};
