import type { Knowledge } from '../../app/content/knowledge.ts';
import { searchArticles } from '../../app/content/knowledge.ts';
import { addresseeOf, replyScope } from '../../app/content/reply-scope.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { createTimeText } from '../present/time-text.ts';
import { applyTemplate } from './apply-template.ts';
import { editComposer } from './composer-model.ts';
import { fitTemplates } from './fit-templates.ts';
import { loadKnowledge } from './knowledge-model.ts';
import { openPicker } from './overlays.ts';
import { articleLink } from './passages.ts';
import { loadReplies, templateChoice, templatePreview } from './replies-model.ts';
import { texts, type Ui } from './ui.ts';
import type { Choice } from './ui-state.ts';
import { putText } from './write-target.ts';

const MARK = '//';
const MINUTES = [15, 30, 60, 120, 240] as const;

/** A choice with what it puts in. */
interface Insert extends Choice {
  readonly insert: (ui: Ui) => void;
  readonly preview: () => readonly string[];
}

/** Offers what can be put in at the caret, after `//` was typed. Esc leaves the `//` as it is. */
export function openInsertPicker(ui: Ui): void {
  const { knowledge, replies } = ui.store.get();
  if (knowledge.base && replies.library) return pick(ui, knowledge.base, replies.library);
  void Promise.all([loadKnowledge(ui), loadReplies(ui)]).then(() => {
    const now = ui.store.get();
    const { base } = now.knowledge;
    const { library } = now.replies;
    // The person may have typed on or left meanwhile.
    if (base && library && now.overlay === null && markAt(ui) !== null) pick(ui, base, library);
  });
}

function pick(ui: Ui, base: Knowledge, library: TemplateLibrary): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  const { ticketId } = composer;
  const inserts = [
    ...factInserts(ui, ticketId),
    ...timeInserts(ui, library, ticketId),
    ...templateInserts(ui, library, ticketId),
    ...articleInserts(ui, base),
  ];
  const byId = new Map(inserts.map((item) => [item.id, item]));
  openPicker(ui, {
    purpose: 'insert',
    title: texts(ui).pickInsert,
    isSearchable: true,
    choices: inserts.map(({ id, label, detail }) => ({ id, label, detail, disabled: null })),
    preview: ({ id }) => byId.get(id)?.preview() ?? [],
    choose: ({ id }) => {
      takeMark(ui);
      byId.get(id)?.insert(ui);
    },
  });
}

/** Where the `//` before the caret begins; null when it is not there. */
function markAt(ui: Ui): number | null {
  const present = ui.store.get().composer?.history.present;
  if (!present?.text.slice(0, present.caret).endsWith(MARK)) return null;
  return present.caret - MARK.length;
}

function takeMark(ui: Ui): void {
  const at = markAt(ui);
  const text = ui.store.get().composer?.history.present.text ?? '';
  if (at === null) return;
  const rest = text.slice(0, at) + text.slice(at + MARK.length);
  editComposer(ui, bufferOf(rest, at), 'other');
}

/** `name: text`, found by either; the text alone is put in. */
function namedInsert(id: string, name: string, text: string): Insert {
  return { ...textInsert(id, text), label: `${name}: ${text}` };
}

function textInsert(id: string, text: string): Insert {
  return {
    id,
    label: text,
    detail: '',
    disabled: null,
    insert: (ui) => putText(ui, text),
    preview: () => [text],
  };
}

/** What is known of the ticket and its people. */
function factInserts(ui: Ui, ticketId: string): Insert[] {
  const t = texts(ui);
  const addressee = addresseeOf(ui.desk(), ticketId);
  if (!addressee) return [];
  const { ticket, customer, contact } = addressee;
  const facts = [
    [t.factNumber, ticket?.number],
    [t.factContact, contact?.callName ?? contact?.name],
    [t.factCustomer, customer?.name],
    [t.factMail, contact?.email],
    [t.factPhone, contact?.phone],
    [t.factSubject, ticket?.subject],
  ] as const;
  return facts.flatMap(([name, text], i) => (text ? [namedInsert(`fact-${i}`, name, text)] : []));
}

/** Times on the customer's clock, written as the templates write them. */
function timeInserts(ui: Ui, library: TemplateLibrary, ticketId: string): Insert[] {
  const t = texts(ui);
  const desk = ui.desk();
  const addressee = addresseeOf(desk, ticketId);
  if (!addressee) return [];
  const lang = addressee.contact?.language ?? desk.config.language;
  const scope = replyScope(desk, addressee, lang);
  const { length } = createTimeText(desk.config.timeZone, ui.store.get().language);
  return [0, ...MINUTES].flatMap((minutes) => {
    const body = `{{ now | in_minutes: ${minutes} | clock: contact }}`;
    const shown = library
      .engine(lang)
      .render(minutes === 0 ? '{{ now | clock: contact }}' : body, scope);
    const name = minutes === 0 ? t.timeNow : t.timeIn(length(minutes * 60_000));
    return shown.ok ? [namedInsert(`time-${minutes}`, name, shown.value.text)] : [];
  });
}

function templateInserts(ui: Ui, library: TemplateLibrary, ticketId: string): Insert[] {
  const t = texts(ui);
  const ticket = ui.desk().tickets.byId(ticketId);
  const kind = ui.store.get().composer?.kind ?? 'reply';
  return fitTemplates(ui, library, ticket, kind).map((item): Insert => {
    const choice = templateChoice(ui, item);
    return {
      ...choice,
      id: `template-${item.id}`,
      detail: `${t.insertTemplate} · ${choice.detail}`,
      insert: () => applyTemplate(ui, library, item.id),
      preview: () => templatePreview(ui, library, { id: item.id, ticketId }),
    };
  });
}

/** More than that nobody scrolls through: there the search of the tab is the way. */
const MOST_ARTICLES = 1_000;

function articleInserts(ui: Ui, base: Knowledge): Insert[] {
  const t = texts(ui);
  const lang = ui.store.get().language;
  const { hits } = searchArticles(base, '', { limit: MOST_ARTICLES, lang });
  return hits.map(({ article }): Insert => {
    const link = articleLink(article);
    const insert = textInsert(`article-${article.id}`, link);
    return { ...insert, label: article.title, detail: t.insertArticle };
  });
}
