import type { Refusal } from '../domain/refusal.ts';
import type { BlockerPlace } from '../domain/shift/blocking.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { MissingItem } from '../domain/work/missing.ts';
import type { UserError } from '../util/user-error.ts';
import { channels as channelsEn } from './en/channels.ts';
import { errors as errorsEn } from './en/errors.ts';
import { permissions as permissionsEn } from './en/permissions.ts';
import {
  blockers as blockersEn,
  missing as missingEn,
  nextSteps as nextStepsEn,
  refusals as refusalsEn,
} from './en/refusals.ts';
import { fill } from './fill.ts';
import { channels as channelsRu } from './ru/channels.ts';
import { errors as errorsRu } from './ru/errors.ts';
import { permissions as permissionsRu } from './ru/permissions.ts';
import {
  blockers as blockersRu,
  missing as missingRu,
  nextSteps as nextStepsRu,
  refusals as refusalsRu,
} from './ru/refusals.ts';

/** The sentence for something the person can mend. */
export function describeError(error: UserError, language: Language): string {
  const texts: Readonly<Record<string, string>> = language === 'ru' ? errorsRu : errorsEn;
  return fill(texts[error.code] ?? `${error.code} ${JSON.stringify(error.params)}`, error.params);
}

/** The sentence for a refusal by a rule of the desk. */
export function describeRefusal(refusal: Refusal, language: Language): string {
  const texts = language === 'ru' ? refusalsRu : refusalsEn;
  const { params, names = {}, words = {}, missing = [], blockers = [] } = refusal;
  const named = Object.entries(names).map(([key, name]) => [key, name[language]]);
  const worded = Object.entries(words).map(([key, codes]) => [key, inWords(codes, language)]);
  const lists = Object.fromEntries([...named, ...worded]);
  // The sentence has a full stop of its own.
  const list = describeMissing(missing, language).join('; ').replace(/\.$/, '');
  const standing = describeBlockers(blockers, language);
  return fill(texts[refusal.code], { ...params, ...lists, missing: list, blockers: standing });
}

/** The sentence behind a code of a refusal or an error; null where the code is neither. */
export function sentenceOf(code: string, language: Language): string | null {
  const texts: Readonly<Record<string, string>> =
    language === 'ru' ? { ...errorsRu, ...refusalsRu } : { ...errorsEn, ...refusalsEn };
  return Object.hasOwn(texts, code) ? (texts[code] ?? null) : null;
}

/** What the interface calls rights, roles and channels, as a list. */
function inWords(codes: readonly string[], language: Language): string {
  const { what, who, nobody } = language === 'ru' ? permissionsRu : permissionsEn;
  const channels = language === 'ru' ? channelsRu : channelsEn;
  const texts: Readonly<Record<string, string>> = { ...what, ...who, ...channels };
  return codes.map((code) => texts[code] ?? code).join(', ') || nobody;
}

/** What has to be there first, in words: a name of the desk, or what somebody must have done. */
export function describeMissing(missing: readonly MissingItem[], language: Language): string[] {
  const texts = language === 'ru' ? missingRu : missingEn;
  return missing.map(({ type, name }) => fill(texts[type], { name: name?.[language] ?? '' }));
}

/** What stands in the way of a hand-over, each kind with all its tickets. */
function describeBlockers(blockers: readonly BlockerPlace[], language: Language): string {
  const texts = language === 'ru' ? blockersRu : blockersEn;
  const perCode = [...Map.groupBy(blockers, ({ code }) => code)];
  const told = perCode.map(([code, places]) => {
    const numbers = places.flatMap(({ ticket }) => ticket || []).join(', ');
    return numbers === '' ? texts[code] : `${texts[code]}: ${numbers}`;
  });
  return told.join('; ');
}

/** One thing that keeps a shift from being handed over, with its ticket. */
export function describeBlocker({ code, ticket }: BlockerPlace, language: Language): string {
  const words = (language === 'ru' ? blockersRu : blockersEn)[code];
  return ticket === '' ? words : `${ticket}: ${words}`;
}

/** What would help instead, in words. */
export function describeNextSteps(refusal: Refusal, language: Language): string[] {
  const texts = language === 'ru' ? nextStepsRu : nextStepsEn;
  return refusal.nextSteps.map((step) => texts[step]);
}
