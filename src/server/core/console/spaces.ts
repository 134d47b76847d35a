import { DESK_SPACE } from '../../../domain/space.ts';
import type { ConsoleParts, Doer } from './write-rows.ts';

const CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** What became of a change of groups. */
export type SpaceChange = 'done' | 'bad-code' | 'known-already' | 'no-such-space';

/** Makes a new group. Its code is small letters, digits and dashes. */
export async function makeSpace(
  { store, now }: ConsoleParts,
  doer: Doer,
  { code, title }: { readonly code: string; readonly title: string },
): Promise<SpaceChange> {
  if (!CODE.test(code)) return 'bad-code';
  const known = await store.desk.spaces();
  if (known.some((space) => space.code === code)) return 'known-already';
  await store.desk.addSpace(code, title);
  await store.desk.audit([{ at: now(), ...doer, what: 'space-made', detail: { space: code } }]);
  return 'done';
}

/** Lets a person into a group: they see its tickets from their next request on. */
export function admit(parts: ConsoleParts, doer: Doer, member: Member): Promise<SpaceChange> {
  return change(parts, doer, member, 'admit');
}

/** Takes a person out of a group: its tickets leave their devices. */
export function expel(parts: ConsoleParts, doer: Doer, member: Member): Promise<SpaceChange> {
  return change(parts, doer, member, 'expel');
}

/** Somebody in a group. */
export interface Member {
  readonly personId: string;
  readonly space: string;
}

async function change(
  { store, now }: ConsoleParts,
  doer: Doer,
  { personId, space }: Member,
  how: 'admit' | 'expel',
): Promise<SpaceChange> {
  const known = await store.desk.spaces();
  // Everybody is in the space of the desk: nobody is let in or taken out.
  if (space === DESK_SPACE || !known.some(({ code }) => code === space)) return 'no-such-space';
  const own = await store.desk.spacesOf(personId);
  if (own.includes(space) === (how === 'admit')) return 'known-already';
  await store.desk[how](personId, space);
  const what = how === 'admit' ? 'admitted' : 'expelled';
  await store.desk.audit([{ at: now(), ...doer, what, detail: { personId, space } }]);
  return 'done';
}
