import type { Knowledge } from '../../app/content/knowledge.ts';
import { addresseeOf, replyScope } from '../../app/content/reply-scope.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import { openPromises } from '../../domain/ticket.ts';
import { repliesTexts } from '../../i18n/replies-texts.ts';
import { createFuzzyList } from '../../search/fuzzy-list.ts';
import { insertText } from '../input/text-buffer.ts';
import { createTimeText } from '../present/time-text.ts';
import { applyTemplate } from './apply-template.ts';
import { editComposer } from './composer-model.ts';
import { fitTemplates } from './fit-templates.ts';
import type { FoundInsert, Insert } from './insert.ts';
import { insertMarkAt, isNoQuestion, withoutInsertMark } from './insert-mark.ts';
import { InsertPassages } from './insert-passages.ts';
import { loadKnowledge } from './knowledge-model.ts';
import { openPicker } from './overlays.ts';
import { loadReplies } from './replies-model.ts';
import { scoredTemplates, templateChoice, templatePreview } from './template-picker.ts';
import { texts, type Ui } from './ui.ts';
import { putText } from './write-target.ts';

const TEMPLATE = 'template-';
const MINUTES = [15, 30, 60, 120, 240] as const;

/** Offers what can be put in at the caret, after `//` was typed. Esc leaves the `//` as it is. */
export function openInsertPicker(ui: Ui): void {
  const { knowledge, replies, composer } = ui.store.get();
  if (!composer) return;
  if (knowledge.base && replies.library) return pick(ui, knowledge.base, replies.library);
  const loading = Promise.all([loadKnowledge(ui), loadReplies(ui)]).then(() => {
    const now = ui.store.get();
    const { base } = now.knowledge;
    const { library } = now.replies;
    // The person may have gone elsewhere meanwhile.
    if (base && library && now.overlay === null && hasMark(ui)) pick(ui, base, library);
  });
  ui.gate.hold(loading);
}

function pick(ui: Ui, base: Knowledge, library: TemplateLibrary): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  const { ticketId } = composer;
  const source = openSource(ui, { base, library, ticketId });
  openPicker(ui, {
    purpose: 'insert',
    title: texts(ui).pickInsert,
    isSearchable: true,
    isUnderText: true,
    choices: source.all,
    preview: ({ id }) => source.byId(id)?.preview() ?? [],
    choose: ({ id }) => {
      // A template takes the mark itself: a question before it may be left.
      if (!id.startsWith(TEMPLATE)) takeMark(ui);
      source.byId(id)?.insert(ui);
    },
    answers: {
      rank: (query) => source.rank(query),
      complete: (query) => source.complete(query),
      passOn: (typed) => passOn(ui, typed),
    },
  });
}

function hasMark(ui: Ui): boolean {
  const present = ui.store.get().composer?.history.present;
  return present !== undefined && insertMarkAt(present) !== null;
}

function takeMark(ui: Ui): void {
  const present = ui.store.get().composer?.history.present;
  if (present) editComposer(ui, withoutInsertMark(present), 'other');
}

/** An ellipsis or a comment goes on as it was begun. */
function passOn(ui: Ui, typed: string): boolean {
  const present = ui.store.get().composer?.history.present;
  if (!present || !isNoQuestion(typed)) return false;
  ui.store.set({ overlay: null });
  editComposer(ui, insertText(present, typed), 'type');
  return true;
}

interface Surroundings {
  readonly base: Knowledge;
  readonly library: TemplateLibrary;
  readonly ticketId: string;
}

/** Everything that can be put in, and how what is typed finds it. */
interface InsertSource {
  readonly all: readonly Insert[];
  readonly byId: (id: string) => Insert | undefined;
  /** Without the base, which takes longer. */
  readonly rank: (query: string) => readonly Insert[];
  readonly complete: (query: string) => readonly Insert[];
}

function openSource(ui: Ui, around: Surroundings): InsertSource {
  const small = [...factInserts(ui, around.ticketId), ...timeInserts(ui, around)];
  const templates = templateInserts(ui, around);
  const passages = new InsertPassages(ui, around.base);
  const beside = passages.ofTicket(around.ticketId);
  const all = [...small, ...beside, ...templates.all];
  const known = new Map(all.map((insert) => [insert.id, insert]));
  const byNames = createFuzzyList([...small, ...beside], { keys: [({ label }) => label] });
  const quick = (query: string): readonly FoundInsert[] => [
    ...byNames.score(query).map(({ item, ...how }) => ({ insert: item, ...how })),
    ...templates.find(query),
  ];
  const isEmpty = (query: string) => query.trim() === '';
  return {
    all,
    byId: (id) => known.get(id),
    rank: (query) => (isEmpty(query) ? all : bestFirst(quick(query))),
    complete: (query) => {
      if (isEmpty(query)) return all;
      const found = passages.find(query);
      for (const { insert } of found) known.set(insert.id, insert);
      return bestFirst([...quick(query), ...found]);
    },
  };
}

/** Each once, at its best score; guesses only where nothing was met as it was typed. */
function bestFirst(found: readonly FoundInsert[]): readonly Insert[] {
  const met = found.filter(({ isGuess }) => !isGuess);
  const sorted = (met.length > 0 ? met : found)
    .toSorted((a, b) => b.score - a.score)
    .map(({ insert }) => insert);
  return [...new Map(sorted.map((insert) => [insert.id, insert])).values()];
}

/** `name: text`, found by either; the text alone is put in. */
function namedInsert(ui: Ui, { id, name, text, what }: Named): Insert {
  return {
    id,
    label: `${name}: ${text}`,
    detail: what,
    disabled: null,
    insert: () => putText(ui, text),
    preview: () => [text],
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly what: string;
}

/** What is known of the ticket and its people. */
function factInserts(ui: Ui, ticketId: string): Insert[] {
  const t = texts(ui);
  const { language } = ui.store.get();
  const desk = ui.desk();
  const addressee = addresseeOf(desk, ticketId);
  if (!addressee) return [];
  const { ticket, customer, contact } = addressee;
  const due = ticket && openPromises(ticket)[0]?.dueAt;
  const zone = contact?.timeZone ?? customer?.timeZone ?? desk.config.timeZone;
  const promised =
    due && createTimeText(zone, contact?.language ?? language).at(due, desk.clock.now());
  const facts = [
    [t.factNumber, ticket?.number],
    [t.factContact, contact?.callName ?? contact?.name],
    [t.factCustomer, customer?.name],
    [t.factMail, contact?.email],
    [t.factPhone, contact?.phone],
    [t.factSubject, ticket?.subject],
    [repliesTexts(language).factPromise, promised],
  ] as const;
  const what = repliesTexts(language).insertFact;
  return facts.flatMap(([name, text], i) => {
    return text ? [namedInsert(ui, { id: `fact-${i}`, name, text, what })] : [];
  });
}

/** Times on the customer's clock, written as the templates write them. */
function timeInserts(ui: Ui, { library, ticketId }: Surroundings): Insert[] {
  const t = texts(ui);
  const desk = ui.desk();
  const addressee = addresseeOf(desk, ticketId);
  if (!addressee) return [];
  const { language } = ui.store.get();
  const lang = addressee.contact?.language ?? desk.config.language;
  const scope = replyScope(desk, addressee, lang);
  const { length } = createTimeText(desk.config.timeZone, language);
  const what = repliesTexts(language).insertTime;
  return [0, ...MINUTES].flatMap((minutes) => {
    const body = minutes === 0 ? '{{ now | clock: contact }}' : inMinutes(minutes);
    const shown = library.engine(lang).render(body, scope);
    const name = minutes === 0 ? t.timeNow : t.timeIn(length(minutes * 60_000));
    if (!shown.ok) return [];
    return [namedInsert(ui, { id: `time-${minutes}`, name, text: shown.value.text, what })];
  });
}

function inMinutes(minutes: number): string {
  return `{{ now | in_minutes: ${minutes} | clock: contact }}`;
}

function templateInserts(
  ui: Ui,
  { library, ticketId }: Surroundings,
): { readonly all: readonly Insert[]; readonly find: (query: string) => readonly FoundInsert[] } {
  const t = texts(ui);
  const ticket = ui.desk().tickets.byId(ticketId);
  const kind = ui.store.get().composer?.kind ?? 'reply';
  const choices = fitTemplates(ui, library, ticket, kind)
    .filter(({ isFitting }) => isFitting)
    .map((one) => templateChoice(ui, one));
  const inserts = new Map(
    choices.map(({ id, label, detail, disabled }): [string, Insert] => [
      id,
      {
        ...{ id: `${TEMPLATE}${id}`, label, detail: `${t.insertTemplate} · ${detail}`, disabled },
        insert: () => applyTemplate(ui, library, id, () => takeMark(ui)),
        preview: () => templatePreview(ui, library, { id, ticketId }),
      },
    ]),
  );
  const score = scoredTemplates(ui, choices);
  const find = (query: string) =>
    score(query).flatMap(({ choice, score: how, isGuess }) => {
      const insert = inserts.get(choice.id);
      // How likely a template is may not push what was typed exactly aside.
      return insert ? [{ insert, score: Math.min(1, how), isGuess }] : [];
    });
  return { all: [...inserts.values()], find };
}
