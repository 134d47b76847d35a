import { queuePage } from '../../app/ticket/list-queue.ts';
import { type Draft, listDrafts } from '../../app/ticket/save-draft.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import { openPromises } from '../../domain/ticket.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { createTimeText, type TimeText } from '../present/time-text.ts';
import { openCallPad } from './call-model.ts';
import { openComposer } from './composer-model.ts';
import { reopenForm } from './form-openers.ts';
import { askNewTicket } from './new-ticket-model.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { openTicket } from './ticket-model.ts';
import { say, texts, type Ui } from './ui.ts';

/** Something held by me, with the time it waits for; drafts wait for no time and come after. */
interface Held {
  readonly at: number | null;
  readonly choice: Choice;
  open(): void;
}

const MOST = 100;

/** «На руках»: promises that run, unfinished drafts and calls, nearest time first. */
export function openTray(ui: Ui): void {
  const { language } = ui.store.get();
  const time = createTimeText(ui.desk().config.timeZone, language);
  const held = [...heldPromises(ui, time), ...heldDrafts(ui, time)].toSorted(
    (a, b) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER),
  );
  if (held.length === 0) return say(ui, workTexts(language).trayEmpty);
  openPicker(ui, {
    purpose: 'tray',
    title: texts(ui).pickTray,
    isSearchable: true,
    choices: held.map(({ choice }) => choice),
    choose: ({ id }) => held.find(({ choice }) => choice.id === id)?.open(),
  });
}

function heldPromises(ui: Ui, time: TimeText): Held[] {
  const desk = ui.desk();
  const t = texts(ui);
  const now = desk.clock.now();
  const filter = { open: true, assignee: 'me', promised: true } as const;
  const mine = { code: 'tray', name: { ru: '', en: '' }, filter };
  const rows = queuePage(desk, selectTickets(desk, mine, '').selection, { offset: 0, limit: MOST });
  return rows.flatMap((row) => {
    const ticket = desk.tickets.byId(row.id);
    return (ticket ? openPromises(ticket) : []).map((promise): Held => {
      const what = promise.text === '' ? t.promiseKinds[promise.kind] : promise.text;
      const detail = `${time.at(promise.dueAt, now)} · ${left(ui, time, promise.dueAt - now)}`;
      const label = `◷ ${row.number}  ${what} · ${row.subject}`;
      return {
        at: promise.dueAt,
        choice: { id: promise.id, label, detail, disabled: null },
        open: () => openTicket(ui, row.id),
      };
    });
  });
}

function left(ui: Ui, time: TimeText, ms: number): string {
  const w = workTexts(ui.store.get().language);
  return ms < 0 ? w.trayLate(time.length(ms)) : w.trayLeft(time.length(ms));
}

function heldDrafts(ui: Ui, time: TimeText): Held[] {
  const desk = ui.desk();
  const w = workTexts(ui.store.get().language);
  const now = desk.clock.now();
  return listDrafts(desk).map((draft): Held => {
    const { id, kind, ticketId, text } = draft;
    const number = ticketId ? (desk.tickets.byId(ticketId)?.number ?? '') : '';
    const { title, caller = '' } = draft.extra;
    const first = title ?? (text.trim().split('\n', 1)[0] || caller);
    const name = kind === 'call' && ticketId === null ? w.trayCall : w.trayKinds[kind];
    const label = `${kind === 'call' ? '☎' : '✎'} ${[number, name].filter(Boolean).join('  ')} · ${first}`;
    return {
      at: null,
      choice: { id, label, detail: time.at(draft.updatedAt, now), disabled: null },
      open: () => openDraft(ui, draft),
    };
  });
}

/** Brings an unfinished text back to the screen, with its caret. */
export function openDraft(ui: Ui, draft: Pick<Draft, 'kind' | 'ticketId' | 'extra'>): void {
  const { kind, ticketId } = draft;
  if (kind === 'form') return reopenForm(ui, draft);
  if (ticketId === null) return kind === 'new' ? askNewTicket(ui) : openCallPad(ui);
  openTicket(ui, ticketId);
  if (kind !== 'call' && kind !== 'new') openComposer(ui, ticketId, kind);
}
