import { findDraft } from '../../app/ticket/save-draft.ts';
import type { CustomerPromise } from '../../domain/ticket.ts';
import { openPromises } from '../../domain/ticket.ts';
import { type PromiseKind, promiseKinds } from '../../domain/vocabulary.ts';
import { promiseTexts } from '../../i18n/promise-texts.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { createTimeText } from '../present/time-text.ts';
import { actOnTargets, target, targets } from './act.ts';
import { applyTemplate } from './apply-template.ts';
import { askTime } from './ask-time.ts';
import { putAside } from './composer-draft.ts';
import { editComposer, openComposer } from './composer-model.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { answerTo, offeredPromise } from './promise-state.ts';
import { withLibrary } from './replies-model.ts';
import { openTicket } from './ticket-model.ts';
import { say, texts, type Ui } from './ui.ts';
import { ticketAtHand } from './write-target.ts';

function words(ui: Ui) {
  return promiseTexts(ui.store.get().language);
}

/** Why nothing can be answered now; null when a promise runs out or was missed. */
export function whyNoOffer(ui: Ui): string | null {
  return offeredPromise(ui.store.get()) ? null : words(ui).nothingDue;
}

/** Answers the offered promise: its ticket, with the text that asks for more time or apologizes. */
export function answerPromise(ui: Ui): void {
  const offer = offeredPromise(ui.store.get());
  if (!offer || !goTo(ui, offer.promise.ticketId)) return;
  const { ticketId } = offer.promise;
  const { templateId } = answerTo(offer);
  const { composer } = ui.store.get();
  const begun = composer?.templateId ?? findDraft(ui.desk(), 'reply', ticketId)?.extra['template'];
  // Pressed again, it brings back the text that is being filled.
  if (templateId === null || begun === templateId) {
    if (!composer) openComposer(ui, ticketId, 'reply');
    return;
  }
  withLibrary(ui, (library) => applyTemplate(ui, library, templateId, () => makeRoom(ui)));
}

/**
 * The answer takes the place of an earlier template that nobody has touched, as when the minutes
 * asked for ran out unsent. What somebody wrote stays, below it.
 */
function makeRoom(ui: Ui): void {
  const { composer } = ui.store.get();
  const text = composer?.history.present.text ?? '';
  if (text.trim() === '') return;
  const isUntouched = text.trim() === composer?.applied?.at(-1)?.text.trim();
  editComposer(ui, bufferOf(isUntouched ? '' : `\n\n${text}`, 0), 'other');
}

/** The ticket at hand is the one promised to, and nothing but a reply to it is being written. */
function goTo(ui: Ui, ticketId: string): boolean {
  const { composer } = ui.store.get();
  const isReply = composer?.ticketId === ticketId && composer.kind === 'reply';
  if (composer && !isReply && !putAside(ui)) return false;
  if (ticketAtHand(ui.store.get()) !== ticketId) openTicket(ui, ticketId);
  return true;
}

/** Gives the customer a time: what for, then when. One of the same kind is moved by it. */
export function givePromise(ui: Ui): void {
  const t = words(ui);
  const ids = targets(ui);
  const kinds = texts(ui).promiseKinds;
  openPicker(ui, {
    purpose: 'promise',
    title: t.pickKind,
    isSearchable: false,
    choices: promiseKinds.map((kind) => choice(kind, kinds[kind])),
    choose: ({ id, label }) => {
      // The choices are the kinds.
      const kind = id as PromiseKind;
      askTime(ui, t.promptTime(label), (dueAt) => promise(ui, ids, { kind, dueAt, text: '' }));
    },
  });
}

function promise(
  ui: Ui,
  ids: readonly string[],
  given: { readonly kind: PromiseKind; readonly dueAt: number; readonly text: string },
): void {
  const t = words(ui);
  const shown = timeIn(ui);
  const [only = ''] = ids;
  const before = openOf(ui, only).findLast(
    ({ kind, dueAt }) => kind === given.kind && dueAt > ui.desk().clock.now(),
  );
  const made = { id: ui.desk().makeId(), ...given };
  actOnTargets(ui, ids, { type: 'promise', promise: made }, (number) =>
    before
      ? t.toastMoved(number, shown(before.dueAt), shown(given.dueAt))
      : texts(ui).toastPromised(number, shown(given.dueAt)),
  );
}

/** Says by hand what became of a promise of the ticket: kept, moved, or too late. */
export function settlePromise(ui: Ui): void {
  const t = words(ui);
  const ticketId = target(ui);
  if (ticketId === null) return say(ui, t.severalMarked, 'problem');
  const open = openOf(ui, ticketId);
  if (open.length === 0) return say(ui, t.nothingToSettle, 'problem');
  const ways = open.flatMap((one) => waysToSettle(ui, ticketId, one));
  openPicker(ui, {
    purpose: 'settle-promise',
    title: t.pickSettle,
    isSearchable: false,
    choices: ways.map(({ label }, i) => choice(String(i), label)),
    choose: ({ id }) => ways[Number(id)]?.settle(),
  });
}

interface Way {
  readonly label: string;
  settle(): void;
}

function waysToSettle(ui: Ui, ticketId: string, one: CustomerPromise): readonly Way[] {
  const t = words(ui);
  const { kind, dueAt, text } = one;
  const at = timeIn(ui)(dueAt);
  const what = `${at} ${texts(ui).promiseKinds[kind]}`;
  const isLate = dueAt < ui.desk().clock.now();
  const done = { type: 'settle-promise', promiseId: one.id, state: 'kept' } as const;
  const close = (said: (number: string) => string) => () =>
    actOnTargets(ui, [ticketId], done, said);
  // What was missed is not moved after the event: it is broken, and a new time is a new promise.
  if (isLate) return [{ label: t.settleBroken(what), settle: close(t.toastBroken) }];
  const move = () =>
    askTime(ui, t.promptMove(at), (later) => promise(ui, [ticketId], { kind, dueAt: later, text }));
  return [
    { label: t.settleKept(what), settle: close(t.toastKept) },
    { label: t.settleMove(what), settle: move },
  ];
}

function openOf(ui: Ui, ticketId: string): readonly CustomerPromise[] {
  const ticket = ui.desk().tickets.byId(ticketId);
  return ticket ? openPromises(ticket) : [];
}

function timeIn(ui: Ui): (at: number) => string {
  const { timeZone } = ui.desk().config;
  const time = createTimeText(timeZone, ui.store.get().language);
  return (at) => time.at(at, ui.desk().clock.now());
}

function choice(id: string, label: string): Choice {
  return { id, label, detail: '', disabled: null };
}
