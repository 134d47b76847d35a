import type { FastifyInstance } from 'fastify';
import { httpPaths } from '../../../protocol/http-paths.ts';
import { object, truth } from '../../../protocol/shapes/shape.ts';
import type { EnrolRequest, EnrolResponse } from '../../../protocol/wire.ts';
import type { Caller } from '../../core/sync-server.ts';
import { asking, strictly } from '../guard.ts';
import type { HttpParts } from '../http-parts.ts';
import { HttpProblem } from '../problems.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { ref } from '../schemas/wire-schemas.ts';
import { bodyOf } from './route-parts.ts';

/** Coming in by a code, leaving, and who one is. */
export function addIdentityRoutes(app: FastifyInstance, parts: HttpParts): void {
  const { identity } = parts;
  app.post(httpPaths.enrol, {
    config: { access: 'open' },
    onRequest: strictly(app, parts),
    schema: routeSchema({
      summary: 'Redeem a code: a token for one device, shown once.',
      tag: 'identity',
      body: ref('EnrolRequest'),
      answer: ref('EnrolResponse'),
      isOpen: true,
    }),
    handler: async (request) => enrol(parts, bodyOf<EnrolRequest>(request)),
  });
  app.post(httpPaths.logout, {
    config: { access: 'own' },
    schema: routeSchema({
      summary: 'Take this device its access.',
      tag: 'identity',
      answer: object({ ok: truth }),
    }),
    handler: async (request) => {
      const { person, deviceId } = asking(request);
      const devices = await parts.store.desk.devices(person.id);
      const own = devices.filter(({ id }) => id === deviceId);
      await identity.revoke(own, { who: person.id, device: deviceId });
      return { ok: true };
    },
  });
  addMe(app, parts);
}

function addMe(app: FastifyInstance, { server, surroundings }: HttpParts): void {
  app.get(httpPaths.me, {
    config: { access: 'own' },
    schema: routeSchema({
      summary: 'Who asks, and what they see.',
      tag: 'identity',
      answer: ref('Me'),
    }),
    handler: async (request) => {
      const caller = asking(request);
      const [scope, epoch] = [await server.scope(caller), await server.epoch()];
      return { ...caller, scope, epoch, time: surroundings.now() };
    },
  });
}

async function enrol({ identity, server }: HttpParts, asked: EnrolRequest): Promise<EnrolResponse> {
  const enrolled = await identity.enrol(asked.code, asked.device);
  if (!enrolled) throw new HttpProblem({ status: 403, code: 'code-unknown' });
  const { token, deviceId, person } = enrolled;
  const caller: Caller = { person, deviceId, deviceName: asked.device };
  const scope = await server.scope(caller);
  const epoch = await server.epoch();
  return { token, deviceId, person: { type: 'person', person }, epoch, scope };
}
