import { setImmediate } from 'node:timers/promises';
import { ticketWords } from '../../app/content/ticket-words.ts';
import { showTicket } from '../../app/ticket/show-ticket.ts';
import { type Beside, besideItems } from './beside-state.ts';
import { loadChecklists } from './load-lists.ts';
import { sayProblem } from './say-problem.ts';
import type { Ui } from './ui.ts';

const MOST_ARTICLES = 4;
const MOST_SIMILAR = 4;

/** Looks for what may help with a ticket. The screen is painted first; finds appear beside it. */
export async function loadBeside(ui: Ui, ticketId: string): Promise<void> {
  const before = ui.store.get().beside;
  const isSame = before?.ticketId === ticketId;
  if (!isSame) {
    ui.store.set({ beside: { ticketId, articles: null, similar: null, selected: 0 } });
  }
  try {
    await setImmediate();
    if (isWanted(ui, ticketId)) void loadChecklists(ui, ticketId);
    const knowledge = await ui.content().knowledge();
    const { ticketArticles } = await import('../../app/knowledge/ticket-articles.ts');
    const view = showTicket(ui.desk(), ticketId);
    if (view === null || !isWanted(ui, ticketId)) return;
    const articles = await ticketArticles(knowledge, view, MOST_ARTICLES);
    if (!isWanted(ui, ticketId)) return;
    changeBeside(ui, ticketId, { articles });
    await setImmediate();
    const { similarTickets } = await import('../../app/ticket/similar-tickets.ts');
    if (!isWanted(ui, ticketId)) return;
    const similar = similarTickets(ui.desk(), {
      ticketId,
      words: ticketWords(view),
      articleIds: articles.map(({ article }) => article.id),
      limit: MOST_SIMILAR,
    });
    changeBeside(ui, ticketId, { similar });
  } catch (error) {
    sayProblem(ui, error);
  }
}

/** Whether nobody went on to another ticket meanwhile. */
function isWanted(ui: Ui, ticketId: string): boolean {
  return ui.store.get().beside?.ticketId === ticketId;
}

/** Takes what was found or said into what stands beside a ticket, unless another is open now. */
export function changeBeside(ui: Ui, ticketId: string, found: Partial<Beside>): void {
  const { beside } = ui.store.get();
  if (beside?.ticketId !== ticketId) return;
  const next = { ...beside, ...found };
  const last = Math.max(0, besideItems(next).length - 1);
  ui.store.set({ beside: { ...next, selected: Math.min(last, Math.max(0, next.selected)) } });
}
