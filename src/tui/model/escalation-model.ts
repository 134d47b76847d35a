import { execute } from '../../app/desk/execute.ts';
import type { TicketCommand } from '../../domain/command.ts';
import type { EscalationKind, HandoverForm } from '../../domain/handover/handover.ts';
import {
  formNames,
  otherParts,
  prefillForm,
  requiredParts,
} from '../../domain/handover/handover-form.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { afterChange, oneTicket, refusalText } from './act.ts';
import { runFromForm } from './form-command.ts';
import { forgetFormDraft } from './form-draft.ts';
import { openForm } from './form-model.ts';
import type { FormField, FormProblem, FormSpec, FormValues } from './form-state.ts';
import { longField, textField, words } from './handover-model.ts';
import { completed } from './kind-form-model.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { say, type Ui } from './ui.ts';

/** Whom a ticket is handed to, as it was chosen. */
interface Receiver {
  readonly kind: EscalationKind;
  readonly line: string | undefined;
  readonly label: string;
}

/** Asks whom to hand the ticket to; then its form, begun from what is written in the ticket. */
export function chooseReceiver(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  const receivers = receiversOf(ui, ticket);
  const w = words(ui);
  const choices = receivers.map(({ kind, label }, index): Choice => {
    const detail = kind === 'line' ? '' : w.toDetail[kind];
    return { id: String(index), label, detail, disabled: null };
  });
  openPicker(ui, {
    purpose: 'escalate',
    title: w.chooseTitle,
    isSearchable: false,
    choices,
    choose: ({ id }) => {
      const receiver = receivers[Number(id)];
      if (receiver) openHandover(ui, ticket, receiver);
    },
  });
}

/** Opens the form of a handover again, by its id. */
export function reopenHandover(ui: Ui, formId: string): void {
  const ticket = oneTicket(ui);
  const receiver = ticket && receiversOf(ui, ticket).find((one) => formIdOf(one) === formId);
  if (ticket && receiver) openHandover(ui, ticket, receiver);
}

function formIdOf({ kind, line }: Receiver): string {
  return `escalate-${line ?? kind}`;
}

/** Lines first, the next one up on top of them; then the people who decide. */
function receiversOf(ui: Ui, ticket: Ticket): readonly Receiver[] {
  const { language } = ui.store.get();
  const w = words(ui);
  const { lines } = ui.desk().config;
  const inside = lines.filter(({ isExternal }) => !isExternal);
  const at = inside.findIndex(({ code }) => code === ticket.line);
  const others = [...inside.slice(at + 1), ...inside.slice(0, Math.max(0, at)).toReversed()];
  const toLines = others.map(({ code, name }): Receiver => {
    return { kind: 'line', line: code, label: w.toLine(name[language]) };
  });
  const people = (['senior', 'team-lead', 'head', 'vendor'] as const).map((kind): Receiver => {
    return { kind, line: undefined, label: w.to[kind] };
  });
  return [...toLines, ...people];
}

function openHandover(ui: Ui, ticket: Ticket, receiver: Receiver): void {
  const w = words(ui);
  const begun = prefillForm(ui.desk().tickets.entries(ticket.id), ticket);
  const fields = [
    ...(receiver.kind === 'vendor' ? vendorFields(ui) : []),
    ...formFields(ui, begun),
    textField('reason', w.reason, { hint: w.reasonHint }),
  ];
  const spec: FormSpec = {
    id: formIdOf(receiver),
    title: w.formTitle(receiver.label, ticket.number),
    fields,
    submitTitle: w.formSubmit,
    ticketId: ticket.id,
    focus: requiredParts.find((part) => begun[part] === ''),
    submit: (values) => handOver(ui, spec, escalate(receiver, values)),
  };
  openForm(ui, spec);
}

/**
 * What is missing in the form is said there; what its kind asks for is asked next, and the form is
 * kept until the ticket was handed over.
 */
function handOver(ui: Ui, spec: FormSpec, command: TicketCommand): FormProblem | null {
  const ticketId = spec.ticketId ?? '';
  const goOn = () => execute(ui.desk(), ticketId, command);
  const done = () => {
    forgetFormDraft(ui, spec);
    say(ui, words(ui).handedOver(ui.desk().tickets.byId(ticketId)?.number ?? ''));
  };
  const outcome = goOn();
  if (outcome.ok) {
    afterChange(ui);
    done();
    return null;
  }
  const [first] = outcome.problem.missing ?? [];
  const gap = requiredParts.find((part) => part === first?.code);
  if (gap === undefined) completed(ui, ticketId, { refusal: outcome.problem, goOn, done });
  return { problem: refusalText(ui, outcome.problem), fieldId: gap ?? null };
}

function formFields(ui: Ui, begun: HandoverForm): FormField[] {
  const w = words(ui);
  const { language } = ui.store.get();
  const required = requiredParts.map((part) =>
    longField(part, formNames[part][language], { hint: w[`${part}Hint`], value: begun[part] }),
  );
  const others = otherParts.map((part) =>
    textField(part, formNames[part][language], {
      hint: w[`${part}Hint`],
      value: begun[part] ?? '',
    }),
  );
  return [...required, ...others];
}

function vendorFields(ui: Ui): FormField[] {
  const w = words(ui);
  return [
    textField('vendor', w.vendor, { hint: w.vendorHint, isRequired: true }),
    textField('ref', w.ref, { hint: w.refHint }),
    textField('vendorDue', w.vendorDue, { hint: w.vendorDueHint, type: 'time' }),
    textField('watcher', w.watcher, {
      hint: w.watcherHint,
      type: 'person',
      value: ui.desk().me.id,
    }),
  ];
}

function escalate({ kind, line }: Receiver, values: FormValues): TicketCommand {
  const said = (id: string) => values[id] ?? '';
  const form: HandoverForm = {
    seen: said('seen'),
    done: said('done'),
    need: said('need'),
    ...Object.fromEntries(otherParts.map((part) => [part, said(part)])),
  };
  const vendor = {
    vendor: said('vendor'),
    ref: said('ref'),
    dueAt: momentOf(said('vendorDue')),
    watcherId: said('watcher') || null,
  };
  return {
    type: 'escalate',
    to: kind,
    line,
    reason: said('reason'),
    form,
    vendor: kind === 'vendor' ? vendor : undefined,
  };
}

function momentOf(iso: string): number | null {
  return iso === '' ? null : Date.parse(iso);
}

/** Why a vendor's case cannot be brought up to date; null when there is one. */
export function whyNoVendorCase(ui: Ui): string | null {
  return oneTicket(ui)?.vendorCase ? null : words(ui).noVendorCase;
}

/** Brings the vendor's case up to date: its number, its deadline, who watches. */
export function editVendorCase(ui: Ui): void {
  const ticket = oneTicket(ui);
  const vendorCase = ticket?.vendorCase;
  if (!ticket || !vendorCase) return;
  const w = words(ui);
  const begun: FormValues = {
    ref: vendorCase.ref,
    vendorDue: vendorCase.dueAt === null ? '' : new Date(vendorCase.dueAt).toISOString(),
    watcher: vendorCase.watcherId,
  };
  const [, ...fields] = vendorFields(ui);
  openForm(ui, {
    id: 'note-vendor',
    title: w.vendorTitle(ticket.number),
    fields: fields.map((field) => ({ ...field, value: begun[field.id] ?? '' })),
    submitTitle: w.vendorSubmit,
    ticketId: ticket.id,
    submit: ({ ref, vendorDue = '', watcher }) => {
      const command = {
        type: 'note-vendor',
        ref,
        dueAt: momentOf(vendorDue),
        watcherId: watcher || undefined,
      } as const;
      return runFromForm(ui, [ticket.id], { command, done: w.vendorNoted });
    },
  });
}
