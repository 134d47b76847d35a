import type { TicketEvent } from '../event.ts';
import type { HelpRequest, Review, SupervisionState } from './supervision.ts';
import type { SupervisionFact } from './supervision-fact.ts';

type Happened = Pick<TicketEvent, 'at' | 'byId'>;

/** Folds one fact of this kind into the state. Pure. */
export function evolveSupervision<State extends SupervisionState>(
  state: State,
  fact: SupervisionFact,
  event: Happened,
): State {
  switch (fact.type) {
    case 'review-asked':
      return { ...state, review: { ...fact.review, ...open } };
    case 'review-sent': {
      const { entryId, sentText } = fact;
      return settled(state, fact.reviewId, event, { state: 'sent', entryId, sentText });
    }
    case 'review-returned':
      return settled(state, fact.reviewId, event, { state: 'returned', remark: fact.remark });
    case 'review-withdrawn':
      return settled(state, fact.reviewId, event, { state: 'withdrawn' });
    case 'help-asked':
      return withHelps(state, [...helpsOf(state), { ...fact.help, answers: [] }]);
    case 'help-given':
      return withHelps(
        state,
        helpsOf(state).map((help) => {
          return help.id === fact.helpId
            ? { ...help, answers: [...help.answers, fact.answer] }
            : help;
        }),
      );
    case 'help-ended':
      return withHelps(
        state,
        helpsOf(state).filter(({ id }) => id !== fact.helpId),
      );
  }
}

const open = {
  ...{ state: 'waiting', settledAt: null, settledById: null },
  ...{ remark: null, sentText: null, entryId: null },
} as const;

function settled<State extends SupervisionState>(
  state: State,
  reviewId: string,
  { at, byId }: Happened,
  outcome: Partial<Review>,
): State {
  const { review } = state;
  if (review?.id !== reviewId) return state;
  return { ...state, review: { ...review, settledAt: at, settledById: byId, ...outcome } };
}

function helpsOf({ helps = [] }: SupervisionState): readonly HelpRequest[] {
  return helps;
}

function withHelps<State extends SupervisionState>(
  state: State,
  helps: readonly HelpRequest[],
): State {
  const { helps: _, ...rest } = state;
  // What remains of the state is the state without a part that it need not have.
  return helps.length === 0 ? (rest as State) : { ...state, helps };
}
