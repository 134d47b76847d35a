import type { TicketCommand } from '../../domain/command.ts';
import { openQuestions } from '../../domain/handover/handover.ts';
import { isWaitingToBeAccepted } from '../../domain/handover/settle-handover.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { escalationTexts } from '../../i18n/escalation-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { span } from '../present/line.ts';
import { actOnTargets, oneTicket, targets } from './act.ts';
import { runFromForm } from './form-command.ts';
import { openForm } from './form-model.ts';
import type { FormField, FormValues } from './form-state.ts';
import { texts, type Ui } from './ui.ts';

/** What is said about handing on, in the person's language. */
export function words(ui: Ui) {
  return escalationTexts(ui.store.get().language);
}

/** A field of words. */
export function textField(
  id: string,
  label: string,
  given: Partial<Omit<FormField, 'id' | 'label'>>,
): FormField {
  return { id, label, hint: '', type: 'text', value: '', isRequired: false, ...given };
}

/** A field that needs some sentences. */
export function longField(
  id: string,
  label: string,
  given: Partial<Omit<FormField, 'id' | 'label'>>,
): FormField {
  return textField(id, label, { type: 'long-text', isRequired: true, ...given });
}

/** Takes tickets: one that was handed over and waits is accepted by it. */
export function takeTickets(ui: Ui): void {
  const ids = targets(ui);
  const isHanded = (id: string) => {
    const ticket = ui.desk().tickets.byId(id);
    return ticket !== null && isWaitingToBeAccepted(ticket);
  };
  const w = words(ui);
  const [only] = ids;
  if (only !== undefined && ids.length === 1 && isHanded(only)) {
    return actOnTargets(ui, ids, { type: 'accept-handover' }, w.accepted);
  }
  actOnTargets(ui, ids, { type: 'take' }, texts(ui).toastTaken);
}

/** Why nothing can be sent back; null when something was handed over here. */
export function whyNotHanded(ui: Ui): string | null {
  const ticket = oneTicket(ui);
  const state = ticket?.handover?.kind === 'vendor' ? undefined : ticket?.handover?.state;
  const isMine = state === 'accepted' && ticket?.assigneeId === ui.desk().me.id;
  return state === 'waiting' || isMine ? null : words(ui).nothingToAccept;
}

/** One field of words that becomes one command. */
interface OneText {
  readonly formId: string;
  readonly title: string;
  readonly field: FormField;
  readonly submitTitle: string;
  readonly command: (text: string) => TicketCommand;
  readonly done: (number: string) => string;
  /** What follows when it is written. */
  readonly goOn?: (() => void) | undefined;
}

function askText(ui: Ui, ticket: Ticket, asked: OneText): void {
  const { formId, field, command, done, goOn, ...rest } = asked;
  openForm(ui, {
    ...rest,
    id: formId,
    fields: [field],
    ticketId: ticket.id,
    submit: (values) => {
      const problem = runFromForm(ui, [ticket.id], {
        command: command(values[field.id] ?? ''),
        done,
      });
      if (problem === null) goOn?.();
      return problem;
    },
  });
}

/** Sends what was handed over back, with what is missing in it. */
export function sendBack(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  const w = words(ui);
  askText(ui, ticket, {
    formId: 'return-handover',
    title: w.sendBackTitle(ticket.number),
    field: longField('missing', w.missing, { hint: w.missingHint }),
    submitTitle: w.sendBackSubmit,
    command: (missing) => ({ type: 'return-handover', missing }),
    done: w.sentBack,
  });
}

/** Writes down what was found out on this line. */
export function diagnose(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (ticket) askDiagnosis(ui, ticket.id);
}

/** Asks for the own diagnosis of a ticket; what waited for it goes on then. */
export function askDiagnosis(ui: Ui, ticketId: string, goOn?: () => void): void {
  const ticket = ui.desk().tickets.byId(ticketId);
  if (!ticket) return;
  const w = words(ui);
  askText(ui, ticket, {
    formId: 'diagnose',
    title: w.diagnosisTitle(ticket.number),
    field: longField('diagnosis', w.diagnosis, { hint: w.diagnosisHint }),
    submitTitle: goOn ? w.diagnosisSubmitAnd : w.diagnosisSubmit,
    command: (text) => ({ type: 'diagnose', text }),
    done: w.diagnosed,
    goOn,
  });
}

/** Why no brief can be written; null when one is owed. */
export function whyNoBrief(ui: Ui): string | null {
  return oneTicket(ui)?.brief?.state === 'owed' ? null : words(ui).noBriefOwed;
}

/** Writes the brief that the head needs after the last return. */
export function writeBrief(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  const w = words(ui);
  askText(ui, ticket, {
    formId: 'brief',
    title: w.briefTitle(ticket.number),
    field: longField('brief', w.brief, { hint: w.briefHint }),
    submitTitle: w.briefSubmit,
    command: (text) => ({ type: 'write-brief', text }),
    done: w.briefWritten,
  });
}

/** Why no answer can be passed on; null when a question to the customer is open. */
export function whyNoQuestion(ui: Ui): string | null {
  const ticket = oneTicket(ui);
  return ticket && openQuestions(ticket).length > 0 ? null : words(ui).nothingToAnswer;
}

/** Passes the customer's answer on to the line that asked. */
export function answerQuestion(ui: Ui): void {
  const ticket = oneTicket(ui);
  const [question] = ticket ? openQuestions(ticket) : [];
  if (!ticket || !question) return;
  const w = words(ui);
  openForm(ui, {
    id: `answer-${question.id}`,
    title: w.answerTitle(ticket.number),
    intro: () => [[span(toSafe(` ${question.question}`), 'strong')]],
    fields: [longField('answer', w.answer, { hint: w.answerHint })],
    submitTitle: w.answerSubmit,
    ticketId: ticket.id,
    submit: (values) =>
      runFromForm(ui, [ticket.id], {
        command: {
          type: 'answer-question',
          clarificationId: question.id,
          answer: values['answer'] ?? '',
        },
        done: w.answered,
      }),
  });
}

/** Asks the customer through a line that talks to customers. */
export function askCustomer(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  const w = words(ui);
  const { language } = ui.store.get();
  const { lines } = ui.desk().config;
  const talking = lines.filter(({ talksToCustomer }) => talksToCustomer === 'yes');
  const choices = talking.map(({ code, name }) => ({
    id: code,
    label: name[language],
    detail: '',
  }));
  openForm(ui, {
    id: 'ask-customer',
    title: w.askTitle(ticket.number),
    fields: [
      longField('question', w.question, { hint: w.questionHint }),
      textField('why', w.why, { hint: w.whyHint, isRequired: true }),
      textField('due', w.due, { hint: w.dueHint, type: 'time', isRequired: true }),
      textField('through', w.through, {
        type: 'choice',
        choices,
        value: choices.at(-1)?.id ?? '',
        isRequired: true,
      }),
    ],
    submitTitle: w.askSubmit,
    ticketId: ticket.id,
    submit: (values) =>
      runFromForm(ui, [ticket.id], { command: questionOf(values), done: w.asked }),
  });
}

function questionOf(values: FormValues): TicketCommand {
  return {
    type: 'ask-customer',
    question: values['question'] ?? '',
    why: values['why'] ?? '',
    dueAt: Date.parse(values['due'] ?? ''),
    throughLine: values['through'],
  };
}

/** Lets one person write to the customer of this ticket although their line does not. */
export function grantVoice(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  const w = words(ui);
  openForm(ui, {
    id: 'grant-voice',
    title: w.grantTitle(ticket.number),
    fields: [
      textField('person', w.grantPerson, {
        type: 'person',
        hint: w.grantPersonHint,
        isRequired: true,
      }),
      textField('reason', w.reason, { hint: w.grantReasonHint, isRequired: true }),
    ],
    submitTitle: w.grantSubmit,
    ticketId: ticket.id,
    submit: (values) =>
      runFromForm(ui, [ticket.id], {
        command: {
          type: 'grant-voice',
          personId: values['person'] ?? '',
          reason: values['reason'] ?? '',
        },
        done: w.granted,
      }),
  });
}
