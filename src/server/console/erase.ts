import type { Person } from '../../domain/person.ts';
import { DESK_SPACE } from '../../domain/space.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { UserError } from '../../util/user-error.ts';
import { findAnyTicket } from '../api/find-ticket.ts';
import { erasePractice } from '../core/console/erase-practice.ts';
import { eraseTicket } from '../core/console/erase-ticket.ts';
import type { ConsoleParts } from '../core/console/write-rows.ts';
import { BlobFiles } from '../db/blobs.ts';
import type { ServerFolder } from '../db/server-folder.ts';
import type { ServerStore } from '../db/server-store.ts';
import { SnapshotFiles } from '../db/snapshot/snapshot-files.ts';
import type { By } from '../identity/identity.ts';
import { needPerson } from './find-person.ts';

/** What was erased of a ticket. */
export interface Erased {
  readonly ticketId: string;
  /** Null where an earlier try had come so far that nobody knows it any more. */
  readonly number: string | null;
  readonly rows: number;
  readonly files: number;
}

/** What is needed to erase something. */
export interface EraseParts extends ConsoleParts {
  readonly by: By;
  readonly folder: ServerFolder;
}

/** Erases a ticket by law: texts, events, files that no other ticket has, copies made before. */
export async function eraseByLaw(parts: EraseParts, reference: string): Promise<Erased> {
  const { store, by, folder, now } = parts;
  const record = await findAnyTicket(store, reference);
  if (!record) throw new UserError('no-such-ticket', { reference });
  const { rows, files } = await eraseTicket(parts, by, record.id);
  if (record.state === null && rows === 0) throw new UserError('no-such-ticket', { reference });
  const left = await withoutUse(store, files);
  const blobs = new BlobFiles(folder.blobs);
  for (const hash of left) await blobs.remove(hash);
  const copies = new SnapshotFiles({ store, folder: folder.snapshots, now });
  for (const { code } of await store.desk.spaces()) await copies.forgetErased(code);
  // Written by this server only.
  const { number } = JSON.parse(record.state ?? '{}') as Partial<Ticket>;
  return { ticketId: record.id, number: number ?? null, rows, files: left.size };
}

/** What was erased of somebody's practice. */
export interface ErasedPractice {
  readonly person: Person;
  readonly rows: number;
}

/** Erases the practice record of a person by law, with its certificates and copies made before. */
export async function erasePracticeByLaw(parts: EraseParts, who: string): Promise<ErasedPractice> {
  const { store, by, folder, now } = parts;
  const person = needPerson(await store.desk.persons(), who);
  const rows = await erasePractice(parts, by, person.id);
  if (rows === 0) throw new UserError('no-practice-record', { person: person.name });
  const copies = new SnapshotFiles({ store, folder: folder.snapshots, now });
  await copies.forgetErased(DESK_SPACE);
  return { person, rows };
}

/** Files that nothing names any more. */
async function withoutUse(
  store: ServerStore,
  files: readonly string[],
): Promise<ReadonlySet<string>> {
  const left = new Set(files);
  for (const { code } of await store.desk.spaces()) {
    if (left.size === 0) break;
    for await (const chunk of store.eachRow(code, Number.MAX_SAFE_INTEGER)) {
      for (const hash of left) {
        if (chunk.some(({ body }) => body.includes(hash))) left.delete(hash);
      }
    }
  }
  return left;
}
