import type { Language } from '../domain/vocabulary.ts';
import type { MessageParams } from '../util/user-error.ts';

/** Puts values into `{name}` places. A name without a value stays visible, so that it is noticed. */
export function fill(text: string, params: MessageParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

/** The form of a word for a count: Russian takes three (минута, минуты, минут), English two. */
export function plural(
  language: Language,
  n: number,
  forms: readonly [string, string, string],
): string {
  const rule = new Intl.PluralRules(language).select(n);
  if (language === 'en') return rule === 'one' ? forms[0] : forms[2];
  if (rule === 'one') return forms[0];
  return rule === 'many' ? forms[2] : forms[1];
}
