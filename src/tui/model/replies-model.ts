import { type ListedTemplate, listTemplates } from '../../app/content/list-templates.ts';
import { renderTemplate } from '../../app/content/render-template.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import { nextTop } from '../present/list-window.ts';
import { repliesLayout, replyRows, rowOf } from '../present/replies-layout.ts';
import { applyTemplate } from './apply-template.ts';
import { copyToClipboard } from './copy-model.ts';
import { fitTemplates } from './fit-templates.ts';
import { openPicker } from './overlays.ts';
import { sayProblem } from './say-problem.ts';
import { say, texts, type Ui } from './ui.ts';
import type { Choice, RepliesState } from './ui-state.ts';
import { ticketAtHand } from './write-target.ts';

/** The replies tab before anything was read. */
export const emptyReplies: RepliesState = {
  library: null,
  query: historyOf(bufferOf('')),
  isTyping: false,
  items: [],
  selected: 0,
  top: 0,
  preview: null,
  previewFor: null,
};

/** Goes to the replies tab; the texts are filled for the ticket that is at hand now. */
export function openReplies(ui: Ui): void {
  ui.store.set({ tab: 'replies', replies: { ...ui.store.get().replies, isTyping: false } });
  withLibrary(ui, () => list(ui, ui.store.get().replies));
}

/** Reads the templates if they were not read yet. */
export async function loadReplies(ui: Ui): Promise<TemplateLibrary | null> {
  try {
    const library = await ui.content().templates();
    ui.store.set({ replies: { ...ui.store.get().replies, library } });
    return library;
  } catch (error) {
    sayProblem(ui, error);
    return null;
  }
}

/** Uses the templates at once when they are there, so that the next key meets what this one opened. */
export function withLibrary(ui: Ui, use: (library: TemplateLibrary) => void): void {
  const { library } = ui.store.get().replies;
  if (library) return use(library);
  ui.gate.hold(loadReplies(ui).then((loaded) => loaded && use(loaded)));
}

/** Narrows the list of templates while it is being typed. */
export function narrowReplies(ui: Ui, query: TextHistory): void {
  const { replies } = ui.store.get();
  const isSame = query.present.text === replies.query.present.text;
  if (isSame) return ui.store.set({ replies: { ...replies, query } });
  list(ui, { ...replies, query, selected: 0, top: 0 });
}

function list(ui: Ui, replies: RepliesState): void {
  const { library, query, selected } = replies;
  if (!library) return ui.store.set({ replies });
  const lang = ui.store.get().language;
  const items = listTemplates(library, { query: query.present.text, lang });
  const last = Math.max(0, items.length - 1);
  ui.store.set({ replies: filled(ui, { ...replies, items, selected: Math.min(selected, last) }) });
}

/** Fills the selected template for the ticket at hand. */
function filled(ui: Ui, replies: RepliesState): RepliesState {
  const { library, items, selected } = replies;
  const item = items[selected];
  if (!library || !item) return { ...replies, preview: null, previewFor: null };
  const ticketId = ticketAtHand(ui.store.get());
  const ticket = ticketId === null ? null : ui.desk().tickets.byId(ticketId);
  // Without an addressee the text is shown in the language of the screen.
  const lang = ticket ? undefined : ui.store.get().language;
  const input = { templateId: item.id, ticketId: ticket?.id ?? null, lang };
  const preview = renderTemplate(ui.desk(), library, input);
  return { ...replies, preview, previewFor: ticket?.number ?? null };
}

/** Moves the selection among the templates. */
export function moveReply(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const { replies } = state;
  if (replies.items.length === 0) return;
  const selected = Math.min(replies.items.length - 1, Math.max(0, replies.selected + delta));
  const rows = replyRows(replies);
  const { listHeight } = repliesLayout(state);
  const window = { top: replies.top, height: listHeight, total: rows.length };
  // The first template brings the name of its situation into sight.
  const place = selected === 0 ? 0 : rowOf(rows, selected);
  ui.store.set({ replies: filled(ui, { ...replies, selected, top: nextTop(window, place) }) });
}

/** Puts the caret into the search line, or takes it out. */
export function setRepliesTyping(ui: Ui, isTyping: boolean): void {
  ui.store.set({ replies: { ...ui.store.get().replies, isTyping } });
}

/** Takes the search off. */
export function clearReplies(ui: Ui): void {
  narrowReplies(ui, historyOf(bufferOf('')));
}

/** Puts the selected template into the reply to the ticket at hand. */
export function insertReply(ui: Ui): void {
  const { library, items, selected } = ui.store.get().replies;
  const item = items[selected];
  if (library && item) applyTemplate(ui, library, item.id);
}

/** Copies the selected template as it is filled. */
export async function copyReply(ui: Ui): Promise<void> {
  const { preview } = ui.store.get().replies;
  if (!preview?.ok) return say(ui, texts(ui).toastCopyEmpty, 'problem');
  await copyToClipboard(ui, preview.text, preview.template?.title ?? '');
}

/** Offers the templates that fit the ticket at hand, the likeliest first. */
export function openTemplatePicker(ui: Ui): void {
  withLibrary(ui, (library) => pickTemplate(ui, library));
}

function pickTemplate(ui: Ui, library: TemplateLibrary): void {
  const ticketId = ticketAtHand(ui.store.get());
  const ticket = ticketId === null ? null : ui.desk().tickets.byId(ticketId);
  if (!ticket) return say(ui, texts(ui).disabledNoTicket, 'problem');
  const kind = ui.store.get().composer?.kind ?? 'reply';
  const items = fitTemplates(ui, library, ticket, kind);
  openPicker(ui, {
    purpose: 'template',
    title: texts(ui).pickTemplate,
    isSearchable: true,
    hasDigits: true,
    choices: items.map((item) => templateChoice(ui, item)),
    preview: ({ id }) => templatePreview(ui, library, { id, ticketId: ticket.id }),
    choose: ({ id }) => applyTemplate(ui, library, id),
  });
}

/** A template as a choice: its name, and the situation it is for. */
export function templateChoice(ui: Ui, { id, title, situation }: ListedTemplate): Choice {
  const names: Readonly<Record<string, string>> = texts(ui).situations;
  return { id, label: title, detail: names[situation] ?? situation, disabled: null };
}

/** A template as it would stand in the text, and when to use it. */
export function templatePreview(
  ui: Ui,
  library: TemplateLibrary,
  { id, ticketId }: { readonly id: string; readonly ticketId: string },
): readonly string[] {
  const { ok, text, problems, template } = renderTemplate(ui.desk(), library, {
    templateId: id,
    ticketId,
  });
  const shown = ok ? text : problems.map((problem) => problem.text).join('; ');
  return [...shown.trimEnd().split('\n'), '', `${texts(ui).templateWhen}${template?.when ?? ''}`];
}
