import type { Language } from '../domain/vocabulary.ts';
import { deliveryReasons as reasonsEn, deliveryStates as statesEn } from './en/delivery.ts';
import { deliveryReasons as reasonsRu, deliveryStates as statesRu } from './ru/delivery.ts';

/** Where a letter is, and why, in words; never «sent» for one that has not left. */
export function describeDelivery(
  delivery: { readonly state: keyof typeof statesEn; readonly reason: string | null },
  language: Language,
): string {
  const state = (language === 'ru' ? statesRu : statesEn)[delivery.state];
  if (delivery.reason === null) return state;
  return `${state}: ${describeDeliveryReason(delivery.reason, language)}`;
}

/** Why a letter did not leave. Besides our own codes a reason may be the words of a mail server. */
export function describeDeliveryReason(reason: string, language: Language): string {
  const known: Readonly<Record<string, string>> = language === 'ru' ? reasonsRu : reasonsEn;
  return known[reason] ?? reason;
}
