import { ok, type Result } from '../util/result.ts';
import { isLeading, type Person } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';

/** A filter line under a name, for one person or for the whole desk. Times are epoch ms. */
export interface QueueRecord {
  readonly id: string;
  /** Null: everybody of the desk sees it. */
  readonly ownerId: string | null;
  readonly code: string;
  readonly title: string;
  readonly query: string;
  readonly savedAt: number;
}

/** A change of saved queues, as it goes through the outbox. */
export type QueueCommand =
  | { readonly type: 'save-queue'; readonly queue: QueueRecord }
  | { readonly type: 'delete-queue'; readonly queueId: string; readonly ownerId: string | null }
  /** The order in which a person has the tabs. */
  | { readonly type: 'order-queues'; readonly personId: string; readonly codes: readonly string[] };

/** Words that the command line takes for its own commands. */
const taken: ReadonlySet<string> = new Set(['save', 'list', 'delete', 'rename', 'move', 'help']);
const LONGEST_NAME = 60;

/** A name as it is typed in a command: small letters, a dash for every gap. */
export function queueCode(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s/\\]+/g, '-');
}

/** Whether somebody may keep a queue under this code, for themselves or for the desk. */
export function decideQueueCode(
  code: string,
  known: readonly { readonly code: string }[],
): Result<string, Refusal> {
  const isFit = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code) && code.length <= LONGEST_NAME;
  if (!isFit) return refuse('queue-name-unfit', [], { name: code, most: LONGEST_NAME });
  if (taken.has(code) || known.some((queue) => queue.code === code)) {
    return refuse('queue-name-taken', [], { name: code });
  }
  return ok(code);
}

/** Whether somebody may change what everybody of the desk sees. */
export function decideDeskQueue(
  actor: Pick<Person, 'role'>,
  ownerId: string | null,
): Result<true, Refusal> {
  return ownerId !== null || isLeading(actor) ? ok(true) : refuse('queue-needs-lead');
}
