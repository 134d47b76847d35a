import { rememberTyping, saveOpenDraft } from '../../app/ticket/save-draft.ts';
import { describeError } from '../../i18n/messages.ts';
import { UserError } from '../../util/user-error.ts';
import type { Ui } from './ui.ts';
import type { ComposerState } from './ui-state.ts';

/** What goes with a text beside its words. */
type Goods = Pick<
  ComposerState,
  'promise' | 'status' | 'attachments' | 'applied' | 'places' | 'reviewId'
>;

const nothing: Goods = { promise: null, status: null, attachments: [] };

/** What a draft keeps beside its text: the promise and the status of a template, the files. */
export function goodsOf(extra: Readonly<Record<string, string>> | undefined): Goods {
  const written = extra?.['goods'];
  // Written by `saveComposer` and `undoLast` only.
  return written ? { ...nothing, ...(JSON.parse(written) as Partial<Goods>) } : nothing;
}

/** Saves the draft if something typed is not saved yet. A failure is shown and nothing is lost. */
export function saveComposer(ui: Ui): void {
  const { composer } = ui.store.get();
  if (!composer || composer.savedAt !== null) return;
  const { present } = composer.history;
  const extra: Record<string, string> = {
    caret: String(present.caret),
    rev: String(composer.sinceRev),
  };
  if (composer.templateId) extra['template'] = composer.templateId;
  const { promise, status, attachments, applied = [], places, reviewId } = composer;
  const isBare = promise === null && status === null && reviewId === undefined;
  const goods = { promise, status, attachments, applied, places, reviewId };
  const isPlain = isBare && attachments.length + applied.length === 0;
  if (!isPlain) extra['goods'] = JSON.stringify(goods);
  try {
    const isEmpty = present.text.trim() === '';
    const { kind, ticketId } = composer;
    const input = { kind, ticketId, text: present.text, ...(isEmpty ? {} : { extra }) };
    const draft = saveOpenDraft(ui.desk(), input, composer.draft);
    rememberTyping(ui.desk(), composer);
    const savedAt = ui.desk().clock.now();
    ui.store.set({ composer: { ...composer, draft, savedAt, saveProblem: null } });
  } catch (error) {
    const { language } = ui.store.get();
    const why = error instanceof UserError ? describeError(error, language) : String(error);
    ui.store.set({ composer: { ...composer, saveProblem: why } });
  }
}

/**
 * Puts the open text aside: it stays as a draft of its ticket. A text that cannot be saved stays on
 * the screen, which says why; false then.
 */
export function putAside(ui: Ui): boolean {
  saveComposer(ui);
  if (ui.store.get().composer?.saveProblem) return false;
  rememberTyping(ui.desk(), null);
  ui.store.set({ composer: null });
  return true;
}
