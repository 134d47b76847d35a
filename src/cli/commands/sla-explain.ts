import { readInstant } from '../../app/desk/read-moment.ts';
import { explainTicket } from '../../app/sla/explain-ticket.ts';
import { type ExplainRow, explainRows } from '../../i18n/deadline-page.ts';
import { toSafe } from '../../util/to-safe.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { explainJson } from '../sla-json.ts';
import { findTarget } from '../ticket-command.ts';

/** `smena sla explain REF [--at ISO]`: why the deadlines of a ticket are what they are. */
export async function slaExplain(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const typed = input.value('at');
  const at = typed === undefined ? null : readInstant(typed);
  const explained = explainTicket(desk, ticket.id, at);
  if (!explained) {
    const { number, createdAt } = ticket;
    const said = (ms: number) => moment(ms, desk);
    throw new UserError('ticket-not-yet', {
      number,
      at: said(at ?? createdAt),
      created: said(createdAt),
    });
  }
  const { output } = session;
  if (output.isJson) return output.json(explainJson(desk, explained));
  for (const row of explainRows(desk, explained, desk.clock.now()))
    output.styled(painted(row, output));
}

function painted({ text, role }: ExplainRow, { paint }: Output): string {
  const safe = toSafe(text);
  if (role === 'title') return paint.strong(safe);
  if (role === 'breach') return paint.alarm(safe);
  if (role === 'warning') return paint.notice(safe);
  return role === 'muted' ? paint.dim(safe) : safe;
}
