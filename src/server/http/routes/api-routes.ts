import type { FastifyInstance } from 'fastify';
import { id, object, optional, type Shape, word } from '../../../protocol/shapes/shape.ts';
import type { ApiCommand } from '../../api/commander.ts';
import { filterNames, type TicketQuery } from '../../api/ticket-filter.ts';
import type { EntityRecord } from '../../db/server-store.ts';
import { asking } from '../guard.ts';
import type { HttpParts } from '../http-parts.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { ref } from '../schemas/wire-schemas.ts';
import { bodyOf, limit, paramsOf, queryOf, served, USUAL_PAGE } from './route-parts.ts';

const listQuery = { q: optional(word), after: optional(word), limit: optional(limit) };
const ticketFilters = Object.fromEntries(filterNames.map((name) => [name, optional(word)]));
const keyHeader: Shape = {
  type: 'object',
  properties: { 'idempotency-key': { type: 'string', maxLength: 200 } },
};

type ListQuery = Readonly<Partial<Record<'q' | 'after' | 'limit', string>>>;
type TicketsQuery = Omit<TicketQuery, 'limit'> & ListQuery;

const lists: readonly (readonly [path: string, type: EntityRecord['type'], answer: string])[] = [
  ['people', 'person', 'PersonPage'],
  ['customers', 'customer', 'CustomerPage'],
  ['contacts', 'contact', 'ContactPage'],
  ['assets', 'asset', 'AssetPage'],
  ['articles', 'article', 'ArticlePage'],
  ['queues', 'queue', 'QueuePage'],
  ['desk', 'desk', 'DeskPage'],
];

/** What the screens can do, for programs. */
export function addApiRoutes(app: FastifyInstance, parts: HttpParts): void {
  addCommandRoute(app, parts);
  addTicketRoutes(app, parts);
  addArticleRoute(app, parts);
  for (const [path, type, answer] of lists) {
    app.get(`/v1/${path}`, {
      config: { access: 'read' },
      schema: routeSchema({
        summary: `Everything of the desk of this kind: ${path}.`,
        tag: 'desk',
        query: object(listQuery),
        answer: ref(answer),
      }),
      handler: async (request) => {
        const { limit: most, ...query } = queryOf<ListQuery>(request);
        const asked = { ...query, limit: Number(most ?? USUAL_PAGE) };
        return served(await parts.api.records(asking(request), type, asked));
      },
    });
  }
}

function addArticleRoute(app: FastifyInstance, { api }: HttpParts): void {
  app.get('/v1/articles/:ref', {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'An article, vpn-no-access.ru, with the texts of its versions.',
      tag: 'desk',
      params: object({ ref: id }),
      answer: ref('ArticleView'),
    }),
    handler: async (request) => {
      const { ref: reference } = paramsOf<{ readonly ref: string }>(request);
      return served(await api.article(reference));
    },
  });
}

function addCommandRoute(app: FastifyInstance, { api, metrics }: HttpParts): void {
  app.post('/v1/commands', {
    config: { access: 'command' },
    schema: routeSchema({
      summary: 'One command of any kind; under the same Idempotency-Key it is done once.',
      tag: 'desk',
      headers: keyHeader,
      body: ref('ApiCommand'),
      answer: ref('ApiOutcome'),
    }),
    handler: async (request) => {
      const header = request.headers['idempotency-key'];
      const key = typeof header === 'string' && header !== '' ? header : null;
      const command = { ...bodyOf<Omit<ApiCommand, 'key'>>(request), key };
      const outcome = served(await api.command(asking(request), command));
      metrics.push([outcome.result.outcome]);
      return outcome;
    },
  });
}

function addTicketRoutes(app: FastifyInstance, { api }: HttpParts): void {
  app.get('/v1/tickets', {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'Tickets that one sees, the last changed first.',
      tag: 'desk',
      query: object({ ...listQuery, ...ticketFilters }),
      answer: ref('TicketPage'),
    }),
    handler: async (request) => {
      const { limit: most, ...query } = queryOf<TicketsQuery>(request);
      const asked = { ...query, limit: Number(most ?? USUAL_PAGE) };
      return served(await api.tickets(asking(request), asked));
    },
  });
  app.get('/v1/tickets/:ref', {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'A ticket by number, alias or id, with its entries and events.',
      tag: 'desk',
      params: object({ ref: id }),
      answer: ref('TicketView'),
    }),
    handler: async (request) => {
      const { ref: reference } = paramsOf<{ readonly ref: string }>(request);
      return served(await api.ticket(asking(request), reference));
    },
  });
}
