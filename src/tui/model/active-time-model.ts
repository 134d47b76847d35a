import { execute } from '../../app/desk/execute.ts';
import { activeTime } from '../../domain/work/active-time.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { type Key, keyId } from '../input/key.ts';
import { createTimeText } from '../present/time-text.ts';
import { afterChange, oneTicket, refusalText } from './act.ts';
import { contextOf } from './context.ts';
import { runFromForm } from './form-command.ts';
import { openForm } from './form-model.ts';
import type { FormValues } from './form-state.ts';
import { say, type Ui } from './ui.ts';
import type { UiState } from './ui-state.ts';

/** How long somebody was busy with each ticket since time was last noted on it, ms. */
export interface Worked {
  /** The ticket that the last key belonged to, and when it was pressed (epoch ms). */
  readonly ticketId: string | null;
  readonly lastAt: number;
  readonly sums: ReadonlyMap<string, number>;
}

/** Time that may be noted with one key. */
export interface TimeOffer {
  readonly ticketId: string;
  readonly number: string;
  readonly ms: number;
  /** When it was made, epoch ms. */
  readonly at: number;
}

const MINUTE = 60_000;
/** An Enter that was on its way before the offer was seen is no answer to it. */
const UNSEEN_MS = 300;

/** Nothing was worked on yet. */
export const nothingWorked: Worked = { ticketId: null, lastAt: 0, sums: new Map() };

/** Counts the time between two keys in one ticket; offers to note it where the ticket is left. */
export function followWork(ui: Ui, before: UiState): void {
  const now = ui.desk().clock.now();
  const after = ui.store.get();
  const { ticketId, lastAt, sums } = after.worked;
  const at = workedOn(after);
  const isSame = ticketId !== null && ticketId === workedOn(before);
  const ms = isSame ? activeTime([lastAt, now], ui.desk().config.idleMs) : 0;
  const next =
    ms > 0 && ticketId ? new Map(sums).set(ticketId, (sums.get(ticketId) ?? 0) + ms) : sums;
  ui.store.quietly({ worked: { ticketId: at, lastAt: now, sums: next } });
  const over = endedWith(before, after);
  if (over !== null) offer(ui, over);
}

/** The ticket that keys belong to now: open, written in, or read about. A call is about another one. */
function workedOn({ overlay, composer, tab, ticket, knowledge }: UiState): string | null {
  if (overlay?.type === 'call') return null;
  if (overlay?.type === 'form' && overlay.spec.ticketId !== null) return overlay.spec.ticketId;
  if (tab === 'knowledge') return knowledge.besideTicket;
  if (composer) return composer.ticketId;
  return tab === 'ticket' ? (ticket?.view.ticket.id ?? null) : null;
}

/** The ticket with which something came to an end: it was left, answered or solved. */
function endedWith(before: UiState, after: UiState): string | null {
  if (after.overlay !== null) return null;
  const { held } = after;
  if (held !== null && held.opId !== before.held?.opId) return held.ticketId;
  const left = workedOn(before);
  if (left === null || before.overlay?.type === 'call') return null;
  if (workedOn(after) !== left) return left;
  const wasSolved = statusIn(before, left) === 'resolved';
  return !wasSolved && statusIn(after, left) === 'resolved' ? left : null;
}

function statusIn({ ticket }: UiState, ticketId: string): string | null {
  return ticket?.view.ticket.id === ticketId ? ticket.view.ticket.status : null;
}

function offer(ui: Ui, ticketId: string): void {
  const ms = wholeMinutes(ui.store.get().worked.sums.get(ticketId) ?? 0);
  const ticket = ui.desk().tickets.byId(ticketId);
  if (ms === 0 || !ticket || ticket.status === 'closed') return;
  const at = ui.desk().clock.now();
  ui.store.set({ timeOffer: { ticketId, number: ticket.number, ms, at } });
}

function wholeMinutes(ms: number): number {
  return Math.floor(ms / MINUTE) * MINUTE;
}

/** Enter takes the offer; with any other key it goes, and the key does what it always does. */
export function answersOffer(ui: Ui, key: Key): boolean {
  const state = ui.store.get();
  const { timeOffer } = state;
  if (timeOffer === null) return false;
  const context = contextOf(state);
  const isSeen = ui.desk().clock.now() - timeOffer.at >= UNSEEN_MS;
  ui.store.set({ timeOffer: null });
  if (keyId(key) !== 'enter' || !isSeen) return false;
  if (context !== 'queue' && context !== 'ticket') return false;
  noteOffered(ui, timeOffer);
  return true;
}

function noteOffered(ui: Ui, { ticketId, number, ms }: TimeOffer): void {
  const done = execute(ui.desk(), ticketId, { type: 'log-time', ms, note: '' });
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  forgetWorked(ui, ticketId);
  afterChange(ui);
  say(ui, logged(ui, number, ms));
}

function forgetWorked(ui: Ui, ticketId: string): void {
  const { worked } = ui.store.get();
  const sums = new Map(worked.sums);
  sums.delete(ticketId);
  ui.store.quietly({ worked: { ...worked, sums } });
}

function logged(ui: Ui, number: string, ms: number): string {
  const { language } = ui.store.get();
  const time = createTimeText(ui.desk().config.timeZone, language);
  return formsTexts(language).time.logged(number, time.exactly(ms));
}

/** Notes working time by hand; what was counted stands there already. */
export function openTime(ui: Ui): void {
  const ticket = oneTicket(ui);
  if (!ticket) return;
  const { language, worked } = ui.store.get();
  const w = formsTexts(language).time;
  const ms = wholeMinutes(worked.sums.get(ticket.id) ?? 0);
  const base = { hint: '', value: '', isRequired: false } as const;
  openForm(ui, {
    id: 'time',
    title: w.title(ticket.number),
    submitTitle: w.submit,
    ticketId: ticket.id,
    fields: [
      {
        ...base,
        id: 'length',
        label: w.length,
        hint: w.lengthHint,
        type: 'duration',
        value: ms === 0 ? '' : String(ms),
        isRequired: true,
      },
      { ...base, id: 'note', label: w.note, type: 'text' },
      { ...base, id: 'at', label: w.at, hint: w.atHint, type: 'moment' },
    ],
    submit: (values) => noteTime(ui, ticket.id, values),
  });
}

function noteTime(ui: Ui, ticketId: string, { length, note = '', at = '' }: FormValues) {
  const ms = Number(length);
  const when = at === '' ? undefined : Date.parse(at);
  const problem = runFromForm(ui, [ticketId], {
    command: { type: 'log-time', ms, note, at: when },
    done: (number) => logged(ui, number, ms),
  });
  if (problem === null) forgetWorked(ui, ticketId);
  return problem;
}
