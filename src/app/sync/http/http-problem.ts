import { misfit } from '../../../protocol/shapes/misfit.ts';
import type { TransportProblem } from '../../../protocol/transport.ts';
import { type ProblemCode, problemCodes } from '../../../protocol/wire-problem.ts';
import { answerShapes } from './answer-shapes.ts';
import { readBounded, TooLongError } from './bounded-body.ts';
import { ForeignCertificateError, type HttpAnswer } from './http-way.ts';

/** No answer that we could use. */
export function offline(reason: string): TransportProblem {
  return { kind: 'offline', reason };
}

/** Errors of a TLS chain that say: this is not whom we know. */
const strangers: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Why nothing came back: the code of the system, or a word of ours. */
export function problemOfError(error: unknown): TransportProblem {
  if (error instanceof TooLongError) return offline('answer-too-long');
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (cause instanceof ForeignCertificateError || strangers.has(code)) {
      return offline('certificate-unknown');
    }
    if (code === 'CERT_HAS_EXPIRED') return offline('certificate-expired');
    if (code.startsWith('E') && !code.startsWith('ERR_')) return offline(code);
    if (code.startsWith('UND_ERR_') && code.includes('TIMEOUT')) return offline('timeout');
    if (cause.name === 'TimeoutError') return offline('timeout');
  }
  return offline('connection-cut');
}

const MOST_PROBLEM_BYTES = 64 * 1024;

/** What an answer that is no success says. */
export async function problemOfAnswer(answer: HttpAnswer): Promise<TransportProblem> {
  const { status, headers } = answer;
  if (status >= 300 && status < 400) {
    answer.body.destroy();
    return offline('redirect');
  }
  const retryAfterMs = retryAfter(headers['retry-after']);
  const bytes = await readBounded(answer.body, headers['content-encoding'], MOST_PROBLEM_BYTES);
  const said = readProblem(bytes);
  if (said) return { kind: 'refused', status, ...said, retryAfterMs };
  // A proxy or another program answers: what it says in words is of no use to us.
  if (status === 429 || status >= 500) {
    return { kind: 'refused', status, code: 'busy', params: {}, retryAfterMs };
  }
  return offline(`http-${status}`);
}

function readProblem(bytes: Buffer) {
  const answer = parseJson(bytes);
  if (misfit(answerShapes.problem, answer) !== null) return null;
  // Checked against its shape in the line above.
  const { error } = answer as { error: { code: string; params?: Record<string, string | number> } };
  const code = problemCodes.find((known) => known === error.code);
  return code ? ({ code, params: error.params ?? {} } satisfies Said) : null;
}

interface Said {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Bytes as JSON, or undefined. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const LONGEST_RETRY_S = 3600;

function retryAfter(header: string | undefined): number | null {
  const seconds = Number(header);
  if (header === undefined || !Number.isFinite(seconds) || seconds < 0) return null;
  return Math.min(seconds, LONGEST_RETRY_S) * 1000;
}
