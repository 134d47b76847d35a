import type { DecideContext, Decision } from '../decide-context.ts';
import type { Ticket } from '../ticket.ts';
import { decideAskHelp, decideEndHelp, decideGiveHelp } from './decide-help.ts';
import {
  decideAskReview,
  decideReturnReview,
  decideSendReviewed,
  decideWithdrawReview,
} from './decide-review.ts';
import type { SupervisionCommand } from './supervision-command.ts';

/** Replies that go through a mentor, and calls for help. */
export function decideSupervision(
  command: SupervisionCommand,
  state: Ticket,
  context: DecideContext,
): Decision {
  switch (command.type) {
    case 'ask-review':
      return decideAskReview(command, state, context);
    case 'send-reviewed':
      return decideSendReviewed(command, state, context);
    case 'return-review':
      return decideReturnReview(command, state, context);
    case 'withdraw-review':
      return decideWithdrawReview(command, state, context);
    case 'ask-help':
      return decideAskHelp(command, state, context);
    case 'give-help':
      return decideGiveHelp(command, state, context);
    case 'end-help':
      return decideEndHelp(command, state, context);
  }
}
