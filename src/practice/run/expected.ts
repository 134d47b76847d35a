import type { FieldRule } from '../../content/scenario/answer.ts';
import type { Scenario, Step } from '../../content/scenario/scenario.ts';
import type { RunState } from './run-state.ts';

/** A way of going on as it is shown; its place counts from 1. */
export interface ShownChoice {
  readonly position: number;
  readonly id: string;
  readonly text: string;
}

/** Something that can be done with the ticket, with the fields of its form in their order. */
export interface ShownAction {
  readonly name: string;
  readonly fields: readonly ShownField[];
}

/** A field of a form; what it is judged by is not shown. */
export interface ShownField {
  readonly name: string;
  readonly label: string | null;
  readonly options: FieldRule['options'];
  readonly isRequired: boolean;
  readonly type: 'text' | 'yes-no' | 'list';
}

/** What a run takes where it stands. */
export interface Expected {
  readonly step: string;
  readonly isOver: boolean;
  readonly reply: boolean;
  readonly choices: readonly ShownChoice[];
  readonly actions: readonly ShownAction[];
  /** Opening, waiting and a note are offered by the step; the screens take them at any time. */
  readonly open: boolean;
  readonly wait: boolean;
  readonly note: boolean;
  /** There is a further hint. */
  readonly hint: boolean;
  readonly retry: boolean;
  /** Prepared events that whoever runs the drill may let happen, by their place. */
  readonly injections: readonly number[];
}

/** After so many replies that led nowhere, practice offers ways of going on. */
const MISSES_BEFORE_HELP = 2;

/** What the run takes now, in the order it is shown. */
export function expected(scenario: Scenario, state: RunState): Expected {
  const step = scenario.steps.get(state.step);
  const isOver = state.ending !== null || state.isStuck;
  if (step === undefined || isOver) return { ...nothing, step: state.step, isOver };
  const isPractice = state.setup.mode === 'practice';
  return {
    step: step.id,
    isOver,
    reply: step.reply !== null,
    choices: shownChoices(step, state).map(({ id, text }, index) => {
      return { position: index + 1, id, text };
    }),
    actions: step.actions.map(({ name, form }) => ({ name, fields: [...form].map(shownField) })),
    open: step.allow.includes('open') || step.open.length > 0,
    wait: step.allow.includes('wait'),
    note: step.allow.includes('note'),
    hint: isPractice && nextHint(scenario, state) !== null,
    retry: isPractice && state.before !== null,
    injections: step.inject.flatMap(({ isByLead }, index) => {
      const key = `${step.id}/inject/${index}`;
      return isByLead && !state.happened.includes(key) ? [index] : [];
    }),
  };
}

const nothing: Expected = {
  step: '',
  isOver: false,
  reply: false,
  choices: [],
  actions: [],
  open: false,
  wait: false,
  note: false,
  hint: false,
  retry: false,
  injections: [],
};

/** Beside a free reply, choices are help for those who did not find the words. */
function shownChoices(step: Step, state: RunState): Step['choices'] {
  return step.reply === null || isHelped(state) ? step.choices : [];
}

/** Whether practice has begun to help at this step. */
export function isHelped({ setup, misses }: RunState): boolean {
  return setup.mode === 'practice' && misses >= MISSES_BEFORE_HELP;
}

/** The hint that comes next at this step; null when there is none left. */
export function nextHint(scenario: Scenario, state: RunState): string | null {
  const step = scenario.steps.get(state.step);
  if (step === undefined) return null;
  const taken = Object.hasOwn(state.hints, step.id) ? (state.hints[step.id] ?? 0) : 0;
  const given = step.choices.length === 0 && isHelped(state) ? state.misses - 1 : 0;
  return step.hints[taken + given] ?? null;
}

function shownField([name, rule]: readonly [string, FieldRule]): ShownField {
  const { label, options, isRequired } = rule;
  return { name, label, options, isRequired, type: typeOf(rule) };
}

function typeOf({ equals, includes }: FieldRule): ShownField['type'] {
  if (includes.length > 0) return 'list';
  return typeof equals === 'boolean' ? 'yes-no' : 'text';
}
