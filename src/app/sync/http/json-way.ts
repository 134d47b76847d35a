import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { misfit } from '../../../protocol/shapes/misfit.ts';
import type { Shape } from '../../../protocol/shapes/shape.ts';
import type { Reply } from '../../../protocol/transport.ts';
import { readBounded } from './bounded-body.ts';
import { offline, parseJson, problemOfAnswer, problemOfError } from './http-problem.ts';
import type { HttpRequest, HttpWay } from './http-way.ts';

/** A question in JSON and what its answer has to look like. */
export interface JsonQuestion {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly shape: Shape;
  readonly mostBytes?: number;
  readonly totalMs?: number;
  readonly idleMs?: number;
  readonly signal?: AbortSignal;
}

const MOST_BYTES = 1024 * 1024;
const TOTAL_MS = 60_000;
/** Below this packing costs more than it saves. */
const WORTH_PACKING = 2048;
const pack = promisify(zstdCompress);

/** Asks and checks the answer: what comes back has the type that its shape describes, or is a problem. */
export async function askJson<Value>(way: HttpWay, question: JsonQuestion): Promise<Reply<Value>> {
  const end = AbortSignal.timeout(question.totalMs ?? TOTAL_MS);
  const signal = question.signal ? AbortSignal.any([question.signal, end]) : end;
  try {
    const answer = await way.send({ ...(await requestOf(question)), signal });
    if (answer.status !== 200) return { ok: false, problem: await problemOfAnswer(answer) };
    const encoding = answer.headers['content-encoding'];
    const most = question.mostBytes ?? MOST_BYTES;
    const value = parseJson(await readBounded(answer.body, encoding, most));
    const wrong = misfit(question.shape, value);
    if (wrong !== null) return { ok: false, problem: offline(`bad-answer:${wrong}`) };
    // Checked against its shape in the line above.
    return { ok: true, value: value as Value };
  } catch (error) {
    return { ok: false, problem: problemOfError(error) };
  }
}

async function requestOf(question: JsonQuestion): Promise<HttpRequest> {
  const { method, path, body } = question;
  const plain = { method, path, ...(question.idleMs ? { idleMs: question.idleMs } : {}) };
  const accept = { accept: 'application/json', 'accept-encoding': 'zstd, gzip' };
  if (body === undefined) return { ...plain, headers: accept };
  const text = Buffer.from(JSON.stringify(body));
  const headers = { ...accept, 'content-type': 'application/json' };
  if (text.length < WORTH_PACKING) return { ...plain, headers, body: text };
  return {
    ...plain,
    headers: { ...headers, 'content-encoding': 'zstd' },
    body: await pack(text),
  };
}
