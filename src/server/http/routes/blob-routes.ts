import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  httpPaths,
  LENGTH_HEADER,
  MOST_BLOB_BYTES,
  MOST_PART_BYTES,
  OFFSET_HEADER,
} from '../../../protocol/http-paths.ts';
import { count, digest, flag, id, object, type Shape } from '../../../protocol/shapes/shape.ts';
import { asking } from '../guard.ts';
import type { HttpParts } from '../http-parts.ts';
import { HttpProblem } from '../problems.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { sendFile } from '../send-file.ts';
import { paramsOf } from './route-parts.ts';

const params = object({ hash: digest });
const digits: Shape = { type: 'string', pattern: '^[0-9]{1,10}$' };
const headers: Shape = {
  type: 'object',
  properties: { [OFFSET_HEADER]: digits, [LENGTH_HEADER]: digits },
  required: [OFFSET_HEADER, LENGTH_HEADER],
};

/** Attachments by the hash of their content, in parts. */
export function addBlobRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.addContentTypeParser(
    'application/octet-stream',
    async (_: FastifyRequest, body: Readable) => body,
  );
  app.head(httpPaths.blob(':hash'), {
    config: { access: 'upload' },
    schema: routeSchema({ summary: 'Whether a file is here.', tag: 'files', params, answer: null }),
    handler: async (request, reply) => {
      const { hash } = hashOf(request);
      const found = await parts.blobs.find(hash);
      if (found) return reply.header('content-length', found.bytes).send();
      return reply
        .code(404)
        .header(OFFSET_HEADER, await parts.blobs.offset(hash))
        .send();
    },
  });
  addDownload(app, parts);
  app.put(httpPaths.blob(':hash'), {
    config: { access: 'upload' },
    schema: routeSchema({
      summary: 'The next part of a file, application/octet-stream; 25 MiB in all.',
      tag: 'files',
      params,
      headers,
      answer: object({ received: count, isWhole: flag }),
    }),
    handler: async (request, reply) => takePart(parts, request, reply),
  });
}

function addDownload(app: FastifyInstance, { api, blobs }: HttpParts): void {
  app.get('/v1/tickets/:ref/files/:hash', {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'A file of a ticket; Range is honoured.',
      tag: 'files',
      params: object({ ref: id, hash: digest }),
      answer: 'application/octet-stream',
    }),
    handler: async (request, reply) => {
      const { ref, hash } = paramsOf<{ readonly ref: string; readonly hash: string }>(request);
      const found = (await api.hasFile(asking(request), ref, hash)) && (await blobs.find(hash));
      if (!found) throw new HttpProblem({ status: 404, code: 'not-found' });
      return sendFile(request, reply, found.path);
    },
  });
}

async function takePart({ blobs }: HttpParts, request: FastifyRequest, reply: FastifyReply) {
  const length = Number(request.headers['content-length'] ?? 0);
  const total = Number(request.headers[LENGTH_HEADER]);
  if (length > MOST_PART_BYTES || total > MOST_BLOB_BYTES) throw refused(reply, 413, 'too-large');
  const body = request.body;
  if (!isStream(body)) throw new HttpProblem({ status: 415, code: 'unsupported-media' });
  const offset = Number(request.headers[OFFSET_HEADER]);
  const taken = await blobs.append(hashOf(request).hash, { offset, total }, body);
  if (taken.ok) return { received: taken.offset, isWhole: taken.isWhole };
  if (taken.reason === 'too-large') throw refused(reply, 413, 'too-large');
  const status = taken.reason === 'wrong-offset' ? 409 : 400;
  const said = { expected: taken.offset, reason: taken.reason };
  reply.header('connection', 'close');
  throw new HttpProblem({ status, code: 'bad-request', params: said });
}

/** What still comes of the body is not waited for. */
function refused(reply: FastifyReply, status: number, code: HttpProblem['code']): HttpProblem {
  reply.header('connection', 'close');
  return new HttpProblem({ status, code });
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function hashOf(request: FastifyRequest): { readonly hash: string } {
  return paramsOf<{ readonly hash: string }>(request);
}
