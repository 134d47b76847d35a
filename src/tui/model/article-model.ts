import { showArticle } from '../../app/content/knowledge.ts';
import { articleTickets } from '../../app/knowledge/article-tickets.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { articleView } from '../present/article-view.ts';
import { copyToClipboard } from './copy-model.ts';
import { openPicker } from './overlays.ts';
import { offerPassages } from './passage-picker.ts';
import { codeBlocksOf, firstLine, linkedArticles } from './passages.ts';
import { goToRow, openArticle } from './reader-model.ts';
import { openTicket } from './ticket-model.ts';
import { say, texts, type Ui } from './ui.ts';
import { ticketAtHand } from './write-target.ts';

/** Copies a code block of the open article; with several it asks which. */
export async function copyBlock(ui: Ui): Promise<void> {
  const { article } = ui.store.get().knowledge;
  if (!article) return;
  const t = texts(ui);
  const blocks = codeBlocksOf(article.blocks);
  const [only] = blocks;
  if (!only) return say(ui, t.toastNoBlocks, 'problem');
  const copy = (text: string) => copyToClipboard(ui, text, firstLine(text));
  if (blocks.length === 1) return copy(only.text);
  openPicker(ui, {
    purpose: 'copy-block',
    title: t.pickBlock,
    isSearchable: true,
    hasDigits: true,
    choices: blocks.map(({ text, index }) => ({
      id: String(index),
      label: firstLine(text),
      detail: t.passageCode(text.split('\n').length),
      disabled: null,
    })),
    preview: ({ id }) => (blocks[Number(id)]?.text ?? '').split('\n'),
    choose: ({ id }) => {
      const block = blocks[Number(id)];
      if (block) void copy(block.text);
    },
  });
}

/** Offers the link of the open article and its pieces for the text being written. */
export function insertPassage(ui: Ui): void {
  const state = ui.store.get();
  const { article } = state.knowledge;
  if (!article) return;
  const t = texts(ui);
  if (ticketAtHand(state) === null) return say(ui, t.toastNothing, 'problem');
  offerPassages(ui, { article: article.shown.article, blocks: article.blocks });
}

/** Offers the articles that the open one leads to. */
export function openRelated(ui: Ui): void {
  const { base, article } = ui.store.get().knowledge;
  if (!base || !article) return;
  const { language } = ui.store.get();
  const ids = [...linkedArticles(article.blocks), ...article.shown.related.map(({ id }) => id)];
  const found = [...new Set(ids)].flatMap((id) => showArticle(base, id, language)?.article ?? []);
  if (found.length === 0) return say(ui, texts(ui).toastNothing, 'problem');
  openPicker(ui, {
    purpose: 'article',
    title: texts(ui).pickArticleLink,
    isSearchable: true,
    choices: found.map(({ id, title }) => ({ id, label: title, detail: id, disabled: null })),
    choose: ({ id }) => void openArticle(ui, id),
  });
}

/** Offers the headings of the open article; the chosen part comes to the top. */
export function openContents(ui: Ui): void {
  const state = ui.store.get();
  const { article } = state.knowledge;
  if (!article) return;
  const k = knowledgeTexts(state.language);
  const { outline } = articleView(article, state);
  if (outline.length === 0) return say(ui, k.noContents, 'problem');
  openPicker(ui, {
    purpose: 'contents',
    title: k.contents,
    isSearchable: true,
    hasDigits: true,
    choices: outline.map(({ text, depth, row }) => {
      return { id: String(row), label: '  '.repeat(depth) + text, detail: '', disabled: null };
    }),
    choose: ({ id }) => goToRow(ui, Number(id)),
  });
}

/** Offers the tickets that the open article helped with or that name it. */
export function openArticleTickets(ui: Ui): void {
  const { article } = ui.store.get().knowledge;
  if (!article) return;
  const k = knowledgeTexts(ui.store.get().language);
  const found = articleTickets(ui.desk(), article.shown.article.id);
  if (found.length === 0) return say(ui, k.noTickets);
  openPicker(ui, {
    purpose: 'article-tickets',
    title: k.pickTickets,
    isSearchable: true,
    choices: found.map(({ ticket, hasHelped }) => ({
      id: ticket.id,
      label: `${ticket.number}  ${ticket.subject}`,
      detail: hasHelped ? k.ticketHelped : k.ticketNamed,
      disabled: null,
    })),
    choose: ({ id }) => openTicket(ui, id),
  });
}
