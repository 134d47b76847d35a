import { isLeading, type Person } from '../../domain/person.ts';
import { isCertificateCode } from '../../domain/practice/certificate-code.ts';
import { personOfPractice, practiceId } from '../../domain/practice/practice-id.ts';
import type { Certificate } from '../core/state/entity-states.ts';
import type { Served } from '../core/sync-server.ts';
import type { ServerStore } from '../db/server-store.ts';
import { type ApiEntity, toEntity } from './api-entity.ts';

/** What anybody who knows its code hears of a certificate. */
export interface CertificateView {
  readonly code: string;
  readonly state: 'valid' | 'expired' | 'unknown';
  /** Null for a code that nobody has. */
  readonly title: string | null;
}

/** Whether somebody hears of a practice record: the learner, mentors, and who leads. */
export function seesPractice({ id, role }: Person, entityId: string): boolean {
  return personOfPractice(entityId) === id || role === 'mentor' || isLeading({ role });
}

/** Somebody's practice record, for whom it concerns. */
export async function showPractice(
  store: ServerStore,
  reader: Person,
  personId: string,
): Promise<Served<ApiEntity>> {
  const id = practiceId(personId);
  if (!seesPractice(reader, id))
    return { ok: false, problem: { status: 403, code: 'not-allowed' } };
  const [record] = await store.entities([{ type: 'practice', id }]);
  return record?.state
    ? { ok: true, value: toEntity(record) }
    : { ok: false, problem: { status: 404, code: 'not-found' } };
}

/** Whether a certificate holds at a moment. */
export async function showCertificate(
  store: ServerStore,
  code: string,
  now: number,
): Promise<CertificateView> {
  const unknown = { code, state: 'unknown', title: null } as const;
  if (!isCertificateCode(code)) return unknown;
  const [record] = await store.entities([{ type: 'certificate', id: code }]);
  if (!record?.state) return unknown;
  // Written by this server only.
  const { title, expiresAt } = JSON.parse(record.state) as Certificate;
  return { code, state: now < expiresAt ? 'valid' : 'expired', title };
}
