import { unreachable } from '../../../util/must.ts';
import type { ServerRules } from '../server-rules.ts';
import type { BatchState } from '../state/batch-state.ts';
import type { NumberPool } from '../state/number-pool.ts';
import { decideArticleOp } from './decide-article-op.ts';
import { decideDeskOp, type TicketCodes } from './decide-desk-op.ts';
import { decidePracticeOp } from './decide-practice-op.ts';
import { decideQueueOp } from './decide-queue-op.ts';
import { decideRecordOp } from './decide-record-op.ts';
import { decideShiftOp } from './decide-shift-op.ts';
import { decideTicketOp } from './decide-ticket-op.ts';
import type { AskedOp, Outcome } from './outcome.ts';

/** What decisions rest on beside the state. */
export interface Deciding {
  readonly rules: ServerRules;
  readonly pool: NumberPool;
  /** The codes of all tickets, looked through for a new pack only. */
  readonly codes: readonly TicketCodes[];
}

/** Decides one operation, whatever it is about. Changes nothing by itself. */
export function decideOp(
  asked: AskedOp,
  state: BatchState,
  { rules, pool, codes }: Deciding,
): Outcome {
  const { entityType } = asked.op;
  switch (entityType) {
    case 'ticket':
      return decideTicketOp(asked, state, pool);
    case 'person':
    case 'customer':
    case 'contact':
    case 'asset':
      return decideRecordOp(asked, state);
    case 'article':
      return decideArticleOp(asked, state, rules);
    case 'queue':
      return decideQueueOp(asked, state);
    case 'shift':
      return decideShiftOp(asked, state);
    case 'practice':
      return decidePracticeOp(asked, state);
    case 'desk':
      return decideDeskOp(asked, state, { rules, codes });
    default:
      return unreachable(entityType);
  }
}
