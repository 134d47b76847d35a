import { practiceId } from '../../../domain/practice/practice-id.ts';
import { isSignedOff, type SignOffs } from '../../../domain/practice/sign-offs.ts';
import type { BatchState } from '../state/batch-state.ts';

/** Who gets live tickets of which channel, by the records that the server has. */
export function signOffsIn(state: BatchState): SignOffs['isSignedOff'] {
  return (personId, channel) => isSignedOff(state.state('practice', practiceId(personId)), channel);
}
