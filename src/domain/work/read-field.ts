import { foldText } from '../../util/fold-text.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { FieldRule, FieldType } from '../kind-rule.ts';
import { parseLength, writeLength } from '../length-phrase.ts';
import { parseMoment } from '../moment-phrase.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { TimePhraseContext } from '../time-phrase.ts';
import type { LocalName } from '../vocabulary.ts';
import { readLegs } from './legs.ts';
import { readWindow } from './visit-window.ts';

const LONGEST_TEXT = 200;
const LONGEST_LONG_TEXT = 20_000;

/**
 * What was typed into a field, as it is stored: a code of a choice, an instant in UTC, `1h30m`. What
 * is stored reads as itself, so that a server decides the same as the desk that was offline.
 */
export function readField(
  rule: FieldRule,
  typed: string,
  context: TimePhraseContext,
): Result<string, Refusal> {
  const text = typed.trim();
  if (text === '') return fail({ ...refusal('field-empty'), names: { name: rule.name } });
  const most = rule.type === 'long-text' ? LONGEST_LONG_TEXT : LONGEST_TEXT;
  if (rule.type !== 'legs' && text.length > most) {
    return fail({ ...refusal('field-too-long', [], { most }), names: { name: rule.name } });
  }
  const value = readers[rule.type](text, context, rule);
  return value === null ? fail(wrongValue(rule, text)) : ok(value);
}

type Reader = (text: string, context: TimePhraseContext, rule: FieldRule) => string | null;

const readers: Readonly<Record<FieldType, Reader>> = {
  text: (text) => text.replace(/\s+/g, ' '),
  'long-text': (text) => text,
  person: (text) => text.replace(/\s+/g, ' '),
  choice: (text, _, { choices }) => choiceOf(text, choices),
  'yes-no': (text) => yesOrNo(text),
  number: (text) => numberOf(text),
  time: (text, context) => {
    const at = parseMoment(text, context);
    return at === null ? null : isoOf(at);
  },
  duration: (text) => {
    const ms = parseLength(text);
    return ms === null ? null : writeLength(ms);
  },
  window: (text, context) => readWindow(text, context),
  legs: (text, context) => readLegs(text, context),
};

function choiceOf(text: string, choices: FieldRule['choices']): string | null {
  const wanted = foldText(text);
  const found = choices.find(({ code, name }) =>
    [code, name.ru, name.en].some((word) => foldText(word) === wanted),
  );
  return found?.code ?? null;
}

function yesOrNo(text: string): string | null {
  if (/^(?:да|yes|y|true|1|\+)$/i.test(text)) return 'yes';
  return /^(?:нет|no|n|false|0|-|−)$/i.test(text) ? 'no' : null;
}

function numberOf(text: string): string | null {
  if (!/^[-−+]?\d{1,15}(?:[.,]\d{1,6})?$/.test(text)) return null;
  return String(Number(text.replace('−', '-').replace(',', '.')));
}

function isoOf(at: number): string | null {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function wrongValue({ type, name, choices }: FieldRule, value: string): Refusal {
  const known: LocalName = {
    ru: choices.map((choice) => choice.name.ru).join(', '),
    en: choices.map((choice) => choice.name.en).join(', '),
  };
  const checked = type === 'text' || type === 'long-text' || type === 'person' ? null : type;
  const code = checked === null ? 'field-empty' : (`field-not-${checked}` as const);
  return { ...refusal(code, ['details'], { value }), names: { name, known } };
}
