import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpPaths, type PullQuery } from '../../../protocol/http-paths.ts';
import { list, object, word } from '../../../protocol/shapes/shape.ts';
import type { PushRequest, SpaceCursor } from '../../../protocol/wire.ts';
import { asking } from '../guard.ts';
import type { HttpParts } from '../http-parts.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { ref } from '../schemas/wire-schemas.ts';
import { sendPacked } from '../send-packed.ts';
import { bodyOf, served } from './route-parts.ts';

/** The exchange itself: operations up, the log down. */
export function addSyncRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.post(httpPaths.push, {
    config: { access: 'push' },
    schema: routeSchema({
      summary: 'Operations of a client, in order; each gets its own result.',
      tag: 'sync',
      body: ref('PushRequest'),
      answer: ref('PushResponse'),
    }),
    handler: async (request, reply) => push(parts, request, reply),
  });
  app.post(httpPaths.pull, {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'The rows behind the cursors of all spaces that one sees.',
      tag: 'sync',
      body: ref('PullQuery'),
      answer: ref('PullResponse'),
    }),
    handler: async (request, reply) => {
      const { cursors, limit } = bodyOf<PullQuery<SpaceCursor>>(request);
      const pulled = await parts.server.pull(asking(request), cursors, limit);
      return sendPacked(request, reply, served(pulled));
    },
  });
  app.post(httpPaths.numbers, {
    config: { access: 'push' },
    schema: routeSchema({
      summary: 'Which numbers of tickets are taken.',
      tag: 'sync',
      body: object({ numbers: list(word, 100_000) }),
      answer: object({ taken: list(word) }),
    }),
    handler: async (request) => {
      const { numbers } = bodyOf<{ readonly numbers: readonly string[] }>(request);
      return served(await parts.server.numbers(asking(request), numbers));
    },
  });
}

async function push({ server, metrics }: HttpParts, request: FastifyRequest, reply: FastifyReply) {
  const answer = served(await server.push(asking(request), bodyOf<PushRequest>(request)));
  metrics.push(answer.results.map(({ outcome }) => outcome));
  return sendPacked(request, reply, answer);
}
