import { ticketNews } from '../../app/ticket/ticket-news.ts';
import type { Reviewer } from '../../app/wording/open-reviewer.ts';
import { writingTexts } from '../../i18n/writing-texts.ts';
import { saveComposer } from './composer-draft.ts';
import { openPrompt } from './overlays.ts';
import { barOf, type Review } from './review-state.ts';
import { sayProblem } from './say-problem.ts';
import { sendComposed, writeInternal } from './send-model.ts';
import { say, texts, type Ui } from './ui.ts';
import type { ComposerState } from './ui-state.ts';
import { reviewOrder, withWording } from './wording-model.ts';

/**
 * Ctrl+X: a note is written at once, a public reply goes through its one review. In a chat, where
 * a person waits for every line, it goes without one unless the wording keeps it back.
 */
export function finishComposer(ui: Ui): void {
  saveComposer(ui);
  const { composer } = ui.store.get();
  if (!composer) return;
  if (composer.history.present.text.trim() === '')
    return say(ui, texts(ui).problemEmpty, 'problem');
  if (composer.kind === 'mass') {
    const shown = import('./mailing-model.ts').then(({ previewTyped }) =>
      previewTyped(ui, composer),
    );
    return ui.gate.hold(shown);
  }
  if (composer.kind !== 'reply') return writeInternal(ui, composer);
  withWording(ui, (wording) => {
    const now = ui.store.get().composer;
    if (now?.ticketId === composer.ticketId) review(ui, now, wording);
  });
}

function review(ui: Ui, composer: ComposerState, wording: Reviewer): void {
  const { ticketId, sinceRev } = composer;
  const { findings, promises } = wording.review(reviewOrder(ui, composer));
  const news = ticketNews(ui.desk(), ticketId, sinceRev);
  const overlay: Review = {
    type: 'review',
    news,
    findings,
    promises: promises.map((promise) => ({ promise, isKept: true })),
    scroll: 0,
  };
  const channel = ui.desk().tickets.byId(ticketId)?.channel;
  const isTalk = channel === 'chat' || channel === 'messenger';
  if (isTalk && news.length === 0 && barOf(overlay) === 'none') {
    return sendComposed(ui, composer, { ...overlay, reason: null });
  }
  ui.store.set({ overlay });
  // What was typed before the review was seen is no answer to it.
  ui.gate.drop(ui.painted());
  addSlowFindings(ui, composer, wording);
}

/** Copies and misspelt words are found later, neither waits for the other; the review is painted before. */
function addSlowFindings(ui: Ui, composer: ComposerState, wording: Reviewer): void {
  const order = reviewOrder(ui, composer);
  void addFindings(ui, composer, wording.copies(order));
  void addFindings(ui, composer, wording.spelling(order));
}

async function addFindings(
  ui: Ui,
  composer: ComposerState,
  found: ReturnType<Reviewer['copies']>,
): Promise<void> {
  try {
    const more = await found;
    const open = opened(ui);
    const isSame = open?.composer.history.present.text === composer.history.present.text;
    if (!open || !isSame || more.length === 0) return;
    const findings = [...open.review.findings, ...more];
    ui.store.set({ overlay: { ...open.review, findings } });
  } catch (error) {
    sayProblem(ui, error);
  }
}

/** Enter on the button. What keeps the reply back is said. */
export function sendFromReview(ui: Ui): void {
  const open = opened(ui);
  if (!open) return;
  const w = writingTexts(ui.store.get().language);
  const bar = barOf(open.review);
  if (bar === 'none') return sendComposed(ui, open.composer, { ...open.review, reason: null });
  const why = open.review.findings.filter(({ severity }) => severity === 'E');
  const said = why.map(({ message }) => message).join(' · ');
  say(ui, bar === 'absolute' ? said : w.buttonOverride, 'problem');
}

/** Sends over remarks: the one extra key. The reason stays with the reply. */
export function sendOver(
  ui: Ui,
  reason: string = writingTexts(ui.store.get().language).falseAlarm,
): void {
  const open = opened(ui);
  if (!open) return;
  if (barOf(open.review) !== 'reason') return sendFromReview(ui);
  sendComposed(ui, open.composer, { ...open.review, reason });
}

/** Asks why a reply is sent over its remarks, and sends it. */
export function askReasonToSend(ui: Ui): void {
  const open = opened(ui);
  if (!open) return;
  if (barOf(open.review) !== 'reason') return sendFromReview(ui);
  const w = writingTexts(ui.store.get().language);
  openPrompt(ui, {
    title: w.promptReason,
    submit: (text) => {
      ui.store.set({ overlay: open.review });
      sendOver(ui, text.trim() === '' ? w.falseAlarm : text.trim());
      return null;
    },
  });
}

/** Says that a time in the text is no promise, or that it is one. */
export function togglePromise(ui: Ui, place: number): void {
  const open = opened(ui);
  if (!open?.review.promises[place]) return;
  const promises = open.review.promises.map((one, i) =>
    i === place ? { ...one, isKept: !one.isKept } : one,
  );
  ui.store.set({ overlay: { ...open.review, promises } });
}

/** Turns the reply into an internal note, from the review. */
export function makeInternal(ui: Ui): void {
  const { composer } = ui.store.get();
  if (composer) writeInternal(ui, { ...composer, kind: 'note' }, 'reply');
}

function opened(ui: Ui): { readonly review: Review; readonly composer: ComposerState } | null {
  const { overlay, composer } = ui.store.get();
  return overlay?.type === 'review' && composer ? { review: overlay, composer } : null;
}
