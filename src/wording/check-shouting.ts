import { findPatterns, withoutOverlaps } from './find-pattern.ts';
import { type Check, type Hit, type LintScene, limitOf } from './lint-scene.ts';
import type { TextRange } from './text-range.ts';

const WORD = /[\p{L}\p{N}_-]+/gu;

/** Capitals where calm letters would do, and piled-up marks (the patterns of the rule). */
export const findShouting: Check = (rule, scene) => {
  const { message, language } = scene;
  const marks = findPatterns(rule.patterns[language], {
    message,
    view: message.prose,
    isTimed: false,
  });
  const share = limitOf(rule, 'share', 0.6);
  const letters = limitOf(rule, 'letters', 20);
  const loud = loudParts(scene, { share, letters });
  return withoutOverlaps<Hit>([...loud, ...marks]);
};

interface Limits {
  readonly share: number;
  readonly letters: number;
}

/** The whole message when it is loud, else its loud sentences. */
function loudParts(scene: LintScene, limits: Limits): readonly TextRange[] {
  const { message } = scene;
  const all = { start: 0, end: message.text.length };
  const [first] = message.sentences;
  const last = message.sentences.at(-1);
  if (first && last && isLoud(scene, all, limits)) return [{ start: first.start, end: last.end }];
  return message.sentences.filter((sentence) => isLoud(scene, sentence, limits));
}

function isLoud({ message }: LintScene, range: TextRange, { share, letters }: Limits): boolean {
  const words = (message.prose.cased.slice(range.start, range.end).match(WORD) ?? []).filter(
    (word) => !/[\d_]/.test(word),
  );
  const all = words.join('').match(/\p{L}/gu)?.length ?? 0;
  const capitals = words.join('').match(/\p{Lu}/gu)?.length ?? 0;
  return all >= letters && capitals >= all * share && words.filter(isShouted).length >= 2;
}

/** Short names such as VPN, IMAP or HTTPS are written in capitals by everybody. */
function isShouted(word: string): boolean {
  if (!/^[\p{Lu}-]{4,}$/u.test(word)) return false;
  return /\p{Script=Cyrillic}/u.test(word) || (word.length > 4 && /[AEIOUY]/.test(word));
}
