import type { Language } from '../domain/vocabulary.ts';
import { tui as english } from './en/tui.ts';
import { tui as russian } from './ru/tui.ts';

/** A catalogue whose strings may differ and whose shape may not. */
export type Shape<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Shape<T[Key]>;
};

/** Everything the screens say, in one language. */
export type TuiTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, TuiTexts>> = {
  en: english,
  ru: russian satisfies TuiTexts,
};

/** The screens' words in a language. */
export function tuiTexts(language: Language): TuiTexts {
  return catalogues[language];
}
