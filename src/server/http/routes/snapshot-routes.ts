import type { FastifyInstance } from 'fastify';
import { httpPaths } from '../../../protocol/http-paths.ts';
import { digest, id, object } from '../../../protocol/shapes/shape.ts';
import { asking } from '../guard.ts';
import type { HttpParts } from '../http-parts.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { ref } from '../schemas/wire-schemas.ts';
import { sendFile } from '../send-file.ts';
import { paramsOf, served } from './route-parts.ts';

/** Ready copies of a space, for a client that begins or was away too long. */
export function addSnapshotRoutes(app: FastifyInstance, { server }: HttpParts): void {
  app.get(httpPaths.snapshot(':space').replace('%3A', ':'), {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'The last snapshot of a space that one sees.',
      tag: 'files',
      params: object({ space: id }),
      answer: ref('SnapshotInfo'),
    }),
    handler: async (request) => {
      const { space } = paramsOf<{ readonly space: string }>(request);
      return served(await server.snapshot(asking(request), space));
    },
  });
  app.get(httpPaths.snapshotFile(':id'), {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'The file of a snapshot; Range is honoured.',
      tag: 'files',
      params: object({ id: digest }),
      answer: 'application/octet-stream',
    }),
    handler: async (request, reply) => {
      const { id: file } = paramsOf<{ readonly id: string }>(request);
      const { path } = served(await server.snapshotFile(asking(request), file));
      return sendFile(request, reply, path);
    },
  });
}
