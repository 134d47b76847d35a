import { publishedVersion } from '../../../domain/article-record.ts';
import type { Op } from '../../../domain/op.ts';
import type { CurrentState } from '../../../protocol/wire.ts';
import type { EntityKey, LogRecord } from '../../db/server-store.ts';
import type { BatchState } from '../state/batch-state.ts';
import { spokenInRow } from './conversation.ts';

/** So far back the last change and the last words to or from the customer are looked for. */
const ROWS = 50;
/** Enough to see what it is about; the whole text comes with the log. */
const LONGEST = 10_000;

/** What stands in the way of a refused operation; null when there is nothing, or it is not theirs. */
export async function currentState(
  about: EntityKey | null,
  state: BatchState,
  spaces: ReadonlySet<string>,
): Promise<CurrentState | null> {
  if (about === null || !isTold(about.type)) return null;
  await state.prefetch([about], []);
  const type = about.type;
  const known = state.entity(type, about.id);
  if (known === null || !spaces.has(known.space)) return null;
  const { id: entityId, rev } = known;
  const plain = { entityType: type, entityId, rev };
  if (type === 'ticket') return { ...plain, ...(await ticketPart(entityId, state)) };
  if (type === 'article') return { ...plain, ...articlePart(entityId, state) };
  if (type === 'shift') return { ...plain, ...shiftPart(entityId, state) };
  return plain;
}

const untold: readonly string[] = ['reader', 'queue-order', 'letter', 'entry', 'certificate'];

/** Readers' opinions and letters are nobody's discrepancy. */
function isTold(type: EntityKey['type']): type is Op['entityType'] {
  return !untold.includes(type);
}

async function ticketPart(id: string, state: BatchState): Promise<Partial<CurrentState>> {
  const ticket = state.state('ticket', id);
  if (ticket === null) return {};
  const { status, assigneeId, line, withheld = {} } = ticket;
  const rows = await state.read.history(id, ROWS);
  const last = rows.at(-1);
  const changed = last ? { byId: last.byId, at: last.occurredAt } : {};
  return { status, assigneeId, line, ...changed, text: lastHeard(rows, id, withheld) };
}

/** The last public text that did not stay here. */
function lastHeard(
  rows: readonly LogRecord[],
  ticketId: string,
  withheld: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const row of rows.toReversed()) {
    const said = spokenInRow(row, ticketId).findLast(
      ({ id, visibility }) => visibility === 'public' && !Object.hasOwn(withheld, id),
    );
    if (said) return said.text.slice(0, LONGEST);
  }
  return undefined;
}

/** Who said the last word about handing it over, which is what acceptances are refused for. */
function shiftPart(id: string, state: BatchState): Partial<CurrentState> {
  const last = state.state('shift', id)?.handovers.at(-1);
  return last
    ? { byId: last.settledById ?? last.byId, at: last.settledAt ?? last.submittedAt }
    : {};
}

function articlePart(id: string, state: BatchState): Partial<CurrentState> {
  const record = state.state('article', id);
  const last = record && (publishedVersion(record) ?? record.versions.at(-1));
  return last ? { byId: last.decidedById ?? last.authorId, at: last.decidedAt ?? last.at } : {};
}
