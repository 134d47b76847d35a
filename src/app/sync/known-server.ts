import type { MetaStore } from '../../store/meta-store.ts';
import { MembershipStore } from '../../store/sync/membership-store.ts';
import type { SyncProblem } from '../../sync/problem.ts';
import type { Membership } from '../../sync/sync-store.ts';
import type { Desk } from '../desk/desk.ts';
import type { PinnedCertificate } from './http/http-way.ts';

const CERTIFICATE = 'sync/certificate';
const PROBLEM = 'sync/problem';

/** The server that this store belongs to, or null for one that works alone. */
export function membershipOf({ store }: Pick<Desk, 'store'>): Membership | null {
  return new MembershipStore(store.sql).read();
}

/** The certificate that is believed instead of the machine's own list; null without one. */
export function readPinned(meta: MetaStore): PinnedCertificate | null {
  const text = meta.get(CERTIFICATE);
  // Written by `keepPinned` only.
  return text === null ? null : (JSON.parse(text) as PinnedCertificate);
}

/** Keeps which certificate is to be believed. */
export function keepPinned(meta: MetaStore, pinned: PinnedCertificate | null): void {
  if (pinned === null) meta.remove(CERTIFICATE);
  else meta.set(CERTIFICATE, JSON.stringify(pinned));
}

/** What kept the last run of sync from being done, and since when; for every process of this store. */
export interface NotedProblem {
  readonly problem: SyncProblem;
  readonly since: number;
}

/** The problem that the last run ended with; null when it ended well. */
export function readProblem(meta: MetaStore): NotedProblem | null {
  const text = meta.get(PROBLEM);
  // Written by `noteProblem` only.
  return text === null ? null : (JSON.parse(text) as NotedProblem);
}

/** Notes how the last run ended; the same problem keeps its beginning. */
export function noteProblem(meta: MetaStore, problem: SyncProblem | null, now: number): void {
  const known = readProblem(meta);
  if (problem === null) {
    if (known !== null) meta.remove(PROBLEM);
  } else if (JSON.stringify(known?.problem) !== JSON.stringify(problem)) {
    const isSameKind = known?.problem.kind === problem.kind;
    const since = isSameKind && known ? known.since : now;
    meta.set(PROBLEM, JSON.stringify({ problem, since } satisfies NotedProblem));
  }
}
