import type { Reviewer } from '../../app/wording/open-reviewer.ts';
import type { ReviewOrder } from '../../app/wording/review-reply.ts';
import { sayProblem } from './say-problem.ts';
import type { Ui } from './ui.ts';
import type { ComposerState } from './ui-state.ts';

/** Reads the rules of wording if they were not read yet. */
export async function loadWording(ui: Ui): Promise<Reviewer | null> {
  try {
    const { openReviewer } = await import('../../app/wording/open-reviewer.ts');
    const wording = await openReviewer(ui.desk(), ui.content());
    ui.store.set({ wording });
    return wording;
  } catch (error) {
    sayProblem(ui, error);
    return null;
  }
}

/** Uses the rules at once when they are there, so that the next key meets what this one opened. */
export function withWording(ui: Ui, use: (wording: Reviewer) => void): void {
  const { wording } = ui.store.get();
  if (wording) return use(wording);
  ui.gate.hold(loadWording(ui).then((loaded) => loaded && use(loaded)));
}

/** The text being written as the rules of wording see it. */
export function reviewOrder(ui: Ui, composer: ComposerState): ReviewOrder {
  const { language, replies } = ui.store.get();
  const { kind, ticketId, templateId, promise } = composer;
  const template = replies.library?.templates.find(({ id }) => id === templateId);
  return {
    ticketId,
    text: composer.history.present.text,
    audience: kind === 'reply' ? 'customer' : 'internal',
    given: promise,
    situation: template?.situation ?? null,
    reader: language,
  };
}

/** Longer texts, in UTF-16 units, are looked at in the review only: the next key would wait. */
export const LONGEST_CHECKED = 20_000;

/**
 * Looks at the text being written when the fingers rest: what the rules say at once, misspelt words
 * when the dictionaries have answered. Nothing of it keeps the writing back.
 */
export async function checkWording(ui: Ui): Promise<void> {
  const { composer, wording, remarks } = ui.store.get();
  const text = composer?.history.present.text ?? '';
  if (!composer || text.length > LONGEST_CHECKED || remarks?.text === text) return;
  // With its variables it is nobody's letter yet: its preview looks at each.
  if (composer.kind === 'mass') return;
  if (wording === null) {
    if (await loadWording(ui)) await checkWording(ui);
    return;
  }
  const order = reviewOrder(ui, composer);
  const { findings } = wording.review(order);
  ui.store.set({ remarks: { text, findings } });
  const misspelt = await wording.spelling(order);
  if (misspelt.length === 0 || ui.store.get().remarks?.text !== text) return;
  ui.store.set({ remarks: { text, findings: [...findings, ...misspelt] } });
}
