import { textFinder } from '../../app/content/find-in-text.ts';
import { type Knowledge, searchArticles, showArticle } from '../../app/content/knowledge.ts';
import { countUse } from '../../app/knowledge/mark-article.ts';
import { parseArticleMarkdown } from '../../content/article-markdown.ts';
import { repliesTexts } from '../../i18n/replies-texts.ts';
import { cut } from '../../util/text-layout.ts';
import type { FoundInsert, Insert } from './insert.ts';
import { firstLine, type Passage, passagesOf } from './passages.ts';
import type { Ui } from './ui.ts';
import { putText } from './write-target.ts';

/** So many articles of an answer are looked into; of each the best passages are offered. */
const MOST_ARTICLES = 6;
const EACH_FOUND = 2;
const EACH_RELATED = 2;
const MOST_RELATED = 6;
const LONGEST_TITLE = 36;
/** What is typed has to say something before the base is asked. */
const SHORTEST_QUERY = 2;
/** An article that answers stands between a word met at its beginning and one met inside. */
const BEST = 0.75;
const STEP = 0.9;

interface OpenArticle {
  readonly id: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** Passages of articles for one opened list: each article is taken apart once. */
export class InsertPassages {
  readonly #ui: Ui;
  readonly #base: Knowledge;
  readonly #open = new Map<string, OpenArticle | null>();

  constructor(ui: Ui, base: Knowledge) {
    this.#ui = ui;
    this.#base = base;
  }

  /** Passages of the articles that stand beside the ticket: those that say its words. */
  ofTicket(ticketId: string): readonly Insert[] {
    const { beside } = this.#ui.store.get();
    if (beside?.ticketId !== ticketId) return [];
    const near = (beside.articles ?? []).flatMap(({ article, words }) =>
      this.#passages(article.id, words.join(' '), EACH_RELATED),
    );
    return near.slice(0, MOST_RELATED);
  }

  /** Passages of the articles that answer what is typed. */
  find(query: string): readonly FoundInsert[] {
    if (query.trim().length < SHORTEST_QUERY) return [];
    const { language: lang } = this.#ui.store.get();
    const { hits } = searchArticles(this.#base, query, { limit: MOST_ARTICLES, lang });
    return hits.flatMap(({ article }, place) => {
      const score = BEST * STEP ** place;
      const found = this.#passages(article.id, query, EACH_FOUND);
      return found.map((insert, at) => ({ insert, score: score * STEP ** at, isGuess: false }));
    });
  }

  #passages(articleId: string, wanted: string, most: number): readonly Insert[] {
    const article = this.#read(articleId);
    if (article === null) return [];
    const inside = textFinder(wanted, article.passages.map(({ text }) => text).join('\n'));
    const scored = article.passages.map((passage, at) => {
      const rows = passage.text.split('\n');
      const met = rows.reduce((sum, row) => sum + inside(row).length, 0);
      const inSection = inside(passage.section).length;
      return { passage, at, met: met + inSection };
    });
    return scored
      .toSorted((a, b) => b.met - a.met || a.at - b.at)
      .slice(0, most)
      .map(({ passage, at }) => this.#insert(article, passage, at));
  }

  #insert(article: OpenArticle, { text, section, kind }: Passage, at: number): Insert {
    const { language } = this.#ui.store.get();
    const place = section === '' ? article.title : `${article.title} · ${section}`;
    return {
      id: `passage-${article.id}-${at}`,
      label: firstLine(text),
      detail: `${repliesTexts(language).insertPassage} · ${cut(article.title, LONGEST_TITLE)}`,
      disabled: null,
      preview: () => [place, '', ...text.split('\n')],
      insert: (ui) => {
        // A command or a list begins on a row of its own; a sentence goes on in the line.
        const isOwnRow = kind === 'code' || text.includes('\n');
        putText(ui, isOwnRow && !isAtRowStart(ui) ? `\n${text}` : text);
        countUse(ui.desk(), article.id, 'inserted');
      },
    };
  }

  #read(id: string): OpenArticle | null {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const shown = showArticle(this.#base, id, this.#ui.store.get().language);
    const blocks = shown === null ? [] : parseArticleMarkdown(shown.article.body);
    const title = shown?.article.title ?? '';
    const article = shown && { id, title, passages: passagesOf(blocks) };
    this.#open.set(id, article);
    return article;
  }
}

function isAtRowStart(ui: Ui): boolean {
  const present = ui.store.get().composer?.history.present;
  return present !== undefined && /(?:^|\n)\s*$/.test(present.text.slice(0, present.caret));
}
