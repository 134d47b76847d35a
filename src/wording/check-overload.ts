import { findPatterns } from './find-pattern.ts';
import { type Check, type Hit, type LintScene, limitOf, namedPatterns } from './lint-scene.ts';
import { linesOf, matchRange, type TextRange } from './text-range.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'-]*/gu;
const NUMBERED = /^\s*\d{1,2}[.)]\s/;

/** More words or more requests than anybody reads to the end. Numbered steps are easy to follow. */
export const findOverload: Check = (rule, scene) => {
  const words = [...scene.message.prose.lower.matchAll(WORD)];
  const mostWords = limitOf(rule, 'words', 120);
  const beyond = words[mostWords];
  const last = words.at(-1);
  if (beyond && last) {
    const params = { count: String(words.length), most: String(mostWords) };
    return [{ start: beyond.index, end: matchRange(last).end, params }];
  }
  const mostRequests = limitOf(rule, 'requests', 3);
  const requests = requestsIn(scene, namedPatterns(rule, 'requests', scene.language));
  const extra = requests[mostRequests];
  return extra
    ? [{ ...extra, params: { count: String(requests.length), most: String(mostRequests) } }]
    : [];
};

function requestsIn(scene: LintScene, patterns: ReturnType<typeof namedPatterns>): readonly Hit[] {
  const { message } = scene;
  const steps = linesOf(message.text).filter(({ text }) => NUMBERED.test(text));
  const isStep = ({ start }: TextRange) =>
    steps.some((line) => line.start <= start && start < line.end);
  const asked = findPatterns(patterns, { message, view: message.prose, isTimed: false });
  const questions = message.sentences
    .filter(({ isQuestion }) => isQuestion)
    .filter(
      (sentence) => !asked.some(({ start }) => sentence.start <= start && start < sentence.end),
    );
  const all = [...asked, ...questions].filter((range) => !isStep(range));
  return all.map(({ start, end }) => ({ start, end })).toSorted((a, b) => a.start - b.start);
}
