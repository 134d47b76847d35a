import { practiceId } from '../../../domain/practice/practice-id.ts';
import type { PracticeRecord } from '../../../domain/practice/practice-record.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import { PRACTICE_ERASURE } from '../../../protocol/wire.ts';
import { markErased } from '../../db/erased-mark.ts';
import { WHOLE_HISTORY } from './whole-history.ts';
import { type ConsoleParts, type Doer, writeRows } from './write-rows.ts';

/**
 * Erases somebody's practice record by law: it leaves every device with its certificates, and what the
 * log told of it is gone. Returns how many rows told of it. Doing it again goes on where an earlier try
 * was cut.
 */
export async function erasePractice(
  parts: ConsoleParts,
  doer: Doer,
  personId: string,
): Promise<number> {
  const { store } = parts;
  const id = practiceId(personId);
  const key = { type: 'practice', id } as const;
  const about = { entityType: 'practice', entityId: id, type: PRACTICE_ERASURE } as const;
  await writeRows(parts, doer, { ...about, spaces: [DESK_SPACE] }, async (read) => {
    const [now] = await read.entities([key]);
    if (!now?.state) return null;
    // Written by this server only.
    const { attestations } = JSON.parse(now.state) as PracticeRecord;
    const gone = { space: DESK_SPACE, state: null } as const;
    const certificates = attestations.map(({ code }) => {
      return { ...gone, type: 'certificate', id: code } as const;
    });
    return {
      rows: [{ space: DESK_SPACE, body: { kind: 'left' }, tickets: [] }],
      changes: [{ ...gone, ...key }, ...certificates],
      audit: { what: 'practice-erased', detail: { personId } },
    };
  });
  const history = await store.history(id, WHOLE_HISTORY);
  const told = history.filter(({ body }) => body.startsWith('{"kind":"practice"'));
  await store.erase(told);
  // Copies that were made before tell too much, also those of other processes.
  await markErased(store, DESK_SPACE);
  return told.length;
}
