import type { Refusal } from '../domain/refusal.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { UserError } from '../util/user-error.ts';
import { errors as errorsEn } from './en/errors.ts';
import { nextSteps as nextStepsEn, refusals as refusalsEn } from './en/refusals.ts';
import { fill } from './fill.ts';
import { errors as errorsRu } from './ru/errors.ts';
import { nextSteps as nextStepsRu, refusals as refusalsRu } from './ru/refusals.ts';

export type ErrorCode = keyof typeof errorsEn;

/** The sentence for something the person can mend. */
export function describeError(error: UserError, language: Language): string {
  const texts: Readonly<Record<string, string>> = language === 'ru' ? errorsRu : errorsEn;
  return fill(texts[error.code] ?? `${error.code} ${JSON.stringify(error.params)}`, error.params);
}

/** The sentence for a refusal by a rule of the desk. */
export function describeRefusal(refusal: Refusal, language: Language): string {
  const texts = language === 'ru' ? refusalsRu : refusalsEn;
  return fill(texts[refusal.code], refusal.params);
}

/** What would help instead, in words. */
export function describeNextSteps(refusal: Refusal, language: Language): string[] {
  const texts = language === 'ru' ? nextStepsRu : nextStepsEn;
  return refusal.nextSteps.map((step) => texts[step]);
}
