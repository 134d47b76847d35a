import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { Shape } from '../../protocol/shapes/shape.ts';
import { commandSchemas } from './schemas/add-schemas.ts';

/** How the document of the API is made: of the schemas that the routes are held to. */
export function openApiOptions(version: string): FastifyDynamicSwaggerOptions {
  return {
    exposeHeadRoutes: true,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Smena',
        version,
        description:
          'Times are epoch milliseconds. A problem is {"error": {"code", "message", "params"}}. A command is retried safely under its Idempotency-Key.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    refResolver: { buildLocalReference: ({ $id }) => String($id) },
  };
}

/** The parts of a document that are added to. */
interface ApiDocument {
  readonly components?: { readonly schemas?: Readonly<Record<string, Shape>> };
}

/** The document, with every command that a payload may be. */
export function apiDocument(app: FastifyInstance): object {
  // Made by the plugin for version 3.1, which has these parts.
  const document = app.swagger() as ApiDocument;
  const commands = commandSchemas();
  const anyOf = Object.keys(commands).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const { ApiCommand, ...schemas } = document.components?.schemas ?? {};
  const withPayload = {
    ...ApiCommand,
    properties: { ...ApiCommand?.properties, payload: { anyOf } },
  };
  const all = { ...schemas, ...commands, ApiCommand: withPayload };
  return { ...document, components: { ...document.components, schemas: all } };
}
