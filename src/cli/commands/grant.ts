import type { CommandInput } from '../command-input.ts';
import { readPerson } from '../read-person.ts';
import type { Session } from '../session.ts';
import { futureMoment, runOnTicket } from '../ticket-command.ts';

/** `smena grant REF PERSON --reason TEXT`: lets one person write to the customer of one ticket. */
export async function grant(session: Session, input: CommandInput): Promise<void> {
  await runOnTicket(session, input.required(0), ({ desk }) => ({
    type: 'grant-voice',
    personId: readPerson(desk, input.required(1)).id,
    reason: input.value('reason') ?? '',
  }));
}

/** `smena vendor REF [--ref NUMBER] [--due TIME] [--watcher PERSON]`: what the vendor said. */
export async function vendor(session: Session, input: CommandInput): Promise<void> {
  const due = input.value('due');
  const watcher = input.value('watcher');
  await runOnTicket(session, input.required(0), (target) => ({
    type: 'note-vendor',
    ref: input.value('ref'),
    dueAt: due === undefined ? undefined : futureMoment(target, due, 'until-in-past'),
    watcherId: watcher === undefined ? undefined : readPerson(target.desk, watcher).id,
  }));
}
