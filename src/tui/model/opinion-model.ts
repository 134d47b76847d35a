import { articleOpinion } from '../../app/knowledge/article-opinion.ts';
import { markArticle, rateArticle, toggleFavourite } from '../../app/knowledge/mark-article.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import type { Result } from '../../util/result.ts';
import { refusalText } from './act.ts';
import { settleSearch } from './knowledge-search.ts';
import { openPicker, openPrompt } from './overlays.ts';
import { changeArticle } from './reader-model.ts';
import { say, texts, type Ui } from './ui.ts';

interface ArticleKey {
  readonly id: string;
  readonly lang: Language;
}

/** The article that is read, else the selected one. */
function articleAtHand(ui: Ui): ArticleKey | null {
  settleSearch(ui);
  const { article, hits, selected } = ui.store.get().knowledge;
  const at = article?.shown.article ?? hits[selected]?.article;
  return at ? { id: at.id, lang: at.lang } : null;
}

/** Why nothing can be said of an article now: there is none. */
export function whyNoArticle(ui: Ui): string | null {
  return articleAtHand(ui) === null ? texts(ui).toastNothing : null;
}

/** Marks that the article helped, with the ticket that is open. */
export function markHelped(ui: Ui): void {
  const key = articleAtHand(ui);
  if (!key) return;
  const k = knowledgeTexts(ui.store.get().language);
  const ticketId = openTicketId(ui);
  const number = ticketId === null ? null : ui.desk().tickets.byId(ticketId)?.number;
  tell(ui, key, markArticle(ui.desk(), key, { kind: 'helped', ticketId }), () =>
    number ? k.toastHelpedIn(number) : k.toastHelped,
  );
}

/** Marks that the article is outdated; what is wrong with it may be said in a line. */
export function markOutdated(ui: Ui): void {
  const key = articleAtHand(ui);
  if (!key) return;
  const k = knowledgeTexts(ui.store.get().language);
  openPrompt(ui, {
    title: k.promptOutdated,
    submit: (text) => {
      const mark = { kind: 'outdated', text: text.trim(), ticketId: openTicketId(ui) } as const;
      tell(ui, key, markArticle(ui.desk(), key, mark), () => k.toastOutdated);
      return null;
    },
  });
}

/** Gives the article one to five stars. */
export function rate(ui: Ui): void {
  const key = articleAtHand(ui);
  if (!key) return;
  const k = knowledgeTexts(ui.store.get().language);
  openPicker(ui, {
    purpose: 'rate',
    title: k.pickStars,
    isSearchable: false,
    choices: k.stars.map((name, i) => {
      return { id: String(i + 1), label: name, detail: '★'.repeat(i + 1), disabled: null };
    }),
    choose: ({ id }) => {
      const stars = Number(id);
      tell(ui, key, rateArticle(ui.desk(), key, stars), () => k.toastRated(stars));
    },
  });
}

/** Puts the article among one's own, or takes it out again. */
export function turnFavourite(ui: Ui): void {
  const key = articleAtHand(ui);
  if (!key) return;
  const k = knowledgeTexts(ui.store.get().language);
  tell(ui, key, toggleFavourite(ui.desk(), key), (isFavourite) =>
    isFavourite ? k.toastFavourite : k.toastUnfavourite,
  );
}

function tell<Value>(
  ui: Ui,
  { id }: ArticleKey,
  done: Result<Value, Refusal>,
  sentence: (value: Value) => string,
): void {
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  if (ui.store.get().knowledge.article?.shown.article.id === id) {
    changeArticle(ui, { opinion: articleOpinion(ui.desk(), id) });
  }
  say(ui, sentence(done.value));
}

function openTicketId(ui: Ui): string | null {
  const { composer, ticket } = ui.store.get();
  return composer?.ticketId ?? ticket?.view.ticket.id ?? null;
}
