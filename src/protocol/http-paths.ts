/**
 * How the protocol looks over HTTP. Bodies are JSON; a problem is `{"error": WireProblem}` with its
 * status. The token travels as `Authorization: Bearer smena_pat_…`.
 */
export const httpPaths = {
  /** POST EnrolRequest → EnrolResponse. The only one of these without a token. */
  enrol: '/v1/enrol',
  /** POST, no body → `{ok: true}`: this device's token is revoked. */
  logout: '/v1/logout',
  /** GET → `{person, deviceId, deviceName, scope, epoch, time}`. */
  me: '/v1/me',
  /** POST PushRequest → PushResponse. Body may be gzip or zstd (`Content-Encoding`). */
  push: '/v1/push',
  /** POST PullQuery → PullResponse. Answers are zstd or gzip when `Accept-Encoding` names them. */
  pull: '/v1/pull',
  /** POST `{heads: {space, seq}[]}` → `{heads: {space, head}[]}`: answers when something grew, at latest after 25 s. */
  wait: '/v1/wait',
  /** GET: server-sent events, `data:` is a LiveEvent; a comment line each 15 s. */
  live: '/v1/live',
  /** POST ToldPresence → `{ok: true}`. GET → `{stations, drafts}`: drafts only for those who lead. */
  presence: '/v1/presence',
  /** POST `{numbers: string[]}` → NumbersResponse. */
  numbers: '/v1/numbers',
  /** GET → SnapshotInfo. */
  snapshot: (space: string): string => `/v1/snapshots/${encodeURIComponent(space)}`,
  /** GET, `Range: bytes=N-` → the zstd file. */
  snapshotFile: (id: string): string => `/v1/snapshot-files/${id}`,
  /**
   * HEAD → 200 when it is whole, else 404 with `Upload-Offset` of what has come so far.
   * PUT with `Upload-Offset: N` and `Upload-Length: TOTAL` → 200 `{received, isWhole}`; 409 with
   * `params.expected` when N is not what has come.
   */
  blob: (hash: string): string => `/v1/blobs/${hash}`,
  /** GET (Range) → a file of a ticket, for whoever sees the ticket: a hash alone opens nothing. */
  ticketFile: (ticket: string, hash: string): string =>
    `/v1/tickets/${encodeURIComponent(ticket)}/files/${hash}`,
} as const;

/** What a pull asks with. */
export interface PullQuery<Cursor> {
  readonly cursors: readonly Cursor[];
  readonly limit: number;
}

/** Names the program that asks, `0.4.0`: a server may ask for a newer one (426 `client-too-old`). */
export const CLIENT_HEADER = 'smena-client';
/** Where a part of a file begins in it. */
export const OFFSET_HEADER = 'upload-offset';
/** How long the whole file is. */
export const LENGTH_HEADER = 'upload-length';
/** Largest file in bytes. */
export const MOST_BLOB_BYTES = 25 * 1024 * 1024;
/** Largest part of a file in one request. */
export const MOST_PART_BYTES = 8 * 1024 * 1024;
/** Largest body of a request as it comes over the wire, files aside. */
export const MOST_BODY_BYTES = 1024 * 1024;
/** Largest body once it is unpacked. */
export const MOST_UNPACKED_BYTES = 4 * 1024 * 1024;
