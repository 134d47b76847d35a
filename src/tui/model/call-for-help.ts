import { findDraft } from '../../app/ticket/save-draft.ts';
import { type HelpRequest, isMentoring } from '../../domain/supervision/supervision.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type SupervisionTexts, supervisionTexts } from '../../i18n/supervision-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { span } from '../present/line.ts';
import { wrapSpans } from '../present/styled-text.ts';
import { actOnTargets, oneTicket } from './act.ts';
import { saveComposer } from './composer-draft.ts';
import { runFromForm } from './form-command.ts';
import { openForm } from './form-model.ts';
import { longField } from './handover-model.ts';
import type { Ui } from './ui.ts';

function words(ui: Ui): SupervisionTexts {
  return supervisionTexts(ui.store.get().language);
}

/** Asks colleagues for help; what is written for the customer so far goes along. */
export function askHelp(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  const w = words(ui);
  openForm(ui, {
    id: 'ask-help',
    title: w.helpTitle(ticket.number),
    fields: [longField('help', w.helpText, { hint: w.helpHint })],
    submitTitle: w.helpSubmit,
    ticketId: ticket.id,
    submit: (values) => {
      saveComposer(ui);
      const desk = ui.desk();
      const draft = findDraft(desk, 'reply', ticket.id)?.text ?? '';
      const asked = { helpId: desk.makeId(), text: values['help'] ?? '', draft };
      const command = { type: 'ask-help', ...asked } as const;
      return runFromForm(ui, [ticket.id], { command, done: w.helpAsked });
    },
  });
}

/** Whether somebody else asks for help here. */
export function hasHelp(ui: Ui): boolean {
  return whyNoHelp(ui) === null;
}

/** Why nobody can be helped here; null when somebody asks for it. */
export function whyNoHelp(ui: Ui): string | null {
  return helpOfOthers(ui) ? null : words(ui).noHelp;
}

/** Helps whoever has waited longest. */
export function answerHelp(ui: Ui): void {
  const found = helpOfOthers(ui);
  if (!found) return;
  const { ticket, help } = found;
  const w = words(ui);
  const who = ui.desk().people.person(help.byId)?.name ?? w.somebody;
  const asked = [help.text, help.draft === '' ? '' : `${w.helpDraft}: ${help.draft}`];
  const shown = toSafe(asked.filter(Boolean).join('\n\n'), { multiline: true });
  openForm(ui, {
    id: 'give-help',
    title: w.helpAnswerTitle(ticket.number, who),
    intro: () => wrapSpans([span(shown)], ui.store.get().columns - 4),
    fields: [longField('advice', w.helpAnswerText, { hint: w.helpAnswerHint })],
    submitTitle: w.helpAnswerSubmit,
    ticketId: ticket.id,
    submit: (values) =>
      runFromForm(ui, [ticket.id], {
        command: { type: 'give-help', helpId: help.id, text: values['advice'] ?? '' },
        done: w.helpGiven,
      }),
  });
}

/** Why no call for help can be ended by me here; null when one can. */
export function whyNoHelpToEnd(ui: Ui): string | null {
  return helpToEnd(ui) ? null : words(ui).noHelp;
}

/** Whether a call for help is mine to end. */
export function hasHelpToEnd(ui: Ui): boolean {
  return helpToEnd(ui) !== null;
}

/** It helped, or nobody needs it any more. */
export function endHelp(ui: Ui): void {
  const found = helpToEnd(ui);
  if (!found) return;
  const command = { type: 'end-help', helpId: found.help.id } as const;
  actOnTargets(ui, [found.ticket.id], command, words(ui).helpEnded);
}

interface FoundHelp {
  readonly ticket: Ticket;
  readonly help: HelpRequest;
}

function helpOfOthers(ui: Ui): FoundHelp | null {
  return findHelp(ui, ({ byId }) => byId !== ui.desk().me.id);
}

function helpToEnd(ui: Ui): FoundHelp | null {
  const { me } = ui.desk();
  const own = findHelp(ui, ({ byId }) => byId === me.id);
  return own ?? (isMentoring(me) ? findHelp(ui, () => true) : null);
}

function findHelp(ui: Ui, isWanted: (help: HelpRequest) => boolean): FoundHelp | null {
  const ticket = oneTicket(ui);
  const help = ticket?.helps?.find(isWanted);
  return ticket && help ? { ticket, help } : null;
}
