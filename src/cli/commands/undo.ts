import { undoLast } from '../../app/ticket/undo-last.ts';
import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState } from '../ticket-command.ts';

/** `smena undo [REF]`: takes the last own command back; its text is a draft again. */
export async function undo(session: Session, input: CommandInput): Promise<void> {
  const reference = input.argument(0);
  const target = reference === undefined ? null : await findTarget(session, reference);
  const desk = target?.desk ?? (await session.desk());
  const ticket = target?.ticket ?? null;
  const undone = accepted({ desk, ticket }, undoLast(desk, ticket?.id ?? null));
  const texts = await session.texts();
  const command = texts.operations[undone.type] ?? undone.type;
  session.output.talk(fill(texts.done.undone, { command, number: undone.number }));
  if (undone.text !== null && undone.text !== '') session.output.talk(texts.done.textIsDraft);
  const more = { undone: { type: undone.type, text: undone.text } };
  const now = desk.tickets.byId(undone.ticketId);
  if (now) return printState(session, desk, now, more);
  if (session.output.isJson) {
    session.output.json({ id: undone.ticketId, number: undone.number, ...more });
  }
}
