import { nearestWord } from '../../search/edit-distance.ts';
import { layoutReadings } from '../../search/keyboard-layout.ts';
import type { TicketField } from '../../search/ticket-fields.ts';
import { foldText } from '../../util/fold-text.ts';
import type { Desk } from '../desk/desk.ts';
import { findTicketId } from '../ticket/find-ticket.ts';

/** Fields whose values are names that only the store knows. */
export const storedFields = [
  'assignee',
  'customer',
  'site',
  'town',
  'level',
  'contact',
  'tag',
  'parent',
] as const satisfies readonly TicketField[];
export type StoredField = (typeof storedFields)[number];

/** What a typed name means: what to compare with, or the name that was probably meant. */
export type FoundNames =
  | { readonly ok: true; readonly ids: readonly (string | null)[] }
  | { readonly ok: false; readonly suggestion: string | null };

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** Looks a typed name up in the store, in either layout; part of a name is enough. */
export function findNames(desk: Desk, field: StoredField, typed: string): FoundNames {
  const fixed = fixedIds(desk, field, typed);
  if (fixed) return { ok: true, ids: fixed };
  const items = namedItems(desk, field);
  for (const reading of layoutReadings(typed)) {
    const wanted = foldName(reading);
    const ids = field === 'tag' ? equal(items, wanted) : holding(items, wanted);
    if (ids.length > 0) return { ok: true, ids: field === 'customer' ? withSites(desk, ids) : ids };
  }
  const name = foldName(typed);
  const known = items.flatMap(({ names }) => names.map(foldName));
  const slips = Math.min(2, Math.floor(name.length / 3));
  return { ok: false, suggestion: nearestWord(name, known, slips) };
}

/** A name as it is compared: letter case, ё and quotation marks aside. */
export function foldName(text: string): string {
  return foldText(text.replace(/["«»“”„]/g, ''));
}

function fixedIds(desk: Desk, field: StoredField, typed: string): (string | null)[] | null {
  if (field === 'assignee' && typed === 'me') return [desk.me.id];
  if ((field === 'assignee' || field === 'parent') && typed === 'none') return [null];
  if (field !== 'parent') return null;
  const id = findTicketId(desk, typed);
  return id === null ? null : [id];
}

function namedItems(desk: Desk, field: StoredField): readonly Named[] {
  const { people, queues } = desk;
  switch (field) {
    case 'assignee':
      return people.persons().map(({ id, name, login }) => ({ id, names: [name, login] }));
    case 'customer':
      return people.customers().map(({ id, name }) => ({ id, names: [name] }));
    case 'site': {
      const sites = people.customers().filter(({ parentId }) => parentId !== undefined);
      return sites.map(({ id, name }) => ({ id, names: [name] }));
    }
    case 'town':
      return people.customers().map(({ id, city }) => ({ id, names: [city] }));
    case 'level':
      return people.customers().map(({ id, level }) => ({ id, names: [level] }));
    case 'contact':
      return people.contacts().map(({ id, name, email }) => ({ id, names: [name, email ?? ''] }));
    case 'tag':
      return queues.tags().map((tag) => ({ id: tag, names: [tag] }));
    case 'parent':
      return [];
  }
}

function equal(items: readonly Named[], wanted: string): string[] {
  return items.filter(({ names }) => names.some((n) => foldName(n) === wanted)).map((i) => i.id);
}

function holding(items: readonly Named[], wanted: string): string[] {
  if (wanted === '') return [];
  return items
    .filter(({ names }) => names.some((n) => foldName(n).includes(wanted)))
    .map((i) => i.id);
}

/** A company stands for its branches and sites, too. */
function withSites(desk: Desk, ids: readonly string[]): string[] {
  const all = desk.people.customers().filter(({ parentId }) => parentId !== undefined);
  const found = new Set(ids);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const { id, parentId } of all) if (parentId && found.has(parentId)) found.add(id);
  }
  return [...found];
}
