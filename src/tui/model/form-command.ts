import { execute } from '../../app/desk/execute.ts';
import type { TicketCommand } from '../../domain/command.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { afterChange, refusalText } from './act.ts';
import type { FormProblem } from './form-state.ts';
import { say, texts, type Ui } from './ui.ts';

/** What a form does to tickets, and how that is said of one of them. */
export interface FormCommand {
  readonly command: TicketCommand;
  readonly done: (number: string) => string;
}

/** Runs the command of a form on its tickets. Where nothing of it is allowed the form says why. */
export function runFromForm(
  ui: Ui,
  ids: readonly string[],
  { command, done }: FormCommand,
): FormProblem | null {
  const outcomes = ids.map((id) => execute(ui.desk(), id, command));
  const numbers = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.ticket.number] : []));
  const [number] = numbers;
  if (number === undefined) {
    const refused = outcomes.find((outcome) => !outcome.ok);
    return refused && !refused.ok ? formProblem(ui, refused.problem) : null;
  }
  afterChange(ui);
  const isOne = ids.length === 1;
  say(ui, isOne ? done(number) : texts(ui).toastMany(numbers.length, ids.length - numbers.length));
  return null;
}

/** A refusal as a form says it, beside the field that it is about. */
export function formProblem(ui: Ui, refusal: Refusal): FormProblem {
  const { field } = refusal.params;
  return {
    problem: refusalText(ui, refusal),
    fieldId: field === undefined ? null : String(field),
  };
}
