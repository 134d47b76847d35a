import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { findTarget, runOnTicket } from '../ticket-command.ts';
import { oneOf } from '../usage-error.ts';

const relations = ['related', 'continues', 'duplicates'] as const;

/** `smena link REF OTHER [--relation related|continues|duplicates]`. */
export async function link(session: Session, input: CommandInput): Promise<void> {
  const other = await findTarget(session, input.required(1));
  const relation = oneOf(input.value('relation') ?? 'related', relations, '--relation');
  await runOnTicket(session, input.required(0), {
    type: 'link',
    link: { ticketId: other.ticket.id, relation },
  });
}
