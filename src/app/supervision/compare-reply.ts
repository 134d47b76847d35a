import { diffArrays } from 'diff';
import type { TicketEvent } from '../../domain/event.ts';
import { evolveSupervision } from '../../domain/supervision/evolve-supervision.ts';
import type { Review, SupervisionState } from '../../domain/supervision/supervision.ts';
import { isSupervisionFact } from '../../domain/supervision/supervision-fact.ts';
import type { Desk } from '../desk/desk.ts';

/** A piece of two compared texts: words that stayed, went or came. */
export interface DiffPiece {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** More changed words than this are two texts, and looking for what they share takes long. */
const MOST_CHANGES = 2_000;

/** Two texts word by word, in any language: what stayed, what went, what came. */
export function diffWords(before: string, after: string): readonly DiffPiece[] {
  const changes = diffArrays(words(before), words(after), {
    maxEditLength: MOST_CHANGES,
    comparator: (one, other) => one.trimEnd() === other.trimEnd(),
  });
  if (changes === undefined) {
    return [
      { sign: '-', text: before },
      { sign: '+', text: after },
    ];
  }
  return changes.flatMap(({ value, added, removed }): DiffPiece[] => {
    const text = value.join('');
    if (!(added || removed)) return [{ sign: ' ', text }];
    // The space behind a changed word is none of the change.
    const changed = text.trimEnd();
    const space = added ? text.slice(changed.length) : '';
    const piece: DiffPiece = { sign: added ? '+' : '-', text: changed };
    const pieces: DiffPiece[] = [piece, { sign: ' ', text: space }];
    return pieces.filter((one) => one.text !== '');
  });
}

/** Words and signs one by one, each with the space behind it. */
function words(text: string): string[] {
  return text.match(/^\s+|(?:[\p{L}\p{M}\p{N}]+|\S)\s*/gu) ?? [];
}

/** Every reply of a ticket that went through a mentor, oldest first. */
export function reviewsOf(desk: Desk, ticketId: string): readonly Review[] {
  return foldReviews(desk.tickets.events(ticketId));
}

function foldReviews(events: readonly TicketEvent[]): readonly Review[] {
  const reviews = new Map<string, Review>();
  let state: SupervisionState = {};
  for (const event of events) {
    if (!isSupervisionFact(event.fact)) continue;
    state = evolveSupervision(state, event.fact, event);
    if (state.review) reviews.set(state.review.id, state.review);
  }
  return [...reviews.values()];
}
