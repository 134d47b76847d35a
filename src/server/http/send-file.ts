import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './problems.ts';

/** Sends a file, or what of it `Range: bytes=FROM-[TO]` asks for. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
): Promise<FastifyReply> {
  const file = await stat(path).catch(() => null);
  if (!file) throw new HttpProblem({ status: 404, code: 'not-found' });
  const asked = request.headers.range;
  reply.type('application/octet-stream').header('accept-ranges', 'bytes');
  if (asked === undefined) {
    return reply.header('content-length', file.size).send(createReadStream(path));
  }
  const range = rangeOf(asked, file.size);
  if (!range) {
    reply.header('content-range', `bytes */${file.size}`);
    throw new HttpProblem({ status: 416, code: 'bad-request' });
  }
  const { start, end } = range;
  reply.code(206).header('content-range', `bytes ${start}-${end}/${file.size}`);
  return reply
    .header('content-length', end - start + 1)
    .send(createReadStream(path, { start, end }));
}

function rangeOf(
  asked: string,
  size: number,
): { readonly start: number; readonly end: number } | null {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(asked) ?? [];
  if (from === undefined) return null;
  const start = Number(from);
  const end = to ? Math.min(Number(to), size - 1) : size - 1;
  return start > end ? null : { start, end };
}
