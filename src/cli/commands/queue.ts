import type { Desk } from '../../app/desk/desk.ts';
import { findQueue, listQueues } from '../../app/queue/list-queues.ts';
import { queuePage } from '../../app/ticket/list-queue.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import type { SavedQueue } from '../../domain/desk-config.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { queueRowsJson } from '../ticket-json.ts';
import { wholeNumber } from '../usage-error.ts';

const DEFAULT_LIMIT = '50';

/** `smena queue`: the rows of a saved queue, or of a filter over every ticket. */
export async function printQueue(session: Session, input: CommandInput): Promise<void> {
  const limit = wholeNumber(input.value('limit') ?? DEFAULT_LIMIT, '--limit');
  const desk = await session.desk();
  const filter = input.value('filter');
  // A filter alone looks at every ticket, closed ones too.
  const code = input.argument(0) ?? (filter === undefined ? 'all-open' : null);
  const queue = code === null ? null : mustFindQueue(desk, code);
  const { selection, problems, columns } = selectTickets(desk, queue, filter ?? '');
  if (problems.length > 0) {
    const { tellProblems } = await import('../filter-problems.ts');
    tellProblems(session, filter ?? '', problems);
  }
  const rows = queuePage(desk, selection, { offset: 0, limit });
  if (session.output.isJson) {
    return session.output.json(queueRowsJson(desk, rows, selection.group));
  }
  const { printRows } = await import('../queue-table.ts');
  printRows(session.output, rows, { desk, texts: await session.texts(), columns, selection });
}

/** The queue of a code or name. Throws a UserError that names those there are. */
export function mustFindQueue(desk: Desk, name: string): SavedQueue {
  const queue = findQueue(desk, name);
  if (queue) return queue;
  const known = listQueues(desk).map(({ code }) => code);
  throw new UserError('queue-unknown', { queue: name, known: known.join(', ') });
}
