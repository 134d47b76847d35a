import type { Person } from '../../../domain/person.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import { saved } from '../decide/decide-record-op.ts';
import { type ConsoleParts, type Doer, writeRows } from './write-rows.ts';

/** Writes who somebody is, as it is said at the console: for everybody, like any other change. */
export async function savePersonFromConsole(
  parts: ConsoleParts,
  doer: Doer,
  person: Person,
): Promise<void> {
  const { id, role, line } = person;
  const about = { entityType: 'person', entityId: id, type: 'save-person' } as const;
  await writeRows(parts, doer, { ...about, spaces: [DESK_SPACE] }, async (read) => {
    const [known] = await read.entities([{ type: 'person', id }]);
    const what = known?.state ? 'person-changed' : 'person-added';
    const { rows, changes } = saved({ type: 'person', person });
    return { rows, changes, audit: { what, detail: { personId: id, role, line } } };
  });
}
