import type { ProblemCode, WireProblem } from '../../protocol/wire-problem.ts';
import type { ServerProblem } from '../core/sync-server.ts';
import { isUnavailable } from '../db/unavailable.ts';

type Params = ServerProblem['params'];

/** A request that ends here, with its status. Whoever calls a route throws it; one place answers. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly params: Params;

  constructor({ status, code, params }: ServerProblem) {
    super(code);
    this.status = status;
    this.code = code;
    this.params = params;
  }
}

/** For whoever reads an answer of the API; the workstation has sentences of its own by the code. */
const messages: Readonly<Record<ProblemCode, string>> = {
  'bad-request': 'The request does not have the form that this route asks for.',
  'token-missing': 'A token is needed: Authorization: Bearer smena_pat_…',
  'token-unknown': 'This token is not known here.',
  'token-expired': 'This token has expired. Log in again.',
  'token-revoked': 'This device was taken its access.',
  'code-unknown': 'This code is wrong, used, or too old. Ask for a new one.',
  'not-allowed': 'This role may not do that.',
  'not-found': 'There is nothing here.',
  'not-your-client': 'This client id belongs to another device.',
  'cseq-gap': 'Operations are missing before this one.',
  fork: 'This number was given to another operation: the store is a copy.',
  'epoch-changed': 'The server was put back to an earlier state, or is another one.',
  diverged: 'The cursor does not lie in this log.',
  'cursor-too-old': 'The log does not reach back so far. Take a snapshot.',
  'too-large': 'The request is too large.',
  'unsupported-media': 'This form of content is not taken here.',
  'server-too-old': 'The client writes what this server does not know yet.',
  'client-too-old': 'This server asks for a newer client.',
  'blob-missing': 'The file is not here yet, or not whole.',
  'key-reused': 'This Idempotency-Key stands for another command.',
  'rate-limited': 'Too many requests. Wait as long as Retry-After says.',
  busy: 'The server is busy. Try again soon.',
  stopping: 'The server is stopping. Try again soon.',
  internal: 'The server made a mistake. Nothing was changed.',
};

/** A problem in the form that every answer has. */
export function wireProblem(code: ProblemCode, params?: Params): { readonly error: WireProblem } {
  const message = messages[code];
  return { error: params === undefined ? { code, message } : { code, message, params } };
}

/** The code of a failure that HTTP itself found, by its status. */
const byStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  405: 'not-found',
  408: 'bad-request',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media',
  429: 'rate-limited',
};

/** What a thrown error means to whoever asked. What we do not know is our own mistake. */
export function toProblem(error: unknown): ServerProblem {
  if (error instanceof HttpProblem) return error;
  if (isUnavailable(error)) return { status: 503, code: 'busy' };
  if (!(error instanceof Error)) return { status: 500, code: 'internal' };
  if ('validation' in error) {
    return { status: 400, code: 'bad-request', params: { detail: error.message.slice(0, 300) } };
  }
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return { status, code: byStatus[status] ?? 'bad-request' };
  return { status: 500, code: 'internal' };
}
