import { withoutOverlaps } from './find-pattern.ts';
import type { NamePattern } from './internal-names.ts';
import type { Check, LintScene } from './lint-scene.ts';
import { namedPatterns } from './lint-scene.ts';
import { fold } from './message-text.ts';
import { matchRange, type TextRange } from './text-range.ts';

/** Names that the desk listed as internal. Who the message goes to, and who signs it, may stand in it. */
export const findLeaks: Check = (rule, scene) => {
  const { message, wording, language } = scene;
  const introductions = namedPatterns(rule, 'introductions', language);
  const signatures = namedPatterns(rule, 'signatures', language);
  const signature = firstPlace(
    signatures.map(({ find }) => find),
    message.own.lower,
  );
  const hits = wording.names
    .filter((name) => !isAddressee(name, scene))
    .flatMap((name) => {
      const text = name.isCased ? message.own.cased : message.own.lower;
      return [...text.matchAll(name.find)].map(matchRange).filter((range) => {
        if (!isOfPerson(name, range, scene)) return true;
        return range.start < signature && !isIntroduced(range, introductions, scene);
      });
    });
  return withoutOverlaps(hits);
};

/** The customer's own name, in any part of it, is no secret to the customer. */
function isAddressee({ kind, name }: NamePattern, { options }: LintScene): boolean {
  if (options.customer === null || kind === 'host' || kind === 'login') return false;
  const own = lettersOf(options.customer);
  const listed = lettersOf(name);
  return own !== '' && listed !== '' && (own.includes(listed) || listed.includes(own));
}

/** A login with a capital letter is the name that it was made of: «I'm Oleg» is no leak of `oleg`. */
function isOfPerson({ kind }: NamePattern, { start }: TextRange, { message }: LintScene): boolean {
  return kind === 'person' || (kind === 'login' && /^\p{Lu}/u.test(message.own.cased.slice(start)));
}

function lettersOf(name: string): string {
  return fold(name)
    .lower.replace(/(?<!\p{L})(?:ооо|оао|пао|зао|ао|ип|llc|ltd|inc|gmbh)(?!\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function firstPlace(patterns: readonly RegExp[], text: string): number {
  const places = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index }) => index),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...places);
}

/** «Здравствуйте, Пётр Сидоров» and «меня зовут Анна Ким» name who talks to whom. */
function isIntroduced(
  { start }: TextRange,
  patterns: ReturnType<typeof namedPatterns>,
  { message }: LintScene,
): boolean {
  const before = message.own.lower.slice(Math.max(0, start - 60), start);
  return patterns.some(({ find }) => {
    const last = [...before.matchAll(find)].at(-1);
    return last !== undefined && /^[\s,:–—-]{0,4}$/.test(before.slice(matchRange(last).end));
  });
}
