import { renderTemplate } from '../../app/content/render-template.ts';
import type { Ui } from './ui.ts';
import type { RepliesState } from './ui-state.ts';
import { ticketAtHand } from './write-target.ts';

/** Fills the selected template for the ticket at hand, or shows its twin in the other language. */
export function fillReply(ui: Ui, replies: RepliesState): RepliesState {
  const { library, items, selected, isTwin } = replies;
  const item = items[selected];
  if (!library || !item) return { ...replies, preview: null, previewFor: null };
  const ticketId = ticketAtHand(ui.store.get());
  const ticket = ticketId === null ? null : ui.desk().tickets.byId(ticketId);
  // Without an addressee the text is shown in the language of the screen.
  const lang = ticket ? undefined : ui.store.get().language;
  const input = { templateId: item.id, ticketId: ticket?.id ?? null, lang };
  const preview = renderTemplate(ui.desk(), library, input);
  const other = preview.template?.lang === 'ru' ? 'en' : 'ru';
  const shown = isTwin ? renderTemplate(ui.desk(), library, { ...input, lang: other }) : preview;
  return { ...replies, preview: shown, previewFor: ticket?.number ?? null };
}
