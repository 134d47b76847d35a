import { findPatterns, hasPattern } from './find-pattern.ts';
import { type Check, firstSentence, namedPatterns } from './lint-scene.ts';

/** «Подождите» that does not say how long; a message of the kind `hold` is one as a whole. */
export const findEndlessHold: Check = (rule, scene) => {
  const { message, language, options, isTimed } = scene;
  if (isTimed || hasPattern(namedPatterns(rule, 'minutes', language), message.prose)) return [];
  const search = { message, view: message.prose, isTimed };
  const found = findPatterns(rule.patterns[language], search);
  if (found.length > 0 || options.kind !== 'hold' || message.sentences.length === 0) return found;
  return [firstSentence(scene)];
};
