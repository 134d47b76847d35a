import { takeNew } from '../../app/people/take-call.ts';
import { findDraft } from '../../app/ticket/save-draft.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { afterChange, refusalText } from './act.ts';
import { openPrompt } from './overlays.ts';
import { openTicket } from './ticket-model.ts';
import { say, texts, type Ui } from './ui.ts';

/** Asks for a subject, registers a ticket, takes it and opens it. A text taken back comes again. */
export function askNewTicket(ui: Ui): void {
  const draft = findDraft(ui.desk(), 'new', null);
  const [subject = '', ...rest] = (draft?.text ?? '').trim().split('\n');
  openPrompt(ui, {
    title: workTexts(ui.store.get().language).promptNew,
    text: subject,
    submit: (text) => {
      if (text.trim() === '') return workTexts(ui.store.get().language).newSubjectMissing;
      const done = takeNew(ui.desk(), text.trim(), bodyOf(text, rest));
      if (!done.ok) return refusalText(ui, done.problem);
      afterChange(ui);
      openTicket(ui, done.value.id);
      say(ui, texts(ui).toastRegistered(done.value.number));
      return null;
    },
  });
}

/** A text that was taken back keeps its subject line, as the undo of it would give it again. */
function bodyOf(subject: string, rest: readonly string[]): string {
  const text = rest.join('\n').trim();
  return text === '' ? '' : `${subject.trim()}\n${text}`;
}
