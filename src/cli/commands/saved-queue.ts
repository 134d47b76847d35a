import type { Desk } from '../../app/desk/desk.ts';
import { findSaved, listQueues } from '../../app/queue/list-queues.ts';
import { queueAsLine } from '../../app/queue/queue-query.ts';
import { deleteQueue, moveQueue, renameQueue, saveQueue } from '../../app/queue/save-queue.ts';
import { countQueue } from '../../app/ticket/list-queue.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import type { SavedQueue } from '../../domain/desk-config.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { QueueRecord } from '../../domain/saved-queue.ts';
import { queuesTexts } from '../../i18n/queues-texts.ts';
import type { Result } from '../../util/result.ts';
import { fit } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { tellProblems } from '../filter-problems.ts';
import { RefusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { UsageError, wholeNumber } from '../usage-error.ts';
import { mustFindQueue } from './queue.ts';

const WIDEST_NAME = 30;

/** `smena queue save NAME --filter LINE [--title TEXT] [--desk]`. */
export async function saveQueueAs(session: Session, input: CommandInput): Promise<void> {
  const query = input.value('filter');
  if (query === undefined) throw new UsageError('option-missing', { name: '--filter' });
  session.keepText(query);
  const desk = await session.desk();
  tellProblems(session, query, selectTickets(desk, null, query).problems);
  const queue = accepted(
    saveQueue(desk, {
      name: input.required(0),
      title: input.value('title'),
      query,
      isForDesk: input.has('desk'),
    }),
  );
  const shown = mustFindQueue(desk, queue.code);
  if (session.output.isJson) return session.output.json(queueJson(desk, shown));
  const t = queuesTexts(session.language);
  session.output.line(t.saved(queue.code, countQueue(desk, shown)));
  session.output.talk(t.savedOpen(queue.code));
}

/** `smena queue list`: every queue that I see, in the order of the tabs. */
export async function printQueues(session: Session): Promise<void> {
  const desk = await session.desk();
  const { output, language } = session;
  const queues = listQueues(desk).map((queue) => queueJson(desk, queue));
  if (output.isJson) return output.json(queues);
  const { savedFor: whose } = queuesTexts(language);
  const widest = Math.max(...queues.map(({ name }) => textWidth(toSafe(name))));
  for (const { name, count, title, savedFor, filter } of queues) {
    const code = fit(toSafe(name), Math.min(widest, WIDEST_NAME));
    output.row(`${`${count}`.padStart(6)}  ${code}  ${title} · ${whose[savedFor]} · ${filter}`);
  }
}

/** `smena queue delete NAME`. */
export async function deleteSavedQueue(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const queue = mustFindSaved(desk, input.required(0));
  const shown = queueJson(desk, mustFindQueue(desk, queue.code));
  accepted(deleteQueue(desk, queue));
  if (session.output.isJson) return session.output.json(shown);
  session.output.line(queuesTexts(session.language).deleted(queue.code, queue.query));
}

/** `smena queue rename NAME NEW`. */
export async function renameSavedQueue(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const before = mustFindSaved(desk, input.required(0));
  const queue = accepted(renameQueue(desk, before, input.required(1)));
  if (session.output.isJson) {
    return session.output.json(queueJson(desk, mustFindQueue(desk, queue.code)));
  }
  session.output.line(queuesTexts(session.language).renamed(before.code, queue.code));
}

/** `smena queue move NAME PLACE`: the order of my tabs, from 1. */
export async function moveSavedQueue(session: Session, input: CommandInput): Promise<void> {
  const place = wholeNumber(input.required(1), '<place>', 1);
  const desk = await session.desk();
  const { code } = mustFindQueue(desk, input.required(0));
  const codes = moveQueue(desk, code, place - 1);
  if (session.output.isJson) return session.output.json(codes);
  session.output.line(queuesTexts(session.language).moved(code, codes.indexOf(code) + 1));
}

/** A queue as scripts see it; `filter` is its line, `count` how many tickets it holds. */
function queueJson(desk: Desk, queue: SavedQueue) {
  return {
    name: queue.code,
    title: queue.name[desk.language],
    filter: queueAsLine(queue, ''),
    savedFor: queue.savedFor ?? 'pack',
    count: countQueue(desk, queue),
  } as const;
}

function mustFindSaved(desk: Desk, name: string): QueueRecord {
  const saved = findSaved(desk, name);
  if (saved) return saved;
  const { code } = mustFindQueue(desk, name);
  throw new UserError('queue-of-pack', { queue: code });
}

function accepted(done: Result<QueueRecord, Refusal>): QueueRecord {
  if (done.ok) return done.value;
  throw new RefusedError(done.problem, null);
}
