import type { LiveEvent, ToldPresence } from './live.ts';
import type {
  EnrolRequest,
  EnrolResponse,
  NumbersResponse,
  PullResponse,
  PushRequest,
  PushResponse,
  SnapshotInfo,
  SpaceCursor,
} from './wire.ts';
import type { ProblemCode } from './wire-problem.ts';

/** Why a request brought nothing. */
export type TransportProblem =
  /** No answer: no network, a cut, a time-out, something that is no Smena server. */
  | { readonly kind: 'offline'; readonly reason: string }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: ProblemCode;
      readonly params: Readonly<Record<string, string | number>>;
      readonly retryAfterMs: number | null;
    };

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: TransportProblem };

/** A file by the ticket that it is seen in. */
export interface TicketFile {
  readonly ticketId: string;
  readonly hash: string;
}

/** The way to a server: HTTP in life, a message queue with faults in the simulator. */
export interface Transport {
  push(request: PushRequest): Promise<Reply<PushResponse>>;
  pull(cursors: readonly SpaceCursor[], limit: number): Promise<Reply<PullResponse>>;
  snapshot(space: string): Promise<Reply<SnapshotInfo>>;
  /** The compressed file, into `path`; goes on where an earlier try ended. */
  fetchSnapshot(info: SnapshotInfo, path: string): Promise<Reply<true>>;
  numbers(numbers: readonly string[]): Promise<Reply<NumbersResponse>>;
  hasBlob(hash: string): Promise<Reply<boolean>>;
  /** Sends a file by its hash in parts; goes on where an earlier try ended. */
  sendBlob(hash: string, path: string): Promise<Reply<true>>;
  fetchBlob(file: TicketFile, path: string): Promise<Reply<true>>;
  tellPresence(presence: ToldPresence): Promise<Reply<true>>;
  /** Hints until `signal` ends it or the way is cut; returns why. */
  live(
    heads: readonly SpaceCursor[],
    onEvent: (event: LiveEvent) => void,
    signal: AbortSignal,
  ): Promise<TransportProblem | null>;
}

/** The one request that needs no token. */
export type Enrol = (request: EnrolRequest) => Promise<Reply<EnrolResponse>>;
