import {
  type Clarification,
  type Handover,
  openQuestions,
} from '../../domain/handover/handover.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { HandoverReader } from '../../store/handover/handover-reader.ts';
import type { Desk } from '../desk/desk.ts';

/** A ticket that was handed over and waits for its receiver. */
export interface WaitingHandover {
  readonly ticket: Ticket;
  readonly handover: Handover;
}

/** A question to the customer that waits for its answer. */
export interface WaitingQuestion {
  readonly ticket: Ticket;
  readonly question: Clarification;
}

/** Handovers that nobody has accepted, the longest waiting first; of one line when it is given. */
export function waitingHandovers(desk: Desk, line?: string): readonly WaitingHandover[] {
  return new HandoverReader(desk.store.sql)
    .waiting()
    .flatMap((ticket) => (ticket.handover ? [{ ticket, handover: ticket.handover }] : []))
    .filter(({ handover }) => line === undefined || handover.toLine === line)
    .toSorted((a, b) => a.handover.at - b.handover.at);
}

/** Tickets that came back so often that somebody owes a brief on them. */
export function owedBriefs(desk: Desk): readonly Ticket[] {
  return new HandoverReader(desk.store.sql)
    .returnedMoreThan(desk.config.maxReturnsToEngineer)
    .filter(({ brief }) => brief?.state === 'owed');
}

/** Questions without an answer, the nearest due time first; of the line that asks when it is given. */
export function waitingQuestions(desk: Desk, line?: string): readonly WaitingQuestion[] {
  return new HandoverReader(desk.store.sql)
    .asked()
    .flatMap((ticket) => openQuestions(ticket).map((question) => ({ ticket, question })))
    .filter(({ question }) => line === undefined || question.throughLine === line)
    .toSorted((a, b) => a.question.dueAt - b.question.dueAt);
}
