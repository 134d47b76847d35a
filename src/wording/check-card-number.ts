import { findPatterns } from './find-pattern.ts';
import type { Check } from './lint-scene.ts';
import { matchRange } from './text-range.ts';

const DIGITS = /(?<![\p{L}\p{N}._/-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}_/-]|[.,]\d)/gu;
/** The first digits of payment cards; other long numbers pass the sum by chance, one in ten. */
const CARD = /^(?:4|5[1-5]|2[2-7]|220[0-4]|3[47]|6(?:011|5|[0-9]))/;

/** Secrets by their form (the patterns of the rule) and numbers of payment cards. */
export const findSecrets: Check = (rule, { message, language }) => {
  const search = { message, view: message.own, isTimed: false };
  const cards = [...message.own.cased.matchAll(DIGITS)].filter(([text]) => {
    const digits = text.replace(/\D/g, '');
    return CARD.test(digits) && hasCheckDigit(digits);
  });
  return [...findPatterns(rule.patterns[language], search), ...cards.map(matchRange)];
};

/** Whether the sum of Luhn holds, as it does for the numbers of payment cards. */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
