import type { FastifyInstance } from 'fastify';
import { id, object, optional, word } from '../../../protocol/shapes/shape.ts';
import { asking, strictly } from '../guard.ts';
import type { HttpParts } from '../http-parts.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { ref } from '../schemas/wire-schemas.ts';
import { limit, paramsOf, queryOf, served, USUAL_PAGE } from './route-parts.ts';

type Query = Readonly<Partial<Record<'after' | 'limit', string>>>;

/** Practice records for whom they concern, and certificates for whoever has a code. */
export function addPracticeRoutes(app: FastifyInstance, parts: HttpParts): void {
  addRecordRoutes(app, parts);
  const { api } = parts;
  app.get('/v1/certificates/:code', {
    config: { access: 'open' },
    // Codes are not to be tried one after another.
    onRequest: strictly(app, parts),
    schema: routeSchema({
      summary: 'Whether a certificate of practice holds; its title and nothing else.',
      tag: 'desk',
      params: object({ code: id }),
      answer: ref('CertificateView'),
      isOpen: true,
    }),
    handler: (request) => api.certificate(paramsOf<{ readonly code: string }>(request).code),
  });
}

function addRecordRoutes(app: FastifyInstance, { api }: HttpParts): void {
  app.get('/v1/practice', {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'Practice records: of everybody for mentors and leads, for others their own.',
      tag: 'desk',
      query: object({ after: optional(word), limit: optional(limit) }),
      answer: ref('PracticePage'),
    }),
    handler: async (request) => {
      const { limit: most, ...query } = queryOf<Query>(request);
      const asked = { ...query, limit: Number(most ?? USUAL_PAGE) };
      return served(await api.records(asking(request), 'practice', asked));
    },
  });
  app.get('/v1/practice/:person', {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'The practice record of a person by id: runs, verdicts, sign-offs, certificates.',
      tag: 'desk',
      params: object({ person: id }),
      answer: ref('PracticeView'),
    }),
    handler: async (request) => {
      const { person } = paramsOf<{ readonly person: string }>(request);
      return served(await api.practice(asking(request), person));
    },
  });
}
