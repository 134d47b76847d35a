import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import type { ShownAction, ShownField } from '../../../practice/run/expected.ts';
import type { FormValue } from '../../../practice/run/run-event.ts';
import { wrap } from '../../../util/text-layout.ts';
import { toSafe } from '../../../util/to-safe.ts';
import { type Line, span, word } from '../../present/line.ts';
import { openForm } from '../form-model.ts';
import type { FormChoice, FormField, FormValues } from '../form-state.ts';
import type { Ui } from '../ui.ts';

/** Names of fields that need some sentences. */
const LONG = new Set(['symptom', 'done', 'ruledOut', 'ask', 'note', 'summary', 'reason', 'record']);

/** The fields below need their room. */
const MOST_TASK = 9;

/** Opens the form of an action as the scenario has it; `back` follows when it was handed in or left. */
export function openActionForm(ui: Ui, action: ShownAction, back: () => void): void {
  const { language } = ui.store.get();
  const t = practiceTuiTexts(language);
  const main = ui.practice?.mainTicket() ?? null;
  openForm(ui, {
    id: `practice-${action.name}`,
    title: t.actionTitle(t.actionName(action.name)),
    intro: () => taskLines(ui),
    submitTitle: t.actionSubmit,
    fields: action.fields.flatMap((field) => fieldsOf(ui, field)),
    ticketId: main,
    back,
    submit: async (values) => {
      const taken = await ui.practice?.play({
        type: 'acted',
        name: action.name,
        values: valuesOf(action, values),
      });
      return taken ? null : { problem: ui.store.get().toast?.text ?? '', fieldId: null };
    },
  });
}

/** What the step said stays in sight while its form is filled in. */
function taskLines(ui: Ui): readonly Line[] {
  const { run, columns } = ui.store.get();
  if (!run) return [];
  const { transcript, step } = run.state;
  const told = transcript.findLast((line) => line.from === 'narrator' && line.what === 'message');
  if (told?.step !== step) return [];
  const rows = wrap(toSafe(told.text.trim(), { multiline: true }), columns - 4);
  const shown = rows.slice(0, MOST_TASK).map((row): Line => [word(' '), span(row)]);
  return rows.length > MOST_TASK ? [...shown, [word(' …', 'muted')]] : shown;
}

function fieldsOf(ui: Ui, field: ShownField): readonly FormField[] {
  const t = practiceTuiTexts(ui.store.get().language);
  const label = field.label ?? t.fieldName(field.name);
  const base = { id: field.name, label, hint: '', value: '', isRequired: false } as const;
  if (field.type === 'yes-no') return [{ ...base, type: 'yes-no' }];
  if (field.type === 'list') return listFields(ui, field, label);
  const choices = choicesOf(ui, field);
  if (choices.length > 0) return [{ ...base, type: 'choice', choices }];
  return [{ ...base, type: LONG.has(field.name) ? 'long-text' : 'text' }];
}

/** Several of a list: a box for each; without options of its own, the files of the run. */
function listFields(ui: Ui, { name, options }: ShownField, label: string): readonly FormField[] {
  const { run } = ui.store.get();
  const files = (run?.state.attachments ?? []).flatMap((id): FormChoice[] => {
    const file = run?.scenario.attachments.get(id);
    return file ? [{ id, label: file.name, detail: '' }] : [];
  });
  const own = options.map(({ value, label: shown }) => ({ id: value, label: shown, detail: '' }));
  return (own.length > 0 ? own : files).map((one, place): FormField => {
    const heading = place === 0 ? { heading: label } : {};
    const base = { id: boxOf(name, one.id), label: one.label, hint: '', value: '' };
    return { ...base, ...heading, type: 'box', isRequired: false };
  });
}

function choicesOf(ui: Ui, { name, options }: ShownField): readonly FormChoice[] {
  if (options.length > 0) {
    return options.map(({ value, label }) => ({ id: value, label, detail: '' }));
  }
  if (name !== 'to') return [];
  const { language } = ui.store.get();
  return ui.desk().config.lines.map(({ code, name: named, isExternal }) => ({
    id: isExternal ? code : `line-${code}`,
    label: named[language],
    detail: '',
  }));
}

function boxOf(name: string, id: string): string {
  return `${name}/${id}`;
}

function valuesOf({ fields }: ShownAction, values: FormValues): Record<string, FormValue> {
  return Object.fromEntries(
    fields.flatMap((field): (readonly [string, FormValue])[] => {
      const value = formValue(field, values);
      return value === null ? [] : [[field.name, value]];
    }),
  );
}

function formValue({ name, type }: ShownField, values: FormValues): FormValue | null {
  if (type === 'list') {
    const head = boxOf(name, '');
    const ticked = Object.entries(values).filter(
      ([id, value]) => id.startsWith(head) && value === 'yes',
    );
    return ticked.map(([id]) => id.slice(head.length));
  }
  const value = values[name] ?? '';
  if (value === '') return null;
  return type === 'yes-no' ? value === 'yes' : value;
}
