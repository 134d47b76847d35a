import type { DialogueReview, ReviewedDialogue } from '../../app/shift/review-dialogues.ts';

/** The morning review: every dialogue of today and yesterday. The selection follows the ticket's id. */
export interface DialoguesState {
  readonly review: DialogueReview;
  readonly selectedId: string | null;
  /** Place of the first visible row. */
  readonly top: number;
}

/** The place of the selected dialogue; 0 when it is gone. */
export function dialoguePlace({ review, selectedId }: DialoguesState): number {
  const { dialogues } = review;
  return Math.max(
    0,
    dialogues.findIndex(({ ticketId }) => ticketId === selectedId),
  );
}

/** The dialogue at hand; null in an empty list. */
export function selectedDialogue(state: DialoguesState): ReviewedDialogue | null {
  return state.review.dialogues[dialoguePlace(state)] ?? null;
}
