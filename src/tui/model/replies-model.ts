import { listTemplates } from '../../app/content/list-templates.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import { templateUses } from '../../app/content/template-uses.ts';
import { createFuzzyList } from '../../search/fuzzy-list.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import { nextTop } from '../present/list-window.ts';
import { repliesLayout, replyRows, rowOf } from '../present/replies-layout.ts';
import { favouritePlaces } from './favourite-templates.ts';
import { fillReply } from './fill-reply.ts';
import { sayProblem } from './say-problem.ts';
import { pickTemplate } from './template-picker.ts';
import type { Ui } from './ui.ts';
import type { RepliesState } from './ui-state.ts';

/** The replies tab before anything was read. */
export const emptyReplies: RepliesState = {
  library: null,
  query: historyOf(bufferOf('')),
  isTyping: false,
  items: [],
  cards: [],
  shownCards: [],
  uses: new Map(),
  favourites: new Map(),
  selected: 0,
  top: 0,
  preview: null,
  previewFor: null,
  isTwin: false,
};

/** Goes to the replies tab; the texts are filled for the ticket that is at hand now. */
export function openReplies(ui: Ui): void {
  ui.store.set({ tab: 'replies', replies: { ...ui.store.get().replies, isTyping: false } });
  withLibrary(ui, () => {
    const { replies } = ui.store.get();
    list(ui, { ...replies, uses: templateUses(ui.desk()), favourites: favouritePlaces(ui) });
    void loadCards(ui).catch((error: unknown) => sayProblem(ui, error));
  });
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

/** The cards about how we do not talk stand below the templates. */
async function loadCards(ui: Ui): Promise<void> {
  const { language, replies } = ui.store.get();
  if (replies.cards.some(({ lang }) => lang === language)) return;
  const { readDontCards } = await import('../../app/content/dont-cards.ts');
  const cards = await readDontCards(ui.desk(), language);
  list(ui, { ...ui.store.get().replies, cards });
}

/** Narrows the list of templates while it is being typed. */
export function narrowReplies(ui: Ui, query: TextHistory): void {
  const { replies } = ui.store.get();
  const isSame = query.present.text === replies.query.present.text;
  if (isSame) return ui.store.set({ replies: { ...replies, query } });
  list(ui, { ...replies, query, selected: 0, top: 0 });
}

/** Answers what is typed and fills what is selected. */
function list(ui: Ui, replies: RepliesState): void {
  const { library, query, selected, cards } = replies;
  if (!library) return ui.store.set({ replies });
  const lang = ui.store.get().language;
  const { text } = query.present;
  const items = listTemplates(library, { query: text, lang });
  const shownCards = createFuzzyList(cards, { keys: [({ title }) => title] }).rank(text);
  const last = Math.max(0, items.length + shownCards.length - 1);
  const next = { ...replies, items, shownCards, selected: Math.min(selected, last) };
  ui.store.set({ replies: fillReply(ui, next) });
}

/** Moves the selection among the templates and the cards. */
export function moveReply(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const { replies } = state;
  const count = replies.items.length + replies.shownCards.length;
  if (count === 0) return;
  const selected = Math.min(count - 1, Math.max(0, replies.selected + delta));
  const rows = replyRows(replies);
  const { listHeight } = repliesLayout(state);
  const window = { top: replies.top, height: listHeight, total: rows.length };
  // The first template brings the name of its situation into sight.
  const place = selected === 0 ? 0 : rowOf(rows, selected);
  const top = nextTop(window, place);
  ui.store.set({ replies: fillReply(ui, { ...replies, selected, top, isTwin: false }) });
}

/** Puts the caret into the search line, or takes it out. */
export function setRepliesTyping(ui: Ui, isTyping: boolean): void {
  ui.store.set({ replies: { ...ui.store.get().replies, isTyping } });
}

/** Takes the search off. */
export function clearReplies(ui: Ui): void {
  narrowReplies(ui, historyOf(bufferOf('')));
}

/** Offers the templates that fit the ticket at hand, the likeliest first. */
export function openTemplatePicker(ui: Ui): void {
  withLibrary(ui, (library) => pickTemplate(ui, library));
}
