import type { DecideContext } from './decide-context.ts';
import type { Entry, EntryKind, Visibility } from './ticket.ts';

/** What a new entry is; `place` tells the entries of one operation apart. */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly visibility: Visibility;
  readonly text: string;
  readonly place?: string | undefined;
}

/** An entry of the person who acts. */
export function ownEntry(
  { kind, visibility, text, place = '0' }: NewEntry,
  { opId, now, actor }: DecideContext,
): Entry {
  return {
    id: `${opId}:${place}`,
    at: now,
    kind,
    visibility,
    author: { type: 'person', id: actor.id },
    text,
    durationMs: null,
    messageId: null,
    attachments: [],
  };
}

/** A note of the person who acts, as the fact that adds it. */
export function noteFact(text: string, context: DecideContext, place?: string) {
  const entry = ownEntry({ kind: 'note', visibility: 'internal', text, place }, context);
  return { type: 'entry-added', entry } as const;
}

/** What the desk itself has to say on a ticket, for its own people. */
export function systemFact(text: string, context: DecideContext, place: string) {
  const entry = ownEntry({ kind: 'system', visibility: 'internal', text, place }, context);
  return { type: 'entry-added', entry: { ...entry, author: { type: 'system' } } } as const;
}
