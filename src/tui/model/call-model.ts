import { searchCallers } from '../../app/people/search-callers.ts';
import { takeCall } from '../../app/people/take-call.ts';
import { findDraft, rememberTyping, saveDraft } from '../../app/ticket/save-draft.ts';
import { describeError } from '../../i18n/messages.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { UserError } from '../../util/user-error.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import { afterChange, refusalText } from './act.ts';
import { knownWhile } from './known-while.ts';
import type { Caller, CallPad } from './overlay-state.ts';
import { say, texts, type Ui } from './ui.ts';

const PHONE = /^\+?[\d\s().-]{5,}$/;

/** Opens the call pad over whatever is on the screen; an unfinished call comes back. */
export function openCallPad(ui: Ui): void {
  const draft = findDraft(ui.desk(), 'call', null);
  const startedAt = Number(draft?.extra['startedAt'] ?? Number.NaN);
  const caller = draft?.extra['caller'] ?? '';
  const pad: CallPad = {
    type: 'call',
    startedAt: Number.isFinite(startedAt) ? startedAt : ui.desk().clock.now(),
    problem: historyOf(bufferOf(draft?.text ?? '')),
    caller: historyOf(bufferOf(caller)),
    focus: 'problem',
    found: searchCallers(ui.desk(), caller),
    selected: 0,
    savedText: '',
    saveFailure: null,
    known: knownWhile(ui),
  };
  ui.store.set({ overlay: { ...pad, savedText: padText(pad) } });
}

/** Looks for who calls while it is typed: by part of a name, a company or a number. */
export function findCaller(ui: Ui, caller: TextHistory): void {
  const pad = openPad(ui);
  if (!pad) return;
  const isSame = caller.present.text === pad.caller.present.text;
  const found = isSame ? pad.found : searchCallers(ui.desk(), caller.present.text);
  ui.store.set({ overlay: { ...pad, caller, found, selected: isSame ? pad.selected : 0 } });
}

/** Chooses among the callers that were found, round the ends. */
export function moveCaller(ui: Ui, delta: number): void {
  const pad = openPad(ui);
  if (!pad || pad.found.length === 0) return;
  const count = pad.found.length;
  ui.store.set({ overlay: { ...pad, selected: (pad.selected + delta + count) % count } });
}

/** Goes between what happened and who calls. */
export function switchCallField(ui: Ui): void {
  const pad = openPad(ui);
  if (!pad) return;
  ui.store.set({ overlay: { ...pad, focus: pad.focus === 'problem' ? 'caller' : 'problem' } });
}

/** Saves the pad as a draft when something typed is not saved yet. A failure is shown on the pad. */
export function saveCall(ui: Ui): void {
  const pad = openPad(ui);
  if (!pad || padText(pad) === pad.savedText) return;
  const text = padText(pad);
  const why = keepCall(ui, pad);
  // A full disk is tried again and again; the screen hears of it once.
  if (why !== null && why === pad.saveFailure?.why && text === pad.saveFailure.text) return;
  const overlay: CallPad =
    why === null
      ? { ...pad, savedText: text, saveFailure: null }
      : { ...pad, saveFailure: { text, why } };
  ui.store.set({ overlay });
}

/** Enter: the call becomes a ticket that is mine; the screen below is as it was left. */
export function registerCall(ui: Ui): void {
  const pad = openPad(ui);
  if (!pad) return;
  const caller = chosenCaller(pad);
  const typed = caller ? '' : pad.caller.present.text.trim();
  const isNumber = PHONE.test(typed);
  const text = pad.problem.present.text.trim();
  const isWritten = typed !== '' && !isNumber && text !== '';
  const done = takeCall(ui.desk(), {
    text: isWritten
      ? `${text}\n\n${workTexts(ui.store.get().language).callerWritten(typed)}`
      : text,
    customerId: caller?.customerId ?? null,
    contactId: caller?.contactId ?? null,
    unknownPhone: isNumber ? typed : null,
  });
  if (!done.ok) {
    saveCall(ui);
    return say(ui, refusalText(ui, done.problem), 'problem');
  }
  ui.store.set({ overlay: null });
  afterChange(ui);
  say(ui, texts(ui).toastRegistered(done.value.number));
}

/** Esc: what was typed stays as a draft; an empty pad leaves nothing. What cannot be kept stays open. */
export function closeCallPad(ui: Ui): void {
  saveCall(ui);
  const pad = openPad(ui);
  if (!pad || pad.saveFailure) return;
  rememberTyping(ui.desk(), ui.store.get().composer);
  ui.store.set({ overlay: null });
  if (!isEmpty(pad)) say(ui, texts(ui).toastDraftKept);
}

/** The caller that stands chosen, or null while nothing was typed or nobody was found. */
export function chosenCaller(pad: CallPad): Caller | null {
  return pad.caller.present.text.trim() === '' ? null : (pad.found[pad.selected] ?? null);
}

function openPad(ui: Ui): CallPad | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'call' ? overlay : null;
}

/** Everything typed into the pad, to compare with what was saved. */
export function padText(pad: CallPad): string {
  return `${pad.problem.present.text}\u0000${pad.caller.present.text}`;
}

function isEmpty(pad: CallPad): boolean {
  return pad.problem.present.text.trim() === '' && pad.caller.present.text.trim() === '';
}

/** Writes the draft; says why it could not, or null. */
function keepCall(ui: Ui, pad: CallPad): string | null {
  const caller = pad.caller.present.text;
  const extra = { startedAt: String(pad.startedAt), caller };
  const text = pad.problem.present.text;
  try {
    saveDraft(ui.desk(), {
      kind: 'call',
      ticketId: null,
      text,
      ...(isEmpty(pad) ? {} : { extra }),
    });
    rememberTyping(ui.desk(), { kind: 'call', ticketId: null });
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return describeError(error, ui.store.get().language);
  }
}
