import type { DeskConfig } from '../desk-config.ts';
import type { Ticket } from '../ticket.ts';
import { fieldValue } from './known-field.ts';
import { missingBefore } from './missing.ts';

/** How far a task has come, from being taken in to being accepted by whoever asked for it. */
export const taskStages = [
  'accepted',
  'processed',
  'distributed',
  'in-execution',
  'consultation',
  'returned',
  'result-handed',
  'closed',
] as const;
export type TaskStage = (typeof taskStages)[number];

/** The stage of a task, as it follows from what happened; null for another kind of ticket. */
export function taskStage(ticket: Ticket, desk: DeskConfig): TaskStage | null {
  if (ticket.kind !== 'task') return null;
  const { status } = ticket;
  if (status === 'closed' || status === 'merged') return 'closed';
  if (status === 'resolved') return 'result-handed';
  if (status === 'waiting-customer' || status === 'waiting-third-party') return 'consultation';
  if (ticket.clarifications?.some(({ answer }) => answer === null)) return 'consultation';
  if (ticket.returns > 0) return 'returned';
  if (isBegun(ticket)) return 'in-execution';
  if (ticket.assigneeId !== null) return 'distributed';
  return missingBefore('transfer', ticket, desk).length === 0 ? 'processed' : 'accepted';
}

/** Who gets the result of a task: whoever is named for it, else whoever asked. */
export function resultTo(ticket: Ticket): string | null {
  return fieldValue(ticket, 'result-to') ?? fieldValue(ticket, 'requester');
}

function isBegun({ commentedAt, lastPublicAt, timeSpentMs = 0 }: Ticket): boolean {
  return commentedAt !== undefined || lastPublicAt !== null || timeSpentMs > 0;
}
