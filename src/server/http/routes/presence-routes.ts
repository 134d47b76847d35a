import type { FastifyInstance } from 'fastify';
import { isLeading } from '../../../domain/person.ts';
import { httpPaths } from '../../../protocol/http-paths.ts';
import type { ToldPresence } from '../../../protocol/live.ts';
import { list, object, truth } from '../../../protocol/shapes/shape.ts';
import { spacesOf } from '../../api/api-entity.ts';
import type { Caller } from '../../core/sync-server.ts';
import { asking } from '../guard.ts';
import { heardStations } from '../heard-stations.ts';
import type { HttpParts } from '../http-parts.ts';
import { HttpProblem } from '../problems.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { ref } from '../schemas/wire-schemas.ts';
import { bodyOf } from './route-parts.ts';

/** Who is where, whose workstation is heard, and what is being written for a promise. */
export function addPresenceRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.post(httpPaths.presence, {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'Tell others that one reads or writes in a ticket, and the text so far.',
      tag: 'sync',
      body: ref('Presence'),
      answer: object({ ok: truth }),
    }),
    handler: async (request) => {
      await tell(parts, asking(request), bodyOf<ToldPresence>(request));
      return { ok: true };
    },
  });
  app.get(httpPaths.presence, {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'When each workstation was heard last; for those who lead, texts so far as well.',
      tag: 'sync',
      answer: object({ stations: list(ref('HeardStation')), drafts: list(ref('DraftSoFar')) }),
    }),
    handler: async (request) => {
      const caller = asking(request);
      const spaces = await spacesOf(parts.server, caller);
      const drafts = isLeading(caller.person) ? parts.stations.drafts(spaces) : [];
      return { stations: await heardStations(parts), drafts };
    },
  });
}

async function tell(parts: HttpParts, caller: Caller, told: ToldPresence): Promise<void> {
  const { store, server, live, stations } = parts;
  const { ticketId, doing, draft: text } = told;
  const { id: personId } = caller.person;
  const [ticket] = await store.entities([{ type: 'ticket', id: ticketId }]);
  const isSeen = ticket && (await spacesOf(server, caller)).has(ticket.space);
  if (!isSeen) throw new HttpProblem({ status: 404, code: 'not-found' });
  live.present(ticket.space, { personId, ticketId, doing });
  if (text === undefined) return;
  const draft = { personId, ticketId, text };
  stations.write(ticket.space, draft);
  live.tellLeading(ticket.space, { type: 'draft', draft });
}
