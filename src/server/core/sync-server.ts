import type { Person } from '../../domain/person.ts';
import type {
  NumbersResponse,
  PullResponse,
  PushRequest,
  PushResponse,
  Scope,
  SnapshotInfo,
  SpaceCursor,
} from '../../protocol/wire.ts';
import type { ProblemCode } from '../../protocol/wire-problem.ts';

/** Who asks: the person and device that a token stands for. */
export interface Caller {
  readonly person: Person;
  readonly deviceId: string;
  readonly deviceName: string;
}

/** A request that is not served, as a value: the HTTP shell gives it its status. */
export interface ServerProblem {
  readonly status: number;
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

export type Served<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ServerProblem };

/** The server without HTTP: what the routes call, and the simulator. */
export interface SyncServer {
  /**
   * Decides the operations of a request in order. Results may end before the request does: the
   * operation behind the last one is what the server stumbled over, and comes again first.
   */
  push(caller: Caller, request: PushRequest): Promise<Served<PushResponse>>;
  pull(
    caller: Caller,
    cursors: readonly SpaceCursor[],
    limit: number,
  ): Promise<Served<PullResponse>>;
  scope(caller: Caller): Promise<Scope>;
  numbers(caller: Caller, numbers: readonly string[]): Promise<Served<NumbersResponse>>;
  /** The last snapshot of a space that the caller sees, made when there is none or it is far behind. */
  snapshot(caller: Caller, space: string): Promise<Served<SnapshotInfo>>;
  /** Where the file of a snapshot lies. */
  snapshotFile(caller: Caller, id: string): Promise<Served<{ readonly path: string }>>;
  epoch(): Promise<string>;
}
