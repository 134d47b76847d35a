import { showArticle } from '../../app/content/knowledge.ts';
import { copyToClipboard } from './copy-model.ts';
import { openArticle } from './knowledge-model.ts';
import { openPicker } from './overlays.ts';
import { articleLink, codeBlocksOf, linkedArticles, type Passage, passagesOf } from './passages.ts';
import { say, texts, type Ui } from './ui.ts';
import type { Choice } from './ui-state.ts';
import { bringComposer, putText, ticketAtHand } from './write-target.ts';

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
  const link = articleLink(article.shown.article);
  const passages = passagesOf(article.blocks);
  const first: Choice = { id: 'link', label: link, detail: t.passageLink, disabled: null };
  const textOf = ({ id }: Choice) => (id === 'link' ? link : (passages[Number(id)]?.text ?? ''));
  openPicker(ui, {
    purpose: 'passage',
    title: t.pickPassage,
    isSearchable: true,
    choices: [first, ...passages.map((passage, i) => passageChoice(ui, passage, i))],
    preview: (choice) => textOf(choice).split('\n'),
    choose: (choice) => insertArticleText(ui, textOf(choice)),
  });
}

function passageChoice(ui: Ui, { kind, text, section }: Passage, index: number): Choice {
  const t = texts(ui);
  const what = kind === 'code' ? t.passageCode(text.split('\n').length) : t.passageText;
  const detail = section === '' ? what : `${section} · ${what}`;
  return { id: String(index), label: firstLine(text), detail, disabled: null };
}

/** A piece begins on a row of its own. */
function insertArticleText(ui: Ui, text: string): void {
  const composer = bringComposer(ui);
  if (!composer) return;
  const { present } = composer.history;
  const isOnRow = present.text.trim() === '' || /\n\s*$/.test(present.text.slice(0, present.caret));
  putText(ui, isOnRow ? text : `\n${text}`);
  const ticket = ui.desk().tickets.byId(composer.ticketId);
  say(ui, texts(ui).toastInserted(ticket?.number ?? ''));
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

function firstLine(text: string): string {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}
