import type { Desk } from '../../app/desk/desk.ts';
import { findQueue, queuePage } from '../../app/ticket/list-queue.ts';
import { type SelectedTickets, selectTickets } from '../../app/ticket/select-tickets.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { queueRowJson } from '../ticket-json.ts';
import { wholeNumber } from '../usage-error.ts';

const DEFAULT_LIMIT = '50';

/** `smena queue`: the rows of a saved queue, or of a filter over every ticket. */
export async function printQueue(session: Session, input: CommandInput): Promise<void> {
  const limit = wholeNumber(input.value('limit') ?? DEFAULT_LIMIT, '--limit');
  const desk = await session.desk();
  const filter = input.value('filter');
  // A filter alone looks at every ticket, closed ones too.
  const code = input.argument(0) ?? (filter === undefined ? 'all-open' : null);
  const { selection, problems } = selectTickets(desk, queueOf(desk, code), filter ?? '');
  if (problems.length > 0) await tellProblems(session, problems);
  const rows = queuePage(desk, selection, { offset: 0, limit });
  if (session.output.isJson) return session.output.json(rows.map(queueRowJson));
  const { printRows } = await import('../queue-table.ts');
  printRows(session.output, rows, { desk, texts: await session.texts() });
}

/**
 * A name that is no field may be a word to look for, so that is a remark. A condition that cannot
 * be read would let everything through, and a script would take it for the answer.
 */
async function tellProblems(session: Session, problems: SelectedTickets['problems']) {
  const { describeProblems } = await import('../queue-table.ts');
  const texts = await session.texts();
  const isWord = ({ kind }: { kind: string }) => kind === 'unknown-field' || kind === 'open-quote';
  const wrong = problems.filter((problem) => !isWord(problem));
  if (wrong.length > 0) {
    throw new UserError('filter-wrong', { details: describeProblems(wrong, texts).join(' ') });
  }
  for (const sentence of describeProblems(problems, texts)) session.output.talk(sentence);
}

function queueOf(desk: Desk, code: string | null) {
  if (code === null) return null;
  const queue = findQueue(desk, code);
  if (queue) return queue;
  const known = desk.config.queues.map((q) => q.code).join(', ');
  throw new UserError('queue-unknown', { queue: code, known });
}
