import type { TicketEvent } from '../event.ts';
import type { Ticket } from '../ticket.ts';
import type { Handover, HandoverState } from './handover.ts';
import type { HandoverFact } from './handover-fact.ts';

/** Folds one fact of this kind into the state. Pure. */
export function evolveHandover(state: Ticket, fact: HandoverFact, event: TicketEvent): Ticket {
  switch (fact.type) {
    case 'handed-over':
      return withHandover(state, fact.handover);
    case 'handover-accepted':
      return { ...state, ...settled(state, fact.handoverId, event, 'accepted') };
    case 'handover-returned':
      return returned(state, fact, event);
    case 'diagnosed':
      return {
        ...state,
        diagnosis: { line: fact.line, byId: event.byId ?? '', at: event.at },
      };
    case 'vendor-noted':
      return { ...state, vendorCase: fact.vendorCase };
    case 'question-asked':
      return { ...state, clarifications: [...(state.clarifications ?? []), fact.clarification] };
    case 'question-answered':
      return { ...state, clarifications: answered(state, fact, event.at) };
    case 'voice-granted':
      return { ...state, voiceGrants: [...(state.voiceGrants ?? []), fact.grant] };
    case 'ladder-called':
      return { ...state, ladderCalls: [...(state.ladderCalls ?? []), fact.call] };
    case 'brief-asked':
      return {
        ...state,
        brief: { owedById: fact.owedById, since: event.at, state: 'owed', settledAt: null },
      };
    case 'brief-settled':
      if (!state.brief) return state;
      return { ...state, brief: { ...state.brief, state: fact.state, settledAt: event.at } };
    case 'care-changed':
      return withCare(state, fact.personId);
  }
}

/** The lines a ticket has been on, once it has moved. `after` has the new line already. */
export function withLine(after: Ticket, before: Ticket, at: number): Ticket {
  const log = before.lineLog ?? [{ line: before.line, at: before.createdAt }];
  return { ...after, lineLog: [...log, { line: after.line, at }] };
}

function withHandover(state: Ticket, handover: Handover): Ticket {
  if (handover.kind !== 'line') return { ...state, handover };
  return { ...state, handover, handedTo: { line: handover.toLine, at: handover.at } };
}

function settled(
  { handover }: Ticket,
  handoverId: string,
  { at, byId }: TicketEvent,
  outcome: 'accepted' | 'returned',
): Pick<HandoverState, 'handover'> {
  if (handover?.id !== handoverId) return {};
  return { handover: { ...handover, state: outcome, settledAt: at, settledById: byId } };
}

function returned(
  state: Ticket,
  { handoverId, missing }: Extract<HandoverFact, { type: 'handover-returned' }>,
  event: TicketEvent,
): Ticket {
  const { handedTo: _, ...rest } = state;
  const { handover } = settled(state, handoverId, event, 'returned');
  return {
    ...rest,
    ...(handover ? { handover: { ...handover, missing } } : {}),
    handoverReturns: (state.handoverReturns ?? 0) + 1,
  };
}

function answered(
  { clarifications = [] }: Ticket,
  { clarificationId, answer }: Extract<HandoverFact, { type: 'question-answered' }>,
  at: number,
) {
  return clarifications.map((one) =>
    one.id === clarificationId ? { ...one, answer, answeredAt: at } : one,
  );
}

function withCare(state: Ticket, personId: string | null): Ticket {
  const { careOfId: _, ...rest } = state;
  return personId === null ? rest : { ...rest, careOfId: personId };
}
