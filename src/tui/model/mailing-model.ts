import {
  type ComposedMany,
  composeMany,
  type ManySource,
  type ManyTools,
} from '../../app/family/compose-many.ts';
import {
  barOfMany,
  childrenToTell,
  errorsIn,
  missingIn,
} from '../../app/family/message-children.ts';
import { composeReminders } from '../../app/family/remind.ts';
import { sendMany } from '../../app/family/send-many.ts';
import { isDeliveryConfigured, undoWindowMs } from '../../app/letter/send-reply.ts';
import { dropDraft, findDraft } from '../../app/ticket/save-draft.ts';
import type { ManyPurpose } from '../../domain/family/family-command.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import { writingTexts } from '../../i18n/writing-texts.ts';
import { mailingDepth } from '../present/mailing-lines.ts';
import { createTimeText } from '../present/time-text.ts';
import { afterChange, refusalText } from './act.ts';
import { saveComposer } from './composer-draft.ts';
import type { Mailing } from './mailing-state.ts';
import { openPrompt } from './overlays.ts';
import { withLibrary } from './replies-model.ts';
import { say, type Ui } from './ui.ts';
import type { ComposerState } from './ui-state.ts';
import { withWording } from './wording-model.ts';

/** Whom something is written to, and what. */
export interface MailingOrder {
  readonly purpose: ManyPurpose;
  readonly ticketIds: readonly string[];
  /** The ticket that the operation is about. */
  readonly ticketId: string;
  readonly source: ManySource;
}

/** Opens the preview of messages to many: nothing goes before it was seen. */
export function openMailing(ui: Ui, order: MailingOrder): void {
  withLibrary(ui, (library) =>
    withWording(ui, (reviewer) => showMailing(ui, order, { library, reviewer })),
  );
}

function showMailing(ui: Ui, order: MailingOrder, tools: ManyTools): void {
  const t = familyTexts(ui.store.get().language);
  const made = compose(ui, order, tools);
  if (!made.ok) return say(ui, t.textBroken(made.problem.text), 'problem');
  const { composed, skipped } = made.value;
  const { purpose, source } = order;
  const isReminder = purpose === 'reminder';
  const ticketId = isReminder ? (composed.messages[0]?.ticketId ?? order.ticketId) : order.ticketId;
  const number = ui.desk().tickets.byId(ticketId)?.number ?? '';
  if (composed.messages.length === 0 && !isReminder)
    return say(ui, t.nobodyNews(number), 'problem');
  const mailing: Mailing = {
    ...{
      type: 'mailing',
      purpose,
      ticketId,
      number,
      source,
      composed,
      skipped,
      selected: 0,
      scroll: 0,
    },
  };
  ui.store.set({ overlay: mailing });
  // What was typed before the preview was seen is no answer to it.
  ui.gate.drop(ui.painted());
}

function compose(ui: Ui, { purpose, ticketIds, source }: MailingOrder, tools: ManyTools) {
  const order = { ticketIds, source, reader: ui.store.get().language };
  if (purpose === 'reminder') return composeReminders(ui.desk(), tools, order);
  const made = composeMany(ui.desk(), tools, order);
  return made.ok ? ({ ok: true, value: { composed: made.value, skipped: [] } } as const) : made;
}

/** The text for everybody as it was typed: Ctrl+X leads to its preview. */
export function previewTyped(ui: Ui, composer: ComposerState): void {
  saveComposer(ui);
  const { ticketId } = composer;
  const parent = ui.desk().tickets.byId(ticketId);
  if (!parent) return;
  const ticketIds = childrenToTell(ui.desk(), parent).map(({ id }) => id);
  const text = composer.history.present.text;
  openMailing(ui, { purpose: 'news', ticketIds, ticketId, source: { text } });
}

/** Goes to the message before or after, round the ends. */
export function moveMailing(ui: Ui, delta: number): void {
  const mailing = openedMailing(ui);
  const count = mailing?.composed.messages.length ?? 0;
  if (!mailing || count === 0) return;
  const selected = (mailing.selected + delta + count) % count;
  ui.store.set({ overlay: { ...mailing, selected, scroll: 0 } });
}

/** Scrolls the letter that is shown, as far as there is more of it. */
export function scrollMailing(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const mailing = openedMailing(ui);
  if (!mailing) return;
  const time = createTimeText(state.timeZone, state.language);
  const depth = mailingDepth(mailing, { state, time }, state.rows - 2);
  const scroll = Math.max(0, Math.min(depth, mailing.scroll + delta));
  ui.store.set({ overlay: { ...mailing, scroll } });
}

/** Enter: sends all of them, asks for what is not filled yet, or says what is in the way. */
export function sendMailing(ui: Ui): void {
  const mailing = openedMailing(ui);
  if (!mailing) return;
  const t = familyTexts(ui.store.get().language);
  switch (barOfMany(mailing.composed)) {
    case 'nobody':
      return say(ui, t.nobody, 'problem');
    case 'unfilled':
      return askMissing(ui, mailing);
    case 'absolute':
      return say(ui, `${t.blocked} ${worst(mailing.composed)}`, 'problem');
    case 'reason':
      return say(ui, t.sayWhy, 'problem');
    case 'none':
      return send(ui, mailing, null);
  }
}

/** Sends over remarks: the one extra key. */
export function sendMailingOver(ui: Ui): void {
  const mailing = openedMailing(ui);
  if (!mailing) return;
  if (barOfMany(mailing.composed) !== 'reason') return sendMailing(ui);
  send(ui, mailing, writingTexts(ui.store.get().language).falseAlarm);
}

function worst({ findings }: ComposedMany): string {
  return errorsIn(findings)
    .map(({ message }) => message)
    .join(' · ');
}

/** Places of a template are asked for one after another; each is filled for everybody. */
function askMissing(ui: Ui, mailing: Mailing): void {
  const { source, composed } = mailing;
  const [key] = missingIn(composed.messages);
  const t = familyTexts(ui.store.get().language);
  if (key === undefined) return;
  if ('text' in source) return say(ui, t.missing(mailing.number, key), 'problem');
  const hint = composed.messages.flatMap(({ hints }) => hints.get(key) ?? [])[0];
  openPrompt(ui, {
    title: hint ?? key,
    submit: (text) => {
      const filled = { ...source, set: { ...source.set, [key]: text.trim() } };
      if (text.trim() !== '') openMailing(ui, orderOf(mailing, filled));
      else ui.store.set({ overlay: mailing });
      return null;
    },
  });
}

function orderOf({ purpose, composed, ticketId }: Mailing, source: ManySource): MailingOrder {
  const ticketIds = composed.messages.map((message) => message.ticketId);
  return { purpose, ticketIds, ticketId, source };
}

function send(ui: Ui, mailing: Mailing, reason: string | null): void {
  const desk = ui.desk();
  const { ticketId, purpose, source, composed } = mailing;
  const { messages } = composed;
  const undoMs = undoWindowMs(desk, messages[0]?.ticketId ?? ticketId);
  const rules = [...new Set(errorsIn(composed.findings).map(({ rule }) => rule))];
  const overruled = reason === null ? undefined : { rules, reason };
  const typed = 'text' in source ? source.text : null;
  const done = sendMany(desk, { ticketId, purpose, messages, typed, overruled, undoMs });
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  const { op, ticket } = done.value;
  const draft = typed === null ? null : findDraft(desk, 'mass', ticketId);
  if (draft) dropDraft(desk, draft.id);
  const until = desk.clock.now() + undoMs;
  const { composer } = ui.store.get();
  ui.store.set({
    overlay: null,
    composer: composer?.kind === 'mass' ? null : composer,
    held: { opId: op.opId, ticketId, number: ticket.number, until },
  });
  afterChange(ui);
  const t = familyTexts(ui.store.get().language);
  const isLeaving = isDeliveryConfigured(desk);
  const seconds = Math.round(undoMs / 1000);
  say(ui, isLeaving ? t.sentMany(messages.length, seconds) : t.keptMany(messages.length));
}

/** The open preview, or null. */
export function openedMailing(ui: Ui): Mailing | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'mailing' ? overlay : null;
}
