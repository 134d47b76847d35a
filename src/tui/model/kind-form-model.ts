import { allOrNothing } from '../../app/desk/all-or-nothing.ts';
import { execute } from '../../app/desk/execute.ts';
import { readDetails } from '../../app/work/read-details.ts';
import type { TicketCommand } from '../../domain/command.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { fieldsOf, type TypedDetails } from '../../domain/work/decide-details.ts';
import type { MissingItem } from '../../domain/work/missing.ts';
import { detailOf } from '../../domain/work/work.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { describeMissing } from '../../i18n/messages.ts';
import { ok, type Result } from '../../util/result.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, span, word } from '../present/line.ts';
import { actOnTargets, afterChange, refusalText, target } from './act.ts';
import type { FormCommand } from './form-command.ts';
import { forgetFormDraft } from './form-draft.ts';
import { openForm } from './form-model.ts';
import type { FormProblem, FormSpec, FormValues } from './form-state.ts';
import { askDiagnosis } from './handover-model.ts';
import { detailId, typedDetail } from './kind-fields.ts';
import { boxId, kindFormFields } from './kind-form-fields.ts';
import { say, type Ui } from './ui.ts';

/** What was refused because something is missing, and goes on when it is there. */
export interface Pending {
  readonly missing: readonly MissingItem[];
  /** Tries again what was refused. */
  readonly goOn: () => Result<unknown, Refusal>;
  /** Says and shows that it is done. */
  readonly done: () => void;
}

/** Opens what the kind of the ticket at hand asks for, with its boxes. */
export function openOwnForm(ui: Ui): void {
  const id = target(ui);
  if (id !== null) openKindForm(ui, id);
}

/** Opens the form of a ticket's kind; with something pending, at the first thing that is missing. */
export function openKindForm(ui: Ui, ticketId: string, pending: Pending | null = null): void {
  const ticket = ui.desk().tickets.byId(ticketId);
  if (!ticket) return;
  const w = formsTexts(ui.store.get().language).kind;
  const fields = kindFormFields(ui, ticket, pending?.missing ?? []);
  if (fields.length === 0) return say(ui, w.nothing);
  const gaps = (pending?.missing ?? []).flatMap((item): [string, string][] => {
    const id = fieldOfGap(ticket, item);
    return fields.some((field) => field.id === id) ? [[id, w.gap]] : [];
  });
  const spec: FormSpec = {
    id: 'kind',
    title: w.title(ticket.number, kindName(ui, ticket)),
    submitTitle: pending ? w.submitAnd : w.submit,
    ticketId,
    intro: () => elsewhereRows(ui, pending, gaps.length),
    fields,
    problems: new Map(gaps),
    submit: (values) => submit(ui, spec, { values, pending }),
  };
  openForm(ui, spec);
}

/** A command that its kind may hold up, and what follows when it is done. */
export interface HeldCommand extends FormCommand {
  readonly after?: (ticketId: string) => void;
}

/** Runs a command; what the kind of its ticket still asks for is asked at once, and it goes on then. */
export function actOrComplete(ui: Ui, ids: readonly string[], held: HeldCommand): void {
  const { command, done } = held;
  const [only] = ids;
  if (only === undefined || ids.length > 1) return actOnTargets(ui, ids, command, done);
  const goOn = () => execute(ui.desk(), only, command);
  const finish = () => {
    say(ui, done(ui.desk().tickets.byId(only)?.number ?? ''));
    held.after?.(only);
  };
  carryOn(ui, only, { missing: [], goOn, done: finish });
}

/** Opens the form where something was refused for what is missing; false for any other refusal. */
export function completed(
  ui: Ui,
  ticketId: string,
  { refusal, ...pending }: Omit<Pending, 'missing'> & { readonly refusal: Refusal },
): boolean {
  const { missing = [] } = refusal;
  const goOn = { ...pending, missing };
  if (missing.length > 0) openKindForm(ui, ticketId, goOn);
  else if (refusal.code === 'diagnosis-needed')
    askDiagnosis(ui, ticketId, () => carryOn(ui, ticketId, goOn));
  else return false;
  return true;
}

/** Does what was refused before; where something else is still missing, that is asked next. */
function carryOn(ui: Ui, ticketId: string, { goOn, done }: Pending): void {
  const after = goOn();
  afterChange(ui);
  if (after.ok) return done();
  if (completed(ui, ticketId, { refusal: after.problem, goOn, done })) return;
  say(ui, refusalText(ui, after.problem), 'problem');
}

function kindName(ui: Ui, ticket: Ticket): string {
  const rule = ui.desk().config.kinds.find(({ code }) => code === ticket.kind);
  return rule?.name[ui.store.get().language] ?? ticket.kind;
}

function fieldOfGap(ticket: Ticket, { type, code }: MissingItem): string {
  if (type === 'field' || type === 'customer') return detailId(ticket.kind, code);
  return type === 'box' ? boxId(code) : type;
}

/** What is missing and is done elsewhere: an answer to the customer, a stage, a card. */
function elsewhereRows(ui: Ui, pending: Pending | null, gaps: number): readonly Line[] {
  if (pending === null || pending.missing.length === gaps) return [];
  const { language } = ui.store.get();
  const others = pending.missing.filter(({ type }) => !inForm.has(type));
  if (others.length === 0) return [];
  const said = formsTexts(language).kind.elsewhere(describeMissing(others, language).join('; '));
  return [[word(' ▲ ', 'warning'), span(toSafe(said), 'warning')]];
}

const inForm: ReadonlySet<MissingItem['type']> = new Set([
  'field',
  'customer',
  'box',
  'comment',
  'time',
]);

interface Filled {
  readonly values: FormValues;
  readonly pending: Pending | null;
}

/** What was filled in is kept even when the way on is still closed. */
function submit(ui: Ui, spec: FormSpec, { values, pending }: Filled): FormProblem | null {
  const ticket = spec.ticketId === null ? null : ui.desk().tickets.byId(spec.ticketId);
  if (!ticket) return null;
  const saved = allOrNothing(ui.desk(), () => {
    for (const command of commandsOf(ui, ticket, values)) {
      const done = execute(ui.desk(), ticket.id, command);
      if (!done.ok) return done;
    }
    return ok(null);
  });
  if (!saved.ok) return { problem: refusalText(ui, saved.problem), fieldId: null };
  afterChange(ui);
  if (!pending) {
    say(ui, formsTexts(ui.store.get().language).kind.saved(ticket.number));
    return null;
  }
  // It is saved: where the way on is closed the form begins again with what is left.
  forgetFormDraft(ui, spec);
  carryOn(ui, ticket.id, pending);
  return null;
}

function commandsOf(ui: Ui, ticket: Ticket, values: FormValues): readonly TicketCommand[] {
  const { comment = '', time = '' } = values;
  const details = changedIn(ui, ticket, values);
  const isAny = Object.keys(details).length > 0;
  const ticks = (ticket.checklist ?? []).flatMap(({ id, doneAt }): TicketCommand[] => {
    const isDone = values[boxId(id)] === 'yes';
    return isDone === (doneAt !== null) ? [] : [{ type: 'tick-box', itemId: id, isDone }];
  });
  return [
    ...(isAny ? [{ type: 'fill-details', values: details } as const] : []),
    ...ticks,
    ...(comment === '' ? [] : [{ type: 'note', text: comment } as const]),
    ...(time === '' ? [] : [{ type: 'log-time', ms: Number(time), note: '' } as const]),
  ];
}

/** The fields that say something else than the ticket does. What is not asked now stays as it is. */
function changedIn(ui: Ui, ticket: Ticket, values: FormValues): TypedDetails {
  const rules = fieldsOf(ui.desk().config, ticket.kind);
  const asked = rules.filter(({ code }) => detailId(ticket.kind, code) in values);
  const typed = Object.fromEntries(
    asked.map((rule) => {
      const value = values[detailId(ticket.kind, rule.code)] ?? '';
      return [rule.code, typedDetail(rule, value)];
    }),
  );
  const read = readDetails(ui.desk(), ticket.kind, typed);
  const changed = Object.entries(read).filter(
    ([code, value]) => value !== (detailOf(ticket, code) ?? ''),
  );
  return Object.fromEntries(changed);
}
