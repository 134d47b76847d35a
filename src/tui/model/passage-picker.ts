import { countUse } from '../../app/knowledge/mark-article.ts';
import type { Block } from '../../content/article-markdown.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { articleLink, firstLine, type Passage, passagesOf } from './passages.ts';
import { say, texts, type Ui } from './ui.ts';
import { bringComposer, putText } from './write-target.ts';

/** An article of which something is put into a text. */
export interface InsertedArticle {
  readonly article: { readonly id: string; readonly title: string };
  readonly blocks: readonly Block[];
}

/** Offers the link of an article and its pieces for the text being written. */
export function offerPassages(
  ui: Ui,
  { article, blocks }: InsertedArticle,
  inserted: () => void = () => {},
): void {
  const t = texts(ui);
  const link = articleLink(article);
  const passages = passagesOf(blocks);
  const first: Choice = { id: 'link', label: link, detail: t.passageLink, disabled: null };
  const textOf = ({ id }: Choice) => (id === 'link' ? link : (passages[Number(id)]?.text ?? ''));
  openPicker(ui, {
    purpose: 'passage',
    title: t.pickPassage,
    isSearchable: true,
    choices: [first, ...passages.map((passage, i) => passageChoice(ui, passage, i))],
    preview: (choice) => textOf(choice).split('\n'),
    choose: (choice) => {
      if (!insertArticleText(ui, textOf(choice))) return;
      countUse(ui.desk(), article.id, 'inserted');
      inserted();
    },
  });
}

function passageChoice(ui: Ui, { kind, text, section }: Passage, index: number): Choice {
  const t = texts(ui);
  const what = kind === 'code' ? t.passageCode(text.split('\n').length) : t.passageText;
  const detail = section === '' ? what : `${section} · ${what}`;
  return { id: String(index), label: firstLine(text), detail, disabled: null };
}

/** A piece begins on a row of its own. */
function insertArticleText(ui: Ui, text: string): boolean {
  const composer = bringComposer(ui);
  if (!composer) return false;
  const { present } = composer.history;
  const isOnRow = present.text.trim() === '' || /\n\s*$/.test(present.text.slice(0, present.caret));
  putText(ui, isOnRow ? text : `\n${text}`);
  const ticket = ui.desk().tickets.byId(composer.ticketId);
  say(ui, texts(ui).toastInserted(ticket?.number ?? ''));
  return true;
}
