import type { Choice, FieldRule } from '../../content/scenario/answer.ts';
import type { Step } from '../../content/scenario/scenario.ts';

/** What a good colleague does at a step, to be read beside one's own answer. */
export type StepReference =
  | { readonly type: 'reply'; readonly text: string }
  | { readonly type: 'choice'; readonly id: string; readonly text: string }
  | {
      readonly type: 'form';
      readonly action: string;
      readonly fields: readonly { readonly name: string; readonly value: string }[];
    };

/** The reference of a step: its own words, the way that gives most, or what its form expects. */
export function chosenReference(step: Step): StepReference | null {
  if (step.reference !== null) return { type: 'reply', text: step.reference };
  const best = bestChoice(step.choices);
  if (best !== null) return { type: 'choice', id: best.id, text: best.text };
  const action = step.actions[0];
  if (action === undefined) return null;
  const fields = [...action.form].flatMap(([name, rule]) => {
    const value = expectedValue(rule);
    return value === null ? [] : [{ name, value }];
  });
  return { type: 'form', action: action.name, fields };
}

function bestChoice(choices: readonly Choice[]): Choice | null {
  return choices.reduce<Choice | null>((best, choice) => {
    return best === null || worth(choice) > worth(best) ? choice : best;
  }, null);
}

/** Points first; among equals the one that spoils nothing. */
function worth({ points, mood, critical, why }: Choice): number {
  const given = points.reduce((sum, one) => sum + one.points, 0);
  return given * 100 + mood * 10 - (why === null ? 0 : 1) - (critical === null ? 0 : 10_000);
}

function expectedValue({ equals, oneOf, contains, includes }: FieldRule): string | null {
  if (equals !== null) return String(equals);
  if (oneOf[0] !== undefined) return String(oneOf[0]);
  if (contains !== null) return contains;
  return includes.length > 0 ? includes.join(', ') : null;
}
