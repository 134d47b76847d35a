import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { readStatus } from '../read-status.ts';
import type { Session } from '../session.ts';
import { futureMoment, runOnTicket } from '../ticket-command.ts';

/** `smena status REF STATUS`. */
export async function setStatus(session: Session, input: CommandInput): Promise<void> {
  await runOnTicket(session, input.required(0), ({ desk }) => ({
    type: 'set-status',
    status: readStatus(desk, input.required(1)),
    reason: input.value('reason') ?? '',
  }));
}

/** `smena schedule REF TIME`: puts a ticket off; it comes back by itself. */
export async function schedule(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await runOnTicket(session, input.required(0), (target) => ({
    type: 'schedule',
    until: futureMoment(target, input.args.slice(1).join(' '), 'until-in-past'),
    reason: input.value('reason') ?? '',
  }));
  if (session.output.isJson || ticket.scheduledUntil === null) return;
  const { done } = await session.texts();
  session.output.talk(fill(done.until, { time: moment(ticket.scheduledUntil, desk) }));
}
