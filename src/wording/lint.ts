import type { CheckName } from '../content/wording.ts';
import { findSecrets } from './check-card-number.ts';
import { findUnconfirmedClosing } from './check-closing.ts';
import { findCopiedArticle } from './check-copied-article.ts';
import { findDiscourtesy } from './check-courtesy.ts';
import { findEndlessHold } from './check-hold.ts';
import { findJargon } from './check-jargon.ts';
import { findLeaks } from './check-leaks.ts';
import { findOverload } from './check-overload.ts';
import { findMissingReason } from './check-reason.ts';
import { findShouting } from './check-shouting.ts';
import type { CompiledRule } from './compile-rules.ts';
import { findPatterns } from './find-pattern.ts';
import type { Finding, LintOptions } from './finding.ts';
import type { Check, Hit, LintScene } from './lint-scene.ts';
import { languageOf, readMessage } from './message-text.ts';
import { namesTime } from './named-time.ts';
import type { Wording } from './wording.ts';

const CHECKS: Readonly<Record<CheckName, Check>> = {
  jargon: findJargon,
  shouting: findShouting,
  'copied-article': findCopiedArticle,
  overload: findOverload,
  courtesy: findDiscourtesy,
  'no-reason': findMissingReason,
  leak: findLeaks,
  'hold-without-minutes': findEndlessHold,
  'unconfirmed-closing': findUnconfirmedClosing,
  'card-number': findSecrets,
  // Needs a dictionary, and its answer takes a while: see `spellingFindings`.
  spelling: () => [],
};

/** All that the rules find in a message, in text order. Offsets are those of the text as given. */
export function lint(text: string, options: LintOptions, wording: Wording): readonly Finding[] {
  const scene = openScene(text, options, wording);
  const findings = wording.rules
    .filter((rule) => isMeant(rule, options))
    .flatMap((rule) => hitsOf(rule, scene).map((hit) => toFinding(rule, hit, scene)));
  return findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** A message read and ready for its rules. */
export function openScene(text: string, options: LintOptions, wording: Wording): LintScene {
  const message = readMessage(text);
  const language = options.language ?? languageOf(message, options.reader);
  return { message, language, options, wording, isTimed: namesTime(message, options.promises) };
}

/** Whether a rule is about messages of this audience, channel and occasion. */
export function isMeant({ data }: CompiledRule, { audience, channel, kind }: LintOptions): boolean {
  if (audience === 'internal' && data.audience !== 'any') return false;
  if (data.channels && !data.channels.includes(channel)) return false;
  return !data.kinds || (kind !== null && data.kinds.includes(kind));
}

function hitsOf(rule: CompiledRule, scene: LintScene): readonly Hit[] {
  const { data, patterns } = rule;
  const { message, isTimed, language } = scene;
  if (data.unlessTime && isTimed) return [];
  if (data.check) return CHECKS[data.check](rule, scene);
  const view = data.seesCode ? message.own : message.prose;
  return findPatterns(patterns[language], { message, view, isTimed });
}

/** Puts what was found into words. */
export function toFinding({ data }: CompiledRule, hit: Hit, scene: LintScene): Finding {
  const { start, end, params = {} } = hit;
  const { options, language, message } = scene;
  const severity = (options.kind !== null && data.severityIn?.[options.kind]) || data.severity;
  return {
    rule: data.id,
    severity,
    start,
    end,
    text: message.text.slice(start, end),
    suggestion: put((hit.suggestion ?? data.suggestion)[language], params),
    message: put((hit.message ?? data.message)[options.reader], params),
    isAbsolute: data.absolute === true || hit.isAbsolute === true,
  };
}

function put(sentence: string, params: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}
