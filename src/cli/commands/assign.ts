import type { Desk } from '../../app/desk/desk.ts';
import type { CommandInput } from '../command-input.ts';
import { readPerson } from '../read-person.ts';
import type { Session } from '../session.ts';
import { runOnTicket } from '../ticket-command.ts';

/** `smena take REF`. */
export async function take(session: Session, input: CommandInput): Promise<void> {
  await runOnTicket(session, input.required(0), { type: 'take' });
}

/** `smena assign REF PERSON|none`. */
export async function assign(session: Session, input: CommandInput): Promise<void> {
  await runOnTicket(session, input.required(0), ({ desk }) => {
    return { type: 'assign', personId: personId(desk, input.required(1)) };
  });
}

function personId(desk: Desk, text: string): string | null {
  const wanted = text.trim().toLowerCase();
  if (['none', 'никто', '-'].includes(wanted)) return null;
  return readPerson(desk, text).id;
}
