import type { Scenario } from '../../content/scenario/scenario.ts';
import type { PracticeTuiTexts } from '../../i18n/practice-tui-texts.ts';
import type { FormValue } from '../../practice/run/run-event.ts';
import type { TranscriptLine } from '../../practice/run/run-state.ts';

/** What was done in a run by a form: its name, and its fields in their order, as the form had them. */
export function actionText(
  { step, text, values }: Pick<TranscriptLine, 'step' | 'text' | 'values'>,
  { steps, attachments }: Pick<Scenario, 'steps' | 'attachments'>,
  t: PracticeTuiTexts,
): string {
  const form = steps.get(step)?.actions.find(({ name }) => name === text)?.form;
  const fields = Object.entries(values ?? {}).map(([field, value]) => {
    const rule = form?.get(field);
    const shown = (one: string): string => {
      const option = rule?.options.find((each) => each.value === one);
      return option?.label ?? attachments.get(one)?.name ?? one;
    };
    return `${rule?.label ?? t.fieldName(field)}: ${valueText(value, shown, t)}`;
  });
  return [t.actionName(text), ...fields].join('\n');
}

function valueText(value: FormValue, shown: (one: string) => string, t: PracticeTuiTexts): string {
  if (typeof value === 'boolean') return t.yesNo(value);
  return Array.isArray(value)
    ? value.map((one) => shown(String(one))).join(', ')
    : shown(String(value));
}
