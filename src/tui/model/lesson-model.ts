import { saveArticle } from '../../app/knowledge/save-article.ts';
import { submitArticle } from '../../app/knowledge/submit-article.ts';
import { ticketDraft } from '../../app/knowledge/ticket-draft.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { besideTexts } from '../../i18n/beside-texts.ts';
import { refusalText, target } from './act.ts';
import { editorFailure } from './editor-failure.ts';
import { openPicker } from './overlays.ts';
import { say, texts, type Ui } from './ui.ts';

interface DraftKey {
  readonly id: string;
  readonly lang: Language;
}

/**
 * Opens an article drafted from the ticket that was just resolved, else from the one at hand. It is
 * kept before the editor opens, so that nothing of it can be lost.
 */
export async function draftArticle(ui: Ui): Promise<void> {
  const { lesson, language } = ui.store.get();
  const ticketId = lesson?.ticketId ?? target(ui);
  if (ticketId === null) return say(ui, texts(ui).disabledNoTicket, 'problem');
  const w = besideTexts(language);
  const drafted = ticketDraft(ui.desk(), ticketId);
  if (!drafted.ok) return say(ui, refusalText(ui, drafted.problem), 'problem');
  ui.store.set({ lesson: null });
  const { id, lang, text } = drafted.value;
  const back = await ui.terminal.edit(text);
  if (!back.ok) {
    return say(ui, w.editorFailed(editorFailure(ui, back), id), 'problem');
  }
  if (back.text === text) return offerReview(ui, { id, lang });
  const saved = saveArticle(ui.desk(), { id, lang }, { text: back.text, ticketId });
  if (!saved.ok) return say(ui, refusalText(ui, saved.problem), 'problem');
  const [problem] = saved.value.problems;
  if (problem !== undefined) return say(ui, w.draftProblems(id, problem), 'problem');
  offerReview(ui, { id, lang });
}

function offerReview(ui: Ui, key: DraftKey): void {
  const w = besideTexts(ui.store.get().language);
  const choice = (id: string, label: string) => ({ id, label, detail: '', disabled: null });
  say(ui, w.drafted(key.id));
  openPicker(ui, {
    purpose: 'article-draft',
    title: w.pickDraft(key.id),
    isSearchable: false,
    choices: [choice('submit', w.draftSubmit), choice('keep', w.draftKeep)],
    choose: ({ id }) => {
      if (id === 'keep') return say(ui, w.drafted(key.id));
      const done = submitArticle(ui.desk(), key);
      if (done.ok) say(ui, w.submitted(key.id));
      else say(ui, refusalText(ui, done.problem), 'problem');
    },
  });
}
