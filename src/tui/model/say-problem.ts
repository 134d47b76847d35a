import { describeError } from '../../i18n/messages.ts';
import { UserError } from '../../util/user-error.ts';
import { say, type Ui } from './ui.ts';

/** Says what went wrong in the person's words; the program goes on. */
export function sayProblem(ui: Ui, error: unknown): void {
  const { language } = ui.store.get();
  say(ui, error instanceof UserError ? describeError(error, language) : String(error), 'problem');
}
