import { findPatterns, hasPattern } from './find-pattern.ts';
import { type Check, namedPatterns } from './lint-scene.ts';

/** The first instruction of a message that nowhere says what it is for. */
export const findMissingReason: Check = (rule, scene) => {
  const { message, language } = scene;
  if (hasPattern(namedPatterns(rule, 'reasons', language), message.prose)) return [];
  const search = { message, view: message.prose, isTimed: false };
  return findPatterns(namedPatterns(rule, 'instructions', language), search).slice(0, 1);
};
