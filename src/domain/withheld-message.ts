import { ok } from '../util/result.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import { refuse } from './refusal.ts';
import type { WithholdReason } from './withhold.ts';

/** A public message that stands in its ticket and has not left for the customer. */
export interface WithheldMessage {
  readonly reason: WithholdReason;
  /** Who wrote it, and decides about it. */
  readonly byId: string;
  /** It never will leave: its author decided so. */
  readonly isDropped: boolean;
}

/** What a ticket knows of its messages that did not leave, by the ids of their entries. */
export interface WithheldState {
  readonly withheld?: Readonly<Record<string, WithheldMessage>> | undefined;
}

/** What became of a message that was held back. */
export type WithheldFact =
  | {
      readonly type: 'message-withheld';
      readonly entryId: string;
      readonly reason: WithholdReason;
      readonly authorId: string;
    }
  | {
      readonly type: 'message-released';
      readonly entryId: string;
      readonly how: 'sent' | 'dropped';
    };

/** The author's decision about a message that was held back. */
export interface ReleaseMessage {
  readonly type: 'release-message';
  readonly entryId: string;
  /** It leaves as it is, or never. */
  readonly how: 'sent' | 'dropped';
}

/** Lets a message leave after all, or settles that it never does. */
export function decideRelease(
  { entryId, how }: ReleaseMessage,
  { withheld }: WithheldState,
  { actor }: DecideContext,
): Decision {
  const message = withheld?.[entryId];
  if (message === undefined || message.isDropped) return refuse('nothing-withheld');
  // The letter waits in the store of who wrote it.
  if (message.byId !== actor.id) return refuse('withheld-not-yours');
  return ok([{ type: 'message-released', entryId, how }]);
}

/** Folds what became of a message. */
export function evolveWithheld<State extends WithheldState>(
  state: State,
  fact: WithheldFact,
): State {
  const { entryId } = fact;
  if (fact.type === 'message-withheld') {
    const message = { reason: fact.reason, byId: fact.authorId, isDropped: false };
    return { ...state, withheld: { ...state.withheld, [entryId]: message } };
  }
  const { [entryId]: message, ...others } = state.withheld ?? {};
  if (message === undefined) return state;
  const isSent = fact.how === 'sent';
  const withheld = isSent ? others : { ...others, [entryId]: { ...message, isDropped: true } };
  return { ...state, withheld };
}
