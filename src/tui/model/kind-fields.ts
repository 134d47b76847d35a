import type { FieldRule } from '../../domain/kind-rule.ts';
import { parseLength, writeLength } from '../../domain/length-phrase.ts';
import type { TicketKind } from '../../domain/vocabulary.ts';
import { arrivalOf, legsOf, missedBy, readLegs } from '../../domain/work/legs.ts';
import { readWindow, type VisitWindow, windowOf } from '../../domain/work/visit-window.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { createTimeText } from '../present/time-text.ts';
import type { FormField, FormFieldType, FormValues } from './form-state.ts';
import { type FormClock, momentText } from './form-values.ts';

/** What a field of a kind is asked with. */
export interface AskedRule {
  readonly kind: TicketKind;
  readonly rule: FieldRule;
  /** The rules beside it: it may depend on one of them. */
  readonly rules: readonly FieldRule[];
  /** As it is stored; null while nothing is known. */
  readonly stored: string | null;
  /** What is known of what the form does not ask; null for what nobody knows. */
  readonly known: (code: string) => string | null;
  readonly isRequired: boolean;
  /** Said beside the hint of the desk. */
  readonly hint: string;
  /** Names of people, for a field that takes one. */
  readonly people: readonly string[];
}

const types: Readonly<Record<FieldRule['type'], FormFieldType>> = {
  text: 'text',
  'long-text': 'long-text',
  choice: 'choice',
  'yes-no': 'yes-no',
  number: 'number',
  time: 'moment',
  duration: 'duration',
  person: 'search',
  window: 'text',
  legs: 'long-text',
};

/** The id that a field of a kind has in a form, told apart from the form's own and other kinds'. */
export function detailId(kind: TicketKind, code: string): string {
  return `${kind}.${code}`;
}

/** A field of a kind as a form asks it. */
export function fieldOfRule(asked: AskedRule, clock: FormClock): FormField {
  const { rule, isRequired, people } = asked;
  const { language } = clock;
  const choices = rule.choices.map(({ code, name }) => {
    return { id: code, label: name[language], detail: '' };
  });
  return {
    id: detailId(asked.kind, rule.code),
    label: rule.name[language],
    hint: hintOf(asked, clock),
    // A choice among nothing can only be written.
    type: rule.type === 'choice' && choices.length === 0 ? 'text' : types[rule.type],
    value: asked.stored === null ? '' : shownStored(rule, asked.stored, clock),
    isRequired,
    choices,
    ...(rule.type === 'person' ? { find: (text) => peopleLike(people, text) } : {}),
    isShown: (values) => isAsked(asked, values),
    ...visitParts(asked, clock),
  };
}

function hintOf({ rule, hint }: AskedRule, { language }: FormClock): string {
  const w = formsTexts(language).kind;
  const form = { window: w.windowHint, legs: w.legsHint } as const;
  const own =
    rule.hint?.[language] ?? (rule.type in form ? form[rule.type as keyof typeof form] : '');
  return [own, hint].filter(Boolean).join(' · ');
}

/** Asked only while the field that it depends on says so. */
function isAsked({ kind, rule, rules, known }: AskedRule, values: FormValues): boolean {
  const { when } = rule;
  if (when === null) return true;
  const isInForm = rules.some(({ code }) => code === when.field);
  const typed = isInForm ? (values[detailId(kind, when.field)] ?? '') : '';
  return when.is.includes(typed || (known(when.field) ?? ''));
}

function peopleLike(people: readonly string[], text: string) {
  const wanted = text.trim().toLowerCase();
  const found = people.filter((name) => name.toLowerCase().includes(wanted)).slice(0, 5);
  return [...found, text.trim()].map((name) => ({ id: name, label: name, detail: '' }));
}

/** What is stored, in the terms of a form: a window and legs as they are written by hand. */
function shownStored(rule: FieldRule, stored: string, clock: FormClock): string {
  if (rule.type === 'duration') return String(parseLength(stored) ?? '');
  if (rule.type === 'window') return windowText(windowOf(stored), clock) ?? stored;
  if (rule.type !== 'legs') return stored;
  const lines = legsOf(stored).map(({ name, ms, arrivesAt }) => {
    const when = arrivesAt === undefined ? writeLength(ms) : momentText(arrivesAt, clock.timeZone);
    return `${name} = ${when}`;
  });
  return lines.join('\n');
}

function windowText(window: VisitWindow | null, { timeZone }: FormClock): string | null {
  if (window === null) return null;
  return `${momentText(window.from, timeZone)} – ${momentText(window.to, timeZone)}`;
}

/** A window and the way there: what they mean, and whether the way takes too long. */
function visitParts(
  asked: AskedRule,
  clock: FormClock,
): Pick<FormField, 'explain' | 'check' | 'warn'> {
  const { kind, rule, rules } = asked;
  const w = formsTexts(clock.language).kind;
  const time = createTimeText(clock.timeZone, clock.language);
  if (rule.type === 'window') {
    return {
      check: (value) => (readWindow(value, clock) === null ? w.windowHint : null),
      explain: (text) => {
        const window = windowOf(readWindow(text, clock));
        if (window === null) return '';
        return `= ${time.at(window.from, clock.now)} – ${time.at(window.to, clock.now)}`;
      },
    };
  }
  if (rule.type !== 'legs') return {};
  const windowCode = rules.find(({ type }) => type === 'window')?.code ?? '';
  return {
    check: (value) => (readLegs(value, clock) === null ? w.legsHint : null),
    explain: (text) => {
      const arrival = arrivalOf(legsOf(readLegs(text, clock)), clock.now);
      return arrival === null ? '' : w.arrives(time.at(arrival, clock.now));
    },
    warn: (values) => {
      const legs = legsOf(readLegs(values[detailId(kind, rule.code)] ?? '', clock));
      const window = windowOf(readWindow(values[detailId(kind, windowCode)] ?? '', clock));
      const late = missedBy(legs, window, clock.now);
      return late === null ? '' : w.misses(time.exactly(late));
    },
  };
}

/** What a form says about a field of a kind, as a command takes it. */
export function typedDetail({ type }: FieldRule, value: string): string {
  return type === 'duration' && value !== '' ? writeLength(Number(value)) : value;
}
