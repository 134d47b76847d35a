import type { FieldRule } from '../../domain/kind-rule.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { fieldsOf } from '../../domain/work/decide-details.ts';
import { fieldValue } from '../../domain/work/known-field.ts';
import type { MissingItem } from '../../domain/work/missing.ts';
import { detailOf } from '../../domain/work/work.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import type { FormField } from './form-state.ts';
import { clockOf } from './form-values.ts';
import { fieldOfRule } from './kind-fields.ts';
import type { Ui } from './ui.ts';

/** The id that a box has in the form of a kind. */
export function boxId(id: string): string {
  return `box.${id}`;
}

/** What the kind of a ticket asks for: its fields, its boxes, and words and time that are missing. */
export function kindFormFields(
  ui: Ui,
  ticket: Ticket,
  missing: readonly MissingItem[],
): readonly FormField[] {
  const rules = fieldsOf(ui.desk().config, ticket.kind);
  const people = ui.desk().people.persons();
  const names = people.map(({ name }) => name);
  const fields = rules.map((rule) =>
    fieldOfRule(
      {
        kind: ticket.kind,
        rule,
        rules,
        stored: detailOf(ticket, rule.code) ?? null,
        known: (code) => fieldValue(ticket, code),
        isRequired: false,
        hint: hintOf(ui, ticket, rule),
        people: names,
      },
      clockOf(ui),
    ),
  );
  const boxes = (ticket.checklist ?? []).map(
    ({ id, text, doneAt }): FormField => ({
      id: boxId(id),
      label: text,
      hint: '',
      type: 'box',
      value: doneAt === null ? '' : 'yes',
      isRequired: false,
    }),
  );
  return [...fields, ...boxes, ...deeds(ui, missing)];
}

/** Until when it is needed, and whether the ticket answers it by itself. */
function hintOf(ui: Ui, ticket: Ticket, rule: FieldRule): string {
  const w = formsTexts(ui.store.get().language).kind;
  const isOwn = detailOf(ticket, rule.code) !== undefined;
  if (!isOwn && fieldValue(ticket, rule.code) !== null) return w.known;
  return w.neededAt[rule.needed];
}

function deeds(ui: Ui, missing: readonly MissingItem[]): readonly FormField[] {
  const w = formsTexts(ui.store.get().language).kind;
  const base = { value: '', isRequired: false } as const;
  const comment: FormField = {
    ...base,
    id: 'comment',
    label: w.comment,
    hint: w.commentHint,
    type: 'long-text',
  };
  const time: FormField = {
    ...base,
    id: 'time',
    label: w.time,
    hint: w.timeHint,
    type: 'duration',
  };
  return [comment, time].filter(({ id }) => missing.some(({ type }) => type === id));
}
