import type { ShownDontCard } from '../../app/content/dont-cards.ts';
import { repliesTexts } from '../../i18n/replies-texts.ts';
import { selectedCard } from '../present/replies-layout.ts';
import { applyTemplate } from './apply-template.ts';
import { copyToClipboard } from './copy-model.ts';
import { favouritePlaces, turnFavourite } from './favourite-templates.ts';
import { fillReply } from './fill-reply.ts';
import { openPicker } from './overlays.ts';
import { situationName, templatePreview } from './template-picker.ts';
import { say, texts, type Ui } from './ui.ts';
import { ticketAtHand } from './write-target.ts';

/** Puts the selected template into the reply to the ticket at hand; of a card, what is said instead. */
export function insertReply(ui: Ui): void {
  const { replies } = ui.store.get();
  const { library, items, selected } = replies;
  const item = items[selected];
  const card = selectedCard(replies);
  if (card) return offerInstead(ui, card);
  if (library && item) applyTemplate(ui, library, item.id);
}

/** What we do not say goes into no text; the templates that say it honestly do. */
function offerInstead(ui: Ui, card: ShownDontCard): void {
  const { library, items } = ui.store.get().replies;
  const t = repliesTexts(ui.store.get().language);
  const known = card.instead.flatMap((id) => {
    return library?.templates.find((template) => template.id === id) ? [id] : [];
  });
  if (!library || known.length === 0) return say(ui, t.dontNothing, 'problem');
  const ticketId = ticketAtHand(ui.store.get());
  openPicker(ui, {
    purpose: 'instead',
    title: t.insteadOf(card.title),
    isSearchable: false,
    choices: known.map((id) => {
      const item = items.find((one) => one.id === id);
      const label = item?.title ?? id;
      return { id, label, detail: situationName(ui, item?.situation ?? ''), disabled: null };
    }),
    preview: ({ id }) => (ticketId ? templatePreview(ui, library, { id, ticketId }) : []),
    choose: ({ id }) => applyTemplate(ui, library, id),
  });
}

/** Copies the selected template as it is filled. */
export async function copyReply(ui: Ui): Promise<void> {
  const { preview } = ui.store.get().replies;
  if (!preview?.ok) return say(ui, texts(ui).toastCopyEmpty, 'problem');
  await copyToClipboard(ui, preview.text, preview.template?.title ?? '');
}

/** Makes the selected template a favourite or no favourite. */
export function favourReply(ui: Ui): void {
  const { items, selected } = ui.store.get().replies;
  const item = items[selected];
  if (!item) return say(ui, repliesTexts(ui.store.get().language).dont, 'problem');
  turnFavourite(ui, item);
  ui.store.set({ replies: { ...ui.store.get().replies, favourites: favouritePlaces(ui) } });
}

/** Shows the selected template in its other language, or in its own again. */
export function turnTwin(ui: Ui): void {
  const { replies } = ui.store.get();
  const { items, selected, isTwin } = replies;
  if ((items[selected]?.langs.length ?? 0) < 2) {
    return say(ui, repliesTexts(ui.store.get().language).noTwin, 'problem');
  }
  ui.store.set({ replies: fillReply(ui, { ...replies, isTwin: !isTwin }) });
}
