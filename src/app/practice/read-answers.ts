import type { Scenario } from '../../content/scenario/scenario.ts';
import type { Expected } from '../../practice/run/expected.ts';
import type { MisfitCode } from '../../practice/run/misfit.ts';
import type { FormValue } from '../../practice/run/run-event.ts';
import type { RunState } from '../../practice/run/run-state.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { PracticeAnswer } from './practice-session.ts';

/** Why a line is no answer of the run; the sentence of its code stands in `i18n/`. */
export interface AnswerProblem {
  readonly code: AnswerProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What can be wrong with a line of answers. */
export type AnswerProblemCode =
  | MisfitCode
  | 'not-json'
  | 'answer-unknown'
  | 'answers-two'
  | 'keys-unknown'
  | 'text-missing'
  | 'text-too-long'
  | 'wait-wrong'
  | 'no-wait-here'
  | 'no-open-here'
  | 'no-note-here'
  | 'open-what'
  | 'article-unknown'
  | 'form-wrong'
  | 'field-twice'
  | 'fields-unknown'
  | 'field-wrong';

/** Where an answer meets its run: ids and places are read against what is shown there. */
export interface AnswerScene {
  readonly scenario: Scenario;
  readonly state: RunState;
  readonly takes: Expected;
}

type Read = Result<PracticeAnswer, AnswerProblem>;
type Fields = Readonly<Record<string, unknown>>;

/** More is no reply; looking through it would only cost time. */
const LONGEST_TEXT = 20_000;
const LONGEST_SHOWN = 100;
const LONGEST_WAIT_MS = 366 * 86_400_000;
const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const KINDS = ['choice', 'reply', 'action', 'wait'] as const;
const ACTION_KEYS: Readonly<Record<string, readonly string[]>> = {
  open: ['attachment', 'article'],
  note: ['text'],
  hint: [],
  retry: [],
};

/** Reads one line of a file of answers against the step that it answers. */
export function readAnswer(line: string, scene: AnswerScene): Read {
  const { state, takes } = scene;
  if (takes.isOver) return wrong(state.ending === null ? 'run-stuck' : 'run-over');
  const given = parsed(line);
  if (given === null) return wrong('not-json');
  const kinds = KINDS.filter((kind) => Object.hasOwn(given, kind));
  const [kind] = kinds;
  if (kind === undefined) return wrong('answer-unknown', { keys: Object.keys(given).join(', ') });
  if (kinds.length > 1) return wrong('answers-two', { keys: kinds.join(', ') });
  if (kind === 'action') return readAction(given, scene);
  const extra = Object.keys(given).filter((key) => key !== kind);
  if (extra.length > 0) return wrong('keys-unknown', { keys: extra.join(', ') });
  if (kind === 'reply') return readText(given[kind], 'replied');
  return kind === 'wait' ? readWait(given[kind], scene) : readChoice(given[kind], scene);
}

function parsed(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    // What JSON holds is looked at field by field below.
    return isMap(value) ? value : null;
  } catch {
    return null;
  }
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(value: unknown, type: 'replied' | 'noted'): Read {
  if (typeof value !== 'string' || value.trim() === '') return wrong('text-missing');
  if (value.length > LONGEST_TEXT) return wrong('text-too-long', { most: LONGEST_TEXT });
  return ok({ type, text: value });
}

function readWait(value: unknown, { takes }: AnswerScene): Read {
  const [, count = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(shown(value).trim()) ?? [];
  const ms = Number(count) * (UNITS[unit] ?? 0);
  if (unit === '' || ms > LONGEST_WAIT_MS) return wrong('wait-wrong', { value: shown(value) });
  return takes.wait ? ok({ type: 'waited', ms }) : wrong('no-wait-here');
}

/** By the place that is shown, from 1, or by its id. */
function readChoice(value: unknown, { takes }: AnswerScene): Read {
  if (takes.choices.length === 0) return wrong('no-choice-here');
  const choice = takes.choices.find(({ position, id }) => value === position || value === id);
  return choice === undefined
    ? wrong('choice-unknown', { value: shown(value) })
    : ok({ type: 'chose', choiceId: choice.id });
}

function readAction(given: Fields, scene: AnswerScene): Read {
  const { action: name, ...rest } = given;
  if (typeof name !== 'string') return wrong('action-unknown', { value: shown(name) });
  if (scene.takes.actions.some((action) => action.name === name)) {
    return readForm(name, rest, scene);
  }
  const known = Object.hasOwn(ACTION_KEYS, name) ? ACTION_KEYS[name] : undefined;
  if (known === undefined) return wrong('action-unknown', { value: name });
  const extra = Object.keys(rest).filter((key) => !known.includes(key));
  if (extra.length > 0) return wrong('keys-unknown', { keys: extra.join(', ') });
  if (name === 'open') return readOpen(rest, scene);
  if (name === 'hint') return ok({ type: 'hinted' });
  if (name === 'retry') return ok({ type: 'retried' });
  if (!scene.takes.note) return wrong('no-note-here');
  return readText(rest['text'], 'noted');
}

function readOpen({ attachment, article }: Fields, { scenario, state, takes }: AnswerScene): Read {
  if ((attachment === undefined) === (article === undefined)) return wrong('open-what');
  if (!takes.open) return wrong('no-open-here');
  if (attachment !== undefined) {
    const id = state.attachments.find((one) => {
      return one === attachment || scenario.attachments.get(one)?.name === attachment;
    });
    const known = state.attachments.join(', ') || '—';
    if (id !== undefined) return ok({ type: 'opened', attachment: id });
    return wrong('attachment-unknown', { value: shown(attachment), known });
  }
  const articles = articlesOf(scenario);
  const id = articles.find((one) => one === article);
  if (id !== undefined) return ok({ type: 'opened', article: id });
  const known = articles.join(', ') || '—';
  return wrong('article-unknown', { value: shown(article), known });
}

function articlesOf({ articles, ownArticles, steps }: Scenario): readonly string[] {
  const asked = [...steps.values()].flatMap(({ open }) =>
    open.flatMap(({ article }) => article ?? []),
  );
  return [...new Set([...articles, ...ownArticles.keys(), ...asked])];
}

/** Fields stand beside the name or in `form`; both are one. */
function readForm(name: string, { form, ...beside }: Fields, { takes }: AnswerScene): Read {
  const within = form ?? {};
  if (!isMap(within)) return wrong('form-wrong');
  const twice = Object.keys(beside).filter((key) => Object.hasOwn(within, key));
  if (twice.length > 0) return wrong('field-twice', { keys: twice.join(', ') });
  const all = { ...beside, ...within };
  const fields = takes.actions.find((action) => action.name === name)?.fields ?? [];
  const known = fields.map((field) => field.name);
  const extra = Object.keys(all).filter((key) => !known.includes(key));
  if (extra.length > 0) {
    return wrong('fields-unknown', { keys: extra.join(', '), known: known.join(', ') });
  }
  const values: Record<string, FormValue> = {};
  for (const [key, value] of Object.entries(all)) {
    if (value === null) continue;
    if (!isFormValue(value)) return wrong('field-wrong', { value: key });
    values[key] = value;
  }
  return ok({ type: 'acted', name, values });
}

function isFormValue(value: unknown): value is FormValue {
  if (Array.isArray(value)) return value.length <= 100 && value.every(isShortText);
  return typeof value === 'number' || typeof value === 'boolean' || isShortText(value);
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

/** A value as it is named in a sentence. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return String(value).slice(0, LONGEST_SHOWN);
}

function wrong(code: AnswerProblemCode, params: AnswerProblem['params'] = {}): Read {
  return fail({ code, params });
}
