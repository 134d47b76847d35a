import type { FastifyInstance } from 'fastify';
import { object, oneOf } from '../../../protocol/shapes/shape.ts';
import type { ServerStore } from '../../db/server-store.ts';
import { isHere } from '../address.ts';
import { type HttpParts, overseers } from '../http-parts.ts';
import { type Gauge, labels } from '../metrics.ts';
import { apiDocument } from '../open-api.ts';
import { HttpProblem } from '../problems.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { tokenOf } from '../token-of.ts';

const isWell = object({ status: oneOf(['ok']) });

/** Whether the server lives, whether its store answers, and what it counts. */
export function addHealthRoutes(app: FastifyInstance, parts: HttpParts): void {
  const { store } = parts;
  const open = { access: 'open' } as const;
  app.get('/healthz', {
    config: open,
    schema: routeSchema({
      summary: 'The process lives.',
      tag: 'health',
      answer: isWell,
      isOpen: true,
    }),
    handler: async () => ({ status: 'ok' }),
  });
  app.get('/readyz', {
    config: open,
    schema: routeSchema({
      summary: 'The store answers.',
      tag: 'health',
      answer: isWell,
      isOpen: true,
    }),
    handler: async () => {
      await store.meta('epoch');
      return { status: 'ok' };
    },
  });
  app.get('/v1/openapi.json', {
    config: open,
    schema: {
      ...routeSchema({
        summary: 'This document.',
        tag: 'health',
        answer: 'application/json',
        isOpen: true,
      }),
    },
    handler: async (_request, reply) => reply.send(apiDocument(app)),
  });
  addMetrics(app, parts);
}

function addMetrics(app: FastifyInstance, parts: HttpParts): void {
  const { metrics, identity } = parts;
  app.get('/metrics', {
    config: { access: 'open' },
    schema: routeSchema({
      summary: 'Prometheus text; from another machine with the token of an admin.',
      tag: 'health',
      answer: 'text/plain',
      isOpen: true,
    }),
    handler: async (request, reply) => {
      const known = isHere(request.ip) ? null : await identity.identify(tokenOf(request));
      if (known && !(known.ok && overseers.includes(known.value.person.role))) {
        throw new HttpProblem({ status: 403, code: 'not-allowed' });
      }
      reply.type('text/plain; version=0.0.4; charset=utf-8');
      return reply.send(metrics.render(await gauges(parts)));
    },
  });
}

async function gauges({ store, live }: HttpParts): Promise<readonly Gauge[]> {
  // What the process counts of itself is wanted most while the store does not answer.
  const heads = await headsOf(store).catch(() => null);
  const one = (value: number) => [{ labels: '', value }];
  return [
    { name: 'smena_store_up', help: 'Whether the store answers.', values: one(heads ? 1 : 0) },
    {
      name: 'smena_head',
      help: 'The last operation of a space.',
      values: (heads ?? []).map(({ code, head }) => ({
        labels: labels({ space: code }),
        value: head,
      })),
    },
    {
      name: 'smena_listeners',
      help: 'Streams and waiting requests.',
      values: one(live.listeners().length),
    },
    {
      name: 'smena_resident_bytes',
      help: 'Memory of the process.',
      values: one(process.memoryUsage.rss()),
    },
  ];
}

async function headsOf(store: ServerStore) {
  const spaces = await store.desk.spaces();
  return store.heads(spaces.map(({ code }) => code));
}
