import type { ImportTicket } from '../../../domain/command.ts';
import type { Op } from '../../../domain/op.ts';
import type { BatchState } from '../state/batch-state.ts';
import type { Change } from './outcome.ts';

/** Ids that others make for their entries; those that are made here have a colon. */
const ID = /^[0-9A-Za-z-]{20,64}$/;

type Imported = ImportTicket['entries'];

/**
 * The entries of an imported ticket under ids that nothing else has: somebody may have brought the
 * same export along, or mean harm. An id that is taken gives way to one that is made here.
 */
export function ownEntries(entries: Imported, opId: string, state: BatchState): Imported {
  const seen = new Set<string>();
  return entries.map((entry, index) => {
    const isFree = ID.test(entry.id) && !seen.has(entry.id) && !state.state('entry', entry.id);
    seen.add(entry.id);
    return isFree ? entry : { ...entry, id: `${opId}:${index}` };
  });
}

/** The ids of a command's entries, so that they are known when they come again. */
export function entriesOf(command: Op['payload'], ticketId: string, space: string): Change[] {
  if (command.type !== 'import') return [];
  const own = command.entries.filter(({ id }) => ID.test(id));
  return own.map(({ id }) => ({ type: 'entry', id, space, state: { ticketId } }));
}

/** Ids of entries that a command will be asked for. */
export function entriesToLookUp(command: Op['payload']): readonly string[] {
  if (command.type !== 'import') return [];
  return command.entries.map(({ id }) => id).filter((id) => ID.test(id));
}
