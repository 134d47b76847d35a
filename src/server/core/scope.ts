import { DESK_SPACE } from '../../domain/space.ts';
import type { Scope } from '../../protocol/wire.ts';
import { compareText } from '../../util/compare-text.ts';
import { sha256 } from '../../util/sha256.ts';
import type { DeskStore } from '../db/desk-store.ts';

/** What a person may see now: what everybody shares, and the groups they were admitted to. */
export async function scopeOf(desk: DeskStore, personId: string): Promise<Scope> {
  const [all, own] = await Promise.all([desk.spaces(), desk.spacesOf(personId)]);
  const seen = new Set([DESK_SPACE, ...own]);
  const spaces = all
    .filter(({ code }) => seen.has(code))
    .map(({ code, title }) => ({ code, title }))
    .toSorted(sharedFirst);
  return { version: sha256(JSON.stringify(spaces)).slice(0, 16), spaces };
}

/** What everybody shares comes first: the rest refers to it. */
function sharedFirst(a: { readonly code: string }, b: { readonly code: string }): number {
  const byKind = Number(b.code === DESK_SPACE) - Number(a.code === DESK_SPACE);
  return byKind || compareText(a.code, b.code);
}
