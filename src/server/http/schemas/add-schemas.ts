import type { FastifyInstance } from 'fastify';
import { payloadShapes } from '../../../protocol/shapes/payload-shapes.ts';
import type { Shape } from '../../../protocol/shapes/shape.ts';
import { entitySchemas } from './entity-schemas.ts';
import { wireSchemas } from './wire-schemas.ts';

/** Puts every description under its name, for the routes and for the document. */
export function addSchemas(app: FastifyInstance): void {
  for (const [name, schema] of Object.entries({ ...wireSchemas, ...entitySchemas })) {
    app.addSchema({ $id: name, ...schema });
  }
}

/**
 * Every command by a name of its own, `CommandTicketReply`, for the document only: payloads are held
 * against the same shapes by `misfitOfPayload`, which tells where one is wrong.
 */
export function commandSchemas(): Readonly<Record<string, Shape>> {
  return Object.fromEntries(
    Object.entries(payloadShapes).flatMap(([entity, byType]) =>
      Object.entries(byType).map(([type, shape]) => [nameOf(`command-${entity}-${type}`), shape]),
    ),
  );
}

function nameOf(words: string): string {
  return words.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
