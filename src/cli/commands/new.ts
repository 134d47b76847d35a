import { registerFor } from '../../app/people/served-people.ts';
import { channels, kinds, priorities } from '../../domain/vocabulary.ts';
import type { CommandInput } from '../command-input.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted } from '../ticket-command.ts';
import { oneOf, UsageError } from '../usage-error.ts';

/** `smena new --subject … [--text -]`: registers a ticket and prints its number. */
export async function registerNew(session: Session, input: CommandInput): Promise<void> {
  const text = (await readText(session, input)) ?? '';
  const subject = input.value('subject');
  if (subject === undefined) throw new UsageError('option-missing', { name: '--subject' });
  const desk = await session.desk();
  const names = { customer: input.value('customer'), contact: input.value('contact') };
  const done = registerFor(desk, names, {
    subject,
    text,
    kind: oneOf(input.value('kind') ?? 'incident', kinds, '--kind'),
    priority: oneOf(input.value('priority') ?? 'P3', priorities, '--priority'),
    line: input.value('line'),
    channel: oneOf(input.value('channel') ?? 'mail', channels, '--channel'),
    tags: input.all('tag'),
  });
  const { ticket } = accepted({ desk, ticket: null }, done);
  const { output } = session;
  if (output.isJson) output.json({ id: ticket.id, number: ticket.number });
  else output.line(ticket.number);
}
