import type { DeskConfig } from '../../domain/desk-config.ts';
import type { PriorityMatrix } from '../../domain/kind-rule.ts';
import { priorityOf } from '../../domain/work/decide-rating.ts';
import type { PriorityRating } from '../../domain/work/work-command.ts';
import { type FormsTexts, formsTexts } from '../../i18n/forms-texts.ts';
import type { FormChoice, FormField, FormValues } from './form-state.ts';
import type { FormClock } from './form-values.ts';

/** The answers that stand there already. */
export interface KnownRating {
  readonly impact: string;
  readonly urgency: string;
  readonly isRequired: boolean;
}

const base = { hint: '', value: '', isRequired: false } as const;

/** The two questions that give a priority, and the way round them with a reason. */
export function ratingFields(
  config: Pick<DeskConfig, 'priorities'>,
  matrix: PriorityMatrix,
  known: KnownRating,
  { language }: FormClock,
): readonly FormField[] {
  const w = formsTexts(language).rating;
  const { impact, urgency, isRequired } = known;
  const { impacts, urgencies } = matrix;
  const named = (answers: PriorityMatrix['impacts']) =>
    answers.map(({ code, name }) => ({ id: code, label: name[language], detail: '' }));
  const priorities = config.priorities.map(({ code, name }) => {
    return { id: code, label: `${code} ${name[language]}`, detail: '' };
  });
  const means = (_: string, values: FormValues) => {
    const code = priorityOf(matrix, values['impact'] ?? '', values['urgency'] ?? '');
    const priority = priorities.find(({ id }) => id === code)?.label;
    return priority === undefined ? '' : w.means(priority);
  };
  const question = { ...base, type: 'choice', isRequired, explain: means } as const;
  return [
    { ...question, id: 'impact', label: w.impact, value: impact, choices: named(impacts) },
    { ...question, id: 'urgency', label: w.urgency, value: urgency, choices: named(urgencies) },
    ...overrideFields(w, priorities, means),
  ];
}

function overrideFields(
  w: FormsTexts['rating'],
  priorities: readonly FormChoice[],
  explain: NonNullable<FormField['explain']>,
): readonly FormField[] {
  return [
    {
      ...base,
      id: 'override',
      label: w.override,
      hint: w.overrideHint,
      type: 'choice',
      choices: [{ id: '', label: w.byAnswers, detail: '' }, ...priorities],
      isShown: ({ impact, urgency }) => Boolean(impact && urgency),
      explain,
    },
    {
      ...base,
      id: 'why',
      label: w.why,
      hint: w.whyHint,
      type: 'text',
      isRequired: true,
      isShown: ({ override }) => Boolean(override),
    },
  ];
}

/** The answers as a command takes them; null while they are not both there. */
export function ratingOf(values: FormValues): PriorityRating | null {
  const { impact = '', urgency = '', override = '', why = '' } = values;
  if (impact === '' || urgency === '') return null;
  const given = override === '' ? undefined : { priority: override, reason: why };
  return { impact, urgency, override: given };
}
