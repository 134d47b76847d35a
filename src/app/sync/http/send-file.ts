import { open } from 'node:fs/promises';
import { LENGTH_HEADER, MOST_PART_BYTES, OFFSET_HEADER } from '../../../protocol/http-paths.ts';
import { misfit } from '../../../protocol/shapes/misfit.ts';
import type { Reply, TransportProblem } from '../../../protocol/transport.ts';
import { answerShapes } from './answer-shapes.ts';
import { readBounded } from './bounded-body.ts';
import { offline, parseJson, problemOfAnswer, problemOfError } from './http-problem.ts';
import type { HttpWay } from './http-way.ts';

/** A part is small enough for a slow line to take it in this time. */
const PART_MS = 120_000;
/** So many cuts in a row without a part between them end a transfer. */
const MOST_CUTS = 4;
const MOST_ANSWER_BYTES = 4096;

/** Sends a file in parts behind what the server has of it already. */
export async function sendFile(way: HttpWay, path: string, file: string): Promise<Reply<true>> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    for (let cuts = 0; ; ) {
      const known = await askOffset(way, path);
      if (known.ok && known.value === null) return { ok: true, value: true };
      const sent = known.ok
        ? await sendPart(way, path, {
            from: known.value ?? 0,
            size,
            read: (at, most) => readPart(handle, at, most),
          })
        : known;
      if (sent.ok && sent.value) return { ok: true, value: true };
      if (sent.ok) {
        cuts = 0;
        continue;
      }
      cuts += 1;
      if (isFinal(sent.problem) || cuts >= MOST_CUTS) return sent;
    }
  } finally {
    await handle.close();
  }
}

/** Another offset than the server's is mended by asking again. */
function isFinal(problem: TransportProblem): boolean {
  return problem.kind === 'refused' && problem.params['expected'] === undefined;
}

/** How much of a file the server has; null when it is whole. */
export async function askOffset(way: HttpWay, path: string): Promise<Reply<number | null>> {
  try {
    const signal = AbortSignal.timeout(PART_MS);
    const answer = await way.send({ method: 'HEAD', path, signal });
    // Read to its end, which is at once: a destroyed body takes its connection along.
    answer.body.resume();
    if (answer.status === 200) return { ok: true, value: null };
    if (answer.status !== 404) return { ok: false, problem: await problemOfAnswer(answer) };
    return { ok: true, value: Number(answer.headers[OFFSET_HEADER] ?? 0) || 0 };
  } catch (error) {
    return { ok: false, problem: problemOfError(error) };
  }
}

interface Part {
  readonly from: number;
  readonly size: number;
  readonly read: (at: number, most: number) => Promise<Buffer>;
}

/** One part; true when the server has all of the file. */
async function sendPart(way: HttpWay, path: string, part: Part): Promise<Reply<boolean>> {
  try {
    const body = await part.read(part.from, MOST_PART_BYTES);
    const answer = await way.send({
      method: 'PUT',
      path,
      headers: {
        'content-type': 'application/octet-stream',
        [OFFSET_HEADER]: String(part.from),
        [LENGTH_HEADER]: String(part.size),
      },
      body,
      signal: AbortSignal.timeout(PART_MS),
    });
    if (answer.status !== 200) return { ok: false, problem: await problemOfAnswer(answer) };
    const said = parseJson(
      await readBounded(answer.body, answer.headers['content-encoding'], MOST_ANSWER_BYTES),
    );
    if (misfit(answerShapes.received, said) !== null) {
      return { ok: false, problem: offline('bad-answer:received') };
    }
    // Checked against its shape in the lines above.
    return { ok: true, value: (said as { isWhole: boolean }).isWhole };
  } catch (error) {
    return { ok: false, problem: problemOfError(error) };
  }
}

async function readPart(
  handle: Awaited<ReturnType<typeof open>>,
  at: number,
  most: number,
): Promise<Buffer> {
  const part = Buffer.alloc(most);
  const { bytesRead } = await handle.read(part, 0, most, at);
  return part.subarray(0, bytesRead);
}
