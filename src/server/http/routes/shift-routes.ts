import type { FastifyInstance } from 'fastify';
import { id, object, optional, type Shape, word } from '../../../protocol/shapes/shape.ts';
import type { ShiftQuery } from '../../api/shift-list.ts';
import { asking } from '../guard.ts';
import type { HttpParts } from '../http-parts.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { ref } from '../schemas/wire-schemas.ts';
import { limit, paramsOf, queryOf, served, USUAL_PAGE } from './route-parts.ts';

/** Epoch ms as an address carries it. */
const moment: Shape = { type: 'string', pattern: '^[0-9]{1,15}$' };

type Query = Readonly<Partial<Record<'from' | 'to' | 'after' | 'limit', string>>>;

/** The shifts of the groups that one sees. */
export function addShiftRoutes(app: FastifyInstance, { api }: HttpParts): void {
  app.get('/v1/shifts', {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'Shifts of the spaces that one sees, the latest first; from and to are epoch ms.',
      tag: 'desk',
      query: object({
        ...{ from: optional(moment), to: optional(moment) },
        ...{ after: optional(word), limit: optional(limit) },
      }),
      answer: ref('ShiftPage'),
    }),
    handler: async (request) =>
      served(await api.shifts(asking(request), readQuery(queryOf<Query>(request)))),
  });
  app.get('/v1/shifts/:ref', {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'A shift by name, 2026-11-22/08:00-20:00 with %2F, or by id: log, parts, reports.',
      tag: 'desk',
      params: object({ ref: id }),
      answer: ref('ShiftView'),
    }),
    handler: async (request) => {
      const { ref: reference } = paramsOf<{ readonly ref: string }>(request);
      return served(await api.shift(asking(request), reference));
    },
  });
}

function readQuery({ from, to, after, limit: most }: Query): ShiftQuery {
  return {
    ...(from === undefined ? {} : { from: Number(from) }),
    ...(to === undefined ? {} : { to: Number(to) }),
    ...(after === undefined ? {} : { after }),
    limit: Number(most ?? USUAL_PAGE),
  };
}
