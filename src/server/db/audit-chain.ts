import { sha256 } from '../../util/sha256.ts';
import type { AuditRecord } from './desk-store.ts';
import type { AuditFact } from './server-store.ts';

/** What a link hangs on. */
export type AuditEnd = Pick<AuditRecord, 'n' | 'hash'>;

/** Before the first link. */
export const NO_AUDIT: AuditEnd = { n: 0, hash: '' };

/** The next link of the audit chain: a changed byte anywhere breaks every hash behind it. */
export function auditLink(last: AuditEnd, fact: AuditFact): AuditRecord {
  const { at, who, device, what, detail } = fact;
  const link = { n: last.n + 1, at, who, device, what, detail, prev: last.hash };
  return { ...link, hash: hashOf(link) };
}

/** The number of the first link that does not follow from the one before; null when all do. */
export function brokenLink(last: AuditEnd, records: readonly AuditRecord[]): number | null {
  let before = last;
  for (const record of records) {
    const follows = record.n === before.n + 1 && record.prev === before.hash;
    if (!follows || record.hash !== hashOf(record)) return record.n;
    before = record;
  }
  return null;
}

function hashOf({ n, at, who, device, what, detail, prev }: Omit<AuditRecord, 'hash'>): string {
  return sha256(JSON.stringify([n, at, who, device, what, detail, prev]));
}
