import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stat, truncate } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { MOST_PART_BYTES } from '../../../protocol/http-paths.ts';
import type { Reply, TransportProblem } from '../../../protocol/transport.ts';
import { offline, problemOfAnswer, problemOfError } from './http-problem.ts';
import type { HttpWay } from './http-way.ts';

/** A part is small enough for a slow line to bring it in this time. */
const PART_MS = 120_000;
/** So many cuts in a row without a byte between them end a transfer. */
const MOST_CUTS = 4;

/** What is fetched, and where to. */
export interface Fetched {
  readonly path: string;
  readonly file: string;
  /** How long the file is to become; null where only the server knows. */
  readonly bytes: number | null;
  readonly most: number;
}

/** Fetches a file in parts behind what lies there already; a cut line is taken up where it broke. */
export async function fetchFile(way: HttpWay, wanted: Fetched): Promise<Reply<true>> {
  for (let cuts = 0; ; ) {
    const have = await sizeOf(wanted.file);
    const known = wanted.bytes;
    if (known !== null && have === known) return { ok: true, value: true };
    if (known !== null && have > known) await truncate(wanted.file, 0);
    const from = await sizeOf(wanted.file);
    const part = await fetchPart(way, wanted, from);
    if (part.ok && part.value) return { ok: true, value: true };
    const hasGrown = (await sizeOf(wanted.file)) > from;
    cuts = hasGrown ? 0 : cuts + 1;
    if (!part.ok && part.problem.kind === 'refused') return part;
    if (cuts === MOST_CUTS)
      return part.ok ? { ok: false, problem: offline('connection-cut') } : part;
  }
}

/** One part; true when the file is whole. */
async function fetchPart(way: HttpWay, wanted: Fetched, from: number): Promise<Reply<boolean>> {
  const last = Math.min(from + MOST_PART_BYTES, wanted.bytes ?? wanted.most) - 1;
  try {
    const answer = await way.send({
      method: 'GET',
      path: wanted.path,
      headers: { range: `bytes=${from}-${last}` },
      signal: AbortSignal.timeout(PART_MS),
    });
    if (answer.status === 416 && wanted.bytes === null) {
      answer.body.destroy();
      return { ok: true, value: true };
    }
    if (answer.status !== 206 && answer.status !== 200) {
      return { ok: false, problem: await problemOfAnswer(answer) };
    }
    const start = answer.status === 206 ? from : 0;
    const most = (wanted.bytes ?? wanted.most) - start;
    const problem = await appendBounded(answer.body, wanted.file, { start, most });
    if (problem) return { ok: false, problem };
    const total = wanted.bytes ?? totalOf(answer.headers['content-range']) ?? 0;
    return { ok: true, value: (await sizeOf(wanted.file)) >= total };
  } catch (error) {
    return { ok: false, problem: problemOfError(error) };
  }
}

function totalOf(range: string | undefined): number | null {
  const total = /^bytes \d+-\d+\/(\d+)$/.exec(range ?? '')?.[1];
  return total === undefined ? null : Number(total);
}

/** What has come stays when the line is cut. */
async function appendBounded(
  body: Readable,
  file: string,
  { start, most }: { readonly start: number; readonly most: number },
): Promise<TransportProblem | null> {
  const flags = start === 0 ? 'w' : 'r+';
  const target = createWriteStream(file, { flags, start, mode: 0o600, flush: true });
  let length = 0;
  try {
    for await (const chunk of body) {
      const bytes: Buffer = chunk;
      length += bytes.length;
      if (length > most) return offline('answer-too-long');
      if (!target.write(bytes)) await once(target, 'drain');
    }
    return null;
  } finally {
    body.destroy();
    target.end();
    await finished(target);
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
