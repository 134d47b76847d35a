import type { Draft, DraftKind } from '../../store/draft/draft-store.ts';
import type { Desk } from '../desk/desk.ts';

export type { Draft };

/** A draft as somebody saw it last: its row, and when it was touched. */
export interface SeenDraft {
  readonly id: string;
  readonly updatedAt: number;
}

export interface DraftInput {
  readonly kind: DraftKind;
  readonly ticketId: string | null;
  readonly text: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/**
 * Keeps an unfinished text; an emptied one is forgotten. Returns its id, or null when forgotten.
 */
export function saveDraft(desk: Desk, input: DraftInput): string | null {
  const present = desk.drafts.find(input.kind, input.ticketId);
  return keep(desk, input, present)?.id ?? null;
}

/**
 * Keeps a text that stands open, in its own draft. What another window has written there meanwhile
 * stays: the text then gets a draft of its own. Returns what was kept, or null when forgotten.
 */
export function saveOpenDraft(
  desk: Desk,
  input: DraftInput,
  seen: SeenDraft | null,
): SeenDraft | null {
  const present = seen && desk.drafts.byId(seen.id);
  return keep(desk, input, present?.updatedAt === seen?.updatedAt ? present : null);
}

function keep(desk: Desk, input: DraftInput, present: Draft | null): SeenDraft | null {
  const { kind, ticketId, text, extra = {} } = input;
  if (text.trim() === '' && Object.keys(extra).length === 0) {
    if (present) desk.drafts.remove(present.id);
    return null;
  }
  const now = desk.clock.now();
  const id = present?.id ?? desk.makeId();
  const createdAt = present?.createdAt ?? now;
  desk.drafts.save({ id, kind, ticketId, text, extra, createdAt, updatedAt: now });
  return { id, updatedAt: now };
}

/** The unfinished text of one kind on one ticket, or null. */
export function findDraft(desk: Desk, kind: DraftKind, ticketId: string | null): Draft | null {
  return desk.drafts.find(kind, ticketId);
}

/** What was typed into one form on one ticket (none for a form of its own), or null. */
export function findFormDraft(desk: Desk, form: string, ticketId: string | null): Draft | null {
  return desk.drafts.findForm(form, ticketId);
}

/** All unfinished texts, the last touched first. */
export function listDrafts(desk: Desk): Draft[] {
  return desk.drafts.all();
}

/** Forgets a draft whose text went where it belonged. */
export function forgetDraft(desk: Desk, kind: DraftKind, ticketId: string | null): void {
  const present = desk.drafts.find(kind, ticketId);
  if (present) desk.drafts.remove(present.id);
}

/** The draft of an id, or null. */
export function findDraftById(desk: Desk, id: string): Draft | null {
  return desk.drafts.byId(id);
}

/** Forgets one draft for good. */
export function dropDraft(desk: Desk, id: string): void {
  desk.drafts.remove(id);
}

const TYPING = 'typing';

/** Remembers which text is being written now, so that a killed terminal comes back to it. */
export function rememberTyping(desk: Desk, draft: Pick<Draft, 'kind' | 'ticketId'> | null): void {
  const value = draft && JSON.stringify([draft.kind, draft.ticketId]);
  if (value === desk.meta.get(TYPING)) return;
  if (value === null) desk.meta.remove(TYPING);
  else desk.meta.set(TYPING, value);
}

/** The text that was being written when the program last ended, if it is still a draft. */
export function lastTyping(desk: Desk): Draft | null {
  const value = desk.meta.get(TYPING);
  if (value === null) return null;
  // Written by `rememberTyping` only.
  const [kind, ticketId] = JSON.parse(value) as [DraftKind, string | null];
  return desk.drafts.find(kind, ticketId);
}
