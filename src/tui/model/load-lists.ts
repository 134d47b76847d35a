import { cleanClosings, PRACTISED } from '../../app/wording/clean-closings.ts';
import { checklistsTexts } from '../../i18n/checklists-texts.ts';
import { sayProblem } from './say-problem.ts';
import { say, type Ui } from './ui.ts';

/** Reads the lists when the first ticket is opened, and what is known of this one for them. */
export async function loadChecklists(ui: Ui, ticketId: string): Promise<void> {
  try {
    const { isArticleBegun, openChecklists } = await import('../../app/wording/open-checklists.ts');
    const desk = ui.desk();
    const before = ui.store.get().checklists;
    const begunFrom = isArticleBegun(desk, ticketId) ? ticketId : null;
    if (before.lists !== null) {
      return ui.store.set({ checklists: { ...before, begunFrom } });
    }
    const lists = await openChecklists(desk);
    if (lists === null) return;
    const isFolded = cleanClosings(desk) >= PRACTISED;
    ui.store.set({ checklists: { lists, isFolded, begunFrom } });
    if (lists.problem === null) return;
    say(ui, checklistsTexts(ui.store.get().language).broken(lists.problem), 'problem');
  } catch (error) {
    sayProblem(ui, error);
  }
}
