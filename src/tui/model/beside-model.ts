import { showArticle } from '../../app/content/knowledge.ts';
import { logLostSearch } from '../../app/knowledge/lost-search.ts';
import { markArticle } from '../../app/knowledge/mark-article.ts';
import { parseArticleMarkdown } from '../../content/article-markdown.ts';
import type { ArticleMark } from '../../domain/article-command.ts';
import { type BesideTexts, besideTexts } from '../../i18n/beside-texts.ts';
import { refusalText } from './act.ts';
import { type BesideItem, besideItems, selectedBeside } from './beside-state.ts';
import { loadKnowledge } from './knowledge-model.ts';
import { changeBeside } from './load-beside.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker, openPrompt } from './overlays.ts';
import { offerPassages } from './passage-picker.ts';
import { openBesideTicket } from './reader-model.ts';
import { sayProblem } from './say-problem.ts';
import { openTicket } from './ticket-model.ts';
import { say, type Ui } from './ui.ts';

function words(ui: Ui): BesideTexts {
  return besideTexts(ui.store.get().language);
}

/** Moves on beside the ticket, round its ends. */
export function stepBeside(ui: Ui, delta: 1 | -1): void {
  const { beside } = ui.store.get();
  const count = besideItems(beside).length;
  if (beside === null || count === 0) return say(ui, words(ui).whyNothing, 'problem');
  changeBeside(ui, beside.ticketId, { selected: (beside.selected + delta + count) % count });
}

/** Reads the selected article, from which Esc leads back, or opens the selected ticket. */
export function openBeside(ui: Ui): void {
  const item = selectedBeside(ui.store.get().beside);
  if (item === null) return say(ui, words(ui).whyNothing, 'problem');
  openItem(ui, item);
}

function openItem(ui: Ui, item: BesideItem): void {
  if (item.kind === 'ticket') return openTicket(ui, item.ticket.id);
  accept(ui, item.article.id);
  const { beside } = ui.store.get();
  if (beside === null) return;
  void openBesideTicket(ui, item.article.id, beside.ticketId).catch((error: unknown) =>
    sayProblem(ui, error),
  );
}

/** Offers the link and the pieces of the selected article for the text being written. */
export function insertBeside(ui: Ui): void {
  const item = selectedBeside(ui.store.get().beside);
  if (item?.kind !== 'article') return say(ui, words(ui).whyNoArticle, 'problem');
  insertItem(ui, item.article.id);
}

function insertItem(ui: Ui, articleId: string): void {
  void loadKnowledge(ui).then(() => {
    const { base } = ui.store.get().knowledge;
    const shown = base && showArticle(base, articleId, ui.store.get().language);
    if (!shown) return;
    const { article } = shown;
    const blocks = parseArticleMarkdown(article.body);
    offerPassages(ui, { article, blocks }, () => accept(ui, articleId));
  });
}

/** The list of everything beside the ticket; from the composer an article goes into the text. */
export function pickBeside(ui: Ui): void {
  const { beside, composer } = ui.store.get();
  const items = besideItems(beside);
  const w = words(ui);
  if (items.length === 0) return say(ui, w.whyNothing, 'problem');
  openPicker(ui, {
    purpose: 'beside',
    title: w.pick,
    isSearchable: true,
    hasDigits: true,
    choices: items.map((item, place) => besideChoice(item, place, w)),
    preview: ({ id }) => previewOf(ui, items[Number(id)]),
    choose: ({ id }) => {
      const item = items[Number(id)];
      if (!item || beside === null) return;
      changeBeside(ui, beside.ticketId, { selected: Number(id) });
      if (item.kind === 'article' && composer) insertItem(ui, item.article.id);
      else openItem(ui, item);
    },
  });
}

function besideChoice(item: BesideItem, place: number, w: BesideTexts): Choice {
  const id = String(place);
  if (item.kind === 'article') {
    const detail = w.by[item.by](item.words.join(' '));
    return { id, label: item.article.title, detail, disabled: null };
  }
  const { number, subject, customer } = item.ticket;
  return { id, label: `${number} ${subject}`, detail: customer ?? '', disabled: null };
}

function previewOf(ui: Ui, item: BesideItem | undefined): readonly string[] {
  if (item === undefined) return [];
  if (item.kind === 'ticket') return [item.ticket.solution || words(ui).noSolution];
  const { base } = ui.store.get().knowledge;
  const shown = base && showArticle(base, item.article.id, ui.store.get().language);
  return shown ? shown.article.body.split('\n') : [];
}

/** Says of the selected article that it helped here or is outdated. */
export function markBeside(ui: Ui, kind: 'helped' | 'outdated'): void {
  const w = words(ui);
  mark(ui, kind, kind === 'helped' ? w.markedHelped : w.markedOutdated);
}

/** Puts the selected article aside: it does not come back for this ticket. */
export function putBesideAway(ui: Ui): void {
  const { beside } = ui.store.get();
  const done = mark(ui, 'rejected', words(ui).putAside);
  if (done === null || beside === null) return;
  const articles = beside.articles?.filter(({ article }) => article.id !== done) ?? null;
  changeBeside(ui, beside.ticketId, { articles });
}

/** Marks the selected article for this ticket; its id when it was marked. */
function mark(ui: Ui, kind: ArticleMark, done: (title: string) => string): string | null {
  const { beside } = ui.store.get();
  const item = selectedBeside(beside);
  if (beside === null || item?.kind !== 'article') {
    say(ui, words(ui).whyNoArticle, 'problem');
    return null;
  }
  const { id, lang, title } = item.article;
  const outcome = markArticle(ui.desk(), { id, lang }, { kind, ticketId: beside.ticketId });
  if (!outcome.ok) {
    say(ui, refusalText(ui, outcome.problem), 'problem');
    return null;
  }
  remember(ui, id, kind);
  say(ui, done(title));
  return id;
}

function remember(ui: Ui, articleId: string, kind: ArticleMark): void {
  const { beside } = ui.store.get();
  if (beside === null) return;
  const articles = beside.articles?.map((found) => {
    return found.article.id === articleId ? { ...found, marks: [...found.marks, kind] } : found;
  });
  changeBeside(ui, beside.ticketId, { articles: articles ?? null });
}

/** A suggestion that was opened or used is a good one; once per ticket. */
function accept(ui: Ui, articleId: string): void {
  const { beside } = ui.store.get();
  const found = beside?.articles?.find(({ article }) => article.id === articleId);
  if (!beside || !found || found.by === 'link' || found.marks.includes('accepted')) return;
  const { id, lang } = found.article;
  const mark = { kind: 'accepted', ticketId: beside.ticketId } as const;
  if (markArticle(ui.desk(), { id, lang }, mark).ok) remember(ui, id, 'accepted');
}

/** Asks in one line which article was missing for the ticket. */
export function askMissing(ui: Ui): void {
  const { beside } = ui.store.get();
  const w = words(ui);
  if (beside === null) return say(ui, w.whyNothing, 'problem');
  const { ticketId } = beside;
  openPrompt(ui, {
    title: w.promptMissing,
    submit: (query) => {
      const done = logLostSearch(ui.desk(), { query, outcome: 'missing', ticketId });
      if (!done.ok) return refusalText(ui, done.problem);
      say(ui, w.notedMissing);
      return null;
    },
  });
}
