import type { TicketCommand } from '../../domain/command.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { actOnTargets, oneTicket } from './act.ts';
import { runFromForm } from './form-command.ts';
import { openForm } from './form-model.ts';
import type { FormChoice, FormField, FormValues } from './form-state.ts';
import type { Ui } from './ui.ts';

const base = { hint: '', value: '', isRequired: true } as const;

function words(ui: Ui) {
  return formsTexts(ui.store.get().language).work;
}

/** A small form that becomes one command on the ticket at hand. */
interface SmallForm {
  readonly id: string;
  readonly title: (number: string) => string;
  readonly submitTitle: string;
  readonly fields: readonly FormField[];
  readonly command: (values: FormValues) => TicketCommand;
  readonly done: (number: string) => string;
}

function openSmall(ui: Ui, { command, done, title, ...form }: SmallForm): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  openForm(ui, {
    ...form,
    title: title(ticket.number),
    ticketId: ticket.id,
    submit: (values) => runFromForm(ui, [ticket.id], { command: command(values), done }),
  });
}

/** Writes down money spent to solve a ticket sooner. */
export function openSpend(ui: Ui): void {
  const { spending } = ui.desk().config;
  if (!spending) return;
  const w = words(ui);
  const { limit, currency } = spending;
  openSmall(ui, {
    id: 'spend',
    title: w.spendTitle,
    submitTitle: w.spendSubmit,
    fields: [
      {
        ...base,
        id: 'amount',
        label: w.amount(currency),
        hint: w.amountHint(String(limit), currency),
        type: 'number',
      },
      { ...base, id: 'reason', label: w.spendReason, type: 'text' },
    ],
    command: ({ amount, reason = '' }) => ({ type: 'spend', amount: Number(amount), reason }),
    done: w.spent,
  });
}

function choice(id: string, label: string): FormChoice {
  return { id, label, detail: '' };
}

/** Finishes a stage of a change: something now, the rest later. */
export function openStage(ui: Ui): void {
  const w = words(ui);
  openSmall(ui, {
    id: 'stage',
    title: w.stageTitle,
    submitTitle: w.stageSubmit,
    fields: [
      {
        ...base,
        id: 'stage',
        label: w.stage,
        type: 'choice',
        choices: [choice('interim', w.stageInterim), choice('final', w.stageFinal)],
      },
      { ...base, id: 'note', label: w.stageNote, type: 'long-text' },
    ],
    command: ({ stage, note = '' }) => {
      return { type: 'finish-stage', stage: stage === 'final' ? 'final' : 'interim', note };
    },
    done: w.staged,
  });
}

/** Puts a ticket under watch; one that is watched is let go of. */
export function toggleWatch(ui: Ui): void {
  const w = words(ui);
  const ticket = oneTicket(ui);
  if (ticket?.watch) return actOnTargets(ui, [ticket.id], { type: 'unwatch' }, w.unwatched);
  openSmall(ui, {
    id: 'watch',
    title: w.watchTitle,
    submitTitle: w.watchSubmit,
    fields: [
      { ...base, id: 'what', label: w.watchWhat, type: 'text' },
      {
        ...base,
        id: 'until',
        label: w.watchUntil,
        hint: w.watchUntilHint,
        type: 'time',
        isRequired: false,
      },
    ],
    command: ({ what = '', until = '' }) => {
      return { type: 'watch', what, until: until === '' ? null : Date.parse(until) };
    },
    done: w.watched,
  });
}

/** Notes what the customer said when asked whether it works. */
export function openCheck(ui: Ui): void {
  const w = words(ui);
  openSmall(ui, {
    id: 'check-after',
    title: w.checkTitle,
    submitTitle: w.checkSubmit,
    fields: [
      {
        ...base,
        id: 'result',
        label: w.checkResult,
        type: 'choice',
        choices: [choice('passed', w.checkPassed), choice('failed', w.checkFailed)],
      },
      {
        ...base,
        id: 'failure',
        label: w.checkNote,
        type: 'long-text',
        isShown: ({ result }) => result === 'failed',
      },
      {
        ...base,
        id: 'note',
        label: w.checkNote,
        type: 'long-text',
        isRequired: false,
        isShown: ({ result }) => result !== 'failed',
      },
    ],
    command: ({ result, failure, note = '' }) => {
      return result === 'failed'
        ? { type: 'check-after', result, note: failure ?? '' }
        : { type: 'check-after', result: 'passed', note };
    },
    done: w.checked,
  });
}

/** Closes a ticket that is not served here. */
export function openOffTopic(ui: Ui): void {
  const { register } = formsTexts(ui.store.get().language);
  const w = words(ui);
  openSmall(ui, {
    id: 'off-topic',
    title: w.offTopicTitle,
    submitTitle: w.offTopicSubmit,
    fields: [
      { ...base, id: 'reason', label: register.reason, hint: register.reasonHint, type: 'text' },
    ],
    command: ({ reason = '' }) => ({ type: 'close-off-topic', reason }),
    done: register.done['off-topic'],
  });
}

/** Names the card of those who mend it, or notes that they closed it. */
export function openCard(ui: Ui): void {
  const w = words(ui);
  const card = oneTicket(ui)?.card;
  const isOpen = card !== undefined && card.closedAt === undefined;
  openSmall(ui, {
    id: isOpen ? 'close-card' : 'link-card',
    title: w.cardTitle,
    submitTitle: isOpen ? w.cardClose : w.cardSubmit,
    fields: [{ ...base, id: 'text', label: isOpen ? w.cardNote : w.cardRef, type: 'text' }],
    command: ({ text = '' }) => {
      return isOpen ? { type: 'close-card', note: text } : { type: 'link-card', ref: text };
    },
    done: isOpen ? w.cardClosed : w.carded,
  });
}
