import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import { refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { decideAnswer, decideAsk, decideGrant } from './ask-customer.ts';
import { decideEscalate } from './decide-escalate.ts';
import { decideDiagnose } from './diagnosis.ts';
import type { HandoverCommand } from './handover-command.ts';
import { decideAccept, decideSendBack } from './settle-handover.ts';
import { decideBrief, decideWaiveBrief } from './third-return.ts';
import { decideVendorNote } from './vendor.ts';

/** Decides what is handed on, accepted or sent back, asked through others, said about returns. */
export function decideHandover(
  command: HandoverCommand,
  state: Ticket,
  context: DecideContext,
): Decision {
  switch (command.type) {
    case 'escalate':
      return decideEscalate(command, state, context);
    case 'accept-handover':
      return decideAccept(state, context);
    case 'return-handover':
      return decideSendBack(command.missing, state, context);
    case 'diagnose':
      return decideDiagnose(command.text, state, context);
    case 'write-brief':
      return decideBrief(command.text, state, context);
    case 'waive-brief':
      return decideWaiveBrief(command.reason, state);
    case 'ask-customer':
      return decideAsk(command, state, context);
    case 'answer-question':
      return decideAnswer(command, state, context);
    case 'grant-voice':
      return decideGrant(command, state, context);
    case 'log-ladder-call':
      return decideLadderCall(command, context);
    case 'note-vendor':
      return decideVendorNote(command, state, context);
  }
}

/** Somebody of a ladder was called: it stays on the ticket whether they answered or not. */
function decideLadderCall(
  { ladder, step, personId, outcome }: Extract<HandoverCommand, { type: 'log-ladder-call' }>,
  { desk, actor, now }: DecideContext,
): Decision {
  const found = desk.ladders.find(({ code }) => code === ladder)?.steps[step];
  if (!found) return refuse('no-such-step', ['note']);
  const call = { ladder, step, personId, means: found.means, outcome, byId: actor.id, at: now };
  return ok([{ type: 'ladder-called', call }]);
}
