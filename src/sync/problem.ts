import type { TransportProblem } from '../protocol/transport.ts';

/** Why a run of sync ended before everything was done. */
export type SyncProblem =
  | TransportProblem
  /** The answers of the server do not fit together: nothing of the last one was taken in. */
  | { readonly kind: 'unsound'; readonly what: string; readonly why?: string | undefined }
  /** The store here could not be written: a full disk, a long lock. */
  | { readonly kind: 'failed' }
  /** Another process syncs this store. */
  | { readonly kind: 'elsewhere' };

/** What a server said that cannot be: `what` it was about, and why where that was found out late. */
export function unsound(what: string, why?: string): SyncProblem {
  return { kind: 'unsound', what, why };
}

/** What helps against a problem. */
export type Remedy =
  /** Trying again later. */
  | 'retry'
  /** Logging in again; the work goes on meanwhile. */
  | 'login'
  /** Nothing but the administrator: the access was taken away. */
  | 'revoked'
  /** A newer program, here or at the server. */
  | 'update'
  /** Starting over as a new client (see `recovery`). */
  | 'recover'
  /** A snapshot of the space. */
  | 'snapshot'
  | 'elsewhere';

/** What to do about a problem. */
export function remedyOf(problem: SyncProblem): Remedy {
  if (problem.kind === 'elsewhere') return 'elsewhere';
  if (problem.kind !== 'refused') return 'retry';
  switch (problem.code) {
    case 'token-revoked':
      return 'revoked';
    case 'token-expired':
    case 'token-missing':
    case 'token-unknown':
      return 'login';
    case 'client-too-old':
    case 'server-too-old':
      return 'update';
    case 'cseq-gap':
    case 'fork':
    case 'epoch-changed':
    case 'diverged':
    case 'not-your-client':
      return 'recover';
    case 'cursor-too-old':
      return 'snapshot';
    default:
      return 'retry';
  }
}

/** Whether one of the operations may be why, so that the others are to be tried without it. */
export function blamesOperation(problem: SyncProblem): boolean {
  if (problem.kind !== 'refused') return false;
  return ['internal', 'bad-request', 'too-large', 'unsupported-media', 'blob-missing'].includes(
    problem.code,
  );
}

/** The problem in one word, for counting equal ones. */
export function codeOf(problem: SyncProblem): string {
  return problem.kind === 'refused' ? problem.code : problem.kind;
}
