import { ok, type Result } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { DeskConfig } from '../desk-config.ts';
import type { TicketFact } from '../event.ts';
import type { FieldRule } from '../kind-rule.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { kindRule } from './missing.ts';
import { readField } from './read-field.ts';
import { detailOf } from './work.ts';

type DetailsChanged = Extract<TicketFact, { type: 'details-changed' }>;
export type TypedDetails = Readonly<Record<string, string>>;

/** Fills in what the kind of a ticket asks for; an empty value takes one out. All of it or nothing. */
export function decideDetails(
  values: TypedDetails,
  state: Ticket,
  context: DecideContext,
): Decision {
  const changed = changedDetails(values, state, context);
  if (!changed.ok) return changed;
  return changed.value === null
    ? refuse('nothing-to-change')
    : ok(detailFacts(changed.value, state));
}

/** The facts of changed details: a card that is named in a field is linked by it. */
export function detailFacts(changed: DetailsChanged, state: Ticket): readonly TicketFact[] {
  const ref = changed.changes.find(({ field }) => field === 'card')?.to ?? null;
  const isNew = ref !== null && ref !== state.card?.ref;
  return isNew ? [changed, { type: 'card-linked', ref }] : [changed];
}

/** What would change in the details of a ticket; null when nothing would. */
export function changedDetails(
  values: TypedDetails,
  state: Ticket,
  { desk, now }: Pick<DecideContext, 'desk' | 'now'>,
): Result<DetailsChanged | null, Refusal> {
  const changes: DetailsChanged['changes'][number][] = [];
  const fields = fieldsOf(desk, state.kind);
  for (const [code, typed] of Object.entries(values)) {
    const rule = fields.find((field) => field.code === code);
    if (rule === undefined) return refuse('unknown-field', ['details'], unknown(code, fields));
    const isTakenOut = typed.trim() === '';
    const read = isTakenOut ? ok(null) : readField(rule, typed, { now, timeZone: desk.timeZone });
    if (!read.ok) return read;
    const from = detailOf(state, code) ?? null;
    if (read.value !== from) changes.push({ field: code, from, to: read.value });
  }
  return ok(changes.length === 0 ? null : { type: 'details-changed', changes });
}

/** The fields of a kind. Where it goes when handed out is chosen among its departments. */
export function fieldsOf(desk: DeskConfig, kind: Ticket['kind']): readonly FieldRule[] {
  const rule = kindRule(desk, kind);
  if (rule === null) return [];
  const departments = rule.departments.map((code) => ({ code, name: { ru: code, en: code } }));
  return rule.fields.map((field) => {
    const isOpen = field.code === 'department' && field.choices.length === 0;
    return isOpen ? { ...field, choices: departments } : field;
  });
}

function unknown(field: string, fields: readonly FieldRule[]) {
  return { field, known: fields.map(({ code }) => code).join(', ') || '—' };
}
