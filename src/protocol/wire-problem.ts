/** Why a request was not served. `code` has a sentence in both languages. */
export interface WireProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** Everything a request can fail by, besides the rules of the desk. */
export const problemCodes = [
  'bad-request',
  'token-missing',
  'token-unknown',
  'token-expired',
  'token-revoked',
  'code-unknown',
  'not-allowed',
  'not-found',
  'not-your-client',
  /** `expected`: the cseq the server waits for. */
  'cseq-gap',
  /** The same cseq came with another operation: this store is a copy of another one. */
  'fork',
  /** The server was put back to an earlier state, or is another one. */
  'epoch-changed',
  /** The cursor does not lie in this log. */
  'diverged',
  'cursor-too-old',
  'too-large',
  'unsupported-media',
  /** The client writes or asks for what this server does not know yet. */
  'server-too-old',
  'client-too-old',
  'blob-missing',
  /** An `Idempotency-Key` came again with another command. */
  'key-reused',
  'rate-limited',
  'busy',
  'stopping',
  'internal',
] as const;

/** One of them. */
export type ProblemCode = (typeof problemCodes)[number];
