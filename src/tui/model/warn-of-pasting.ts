import { pastedReply } from '../../app/knowledge/pasted-reply.ts';
import { besideTexts } from '../../i18n/beside-texts.ts';
import { sayProblem } from './say-problem.ts';
import type { Ui } from './ui.ts';

/** Looks whether the text under review is an article word for word; the review is painted first. */
export async function warnOfPasting(ui: Ui, text: string): Promise<void> {
  try {
    const knowledge = await ui.content().knowledge();
    const { beside, language } = ui.store.get();
    const offered = beside?.articles?.map(({ article }) => article.id) ?? [];
    const pasted = pastedReply(knowledge, text, offered);
    const { overlay, composer } = ui.store.get();
    const isSame = composer?.history.present.text === text;
    if (pasted === null || overlay?.type !== 'review' || !isSame) return;
    const warnings = [besideTexts(language).pasted(pasted.source.title)];
    ui.store.set({ overlay: { ...overlay, warnings } });
  } catch (error) {
    sayProblem(ui, error);
  }
}
