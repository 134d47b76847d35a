import { findPatterns, hasPattern } from './find-pattern.ts';
import { type Check, lastSentence, namedPatterns } from './lint-scene.ts';

/** A ticket closed although the customer neither confirmed anything nor is asked to. */
export const findUnconfirmedClosing: Check = (rule, scene) => {
  const { message, language, options } = scene;
  if (message.sentences.length === 0) return [];
  if (hasPattern(namedPatterns(rule, 'confirmed', language), message.prose)) return [];
  const search = { message, view: message.prose, isTimed: false };
  const found = findPatterns(rule.patterns[language], search);
  if (found.length > 0) return found.slice(0, 1);
  return options.kind === 'close' ? [lastSentence(scene)] : [];
};
