import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { MOST_BODY_BYTES, MOST_UNPACKED_BYTES } from '../../protocol/http-paths.ts';
import { isUnavailable } from '../db/unavailable.ts';
import { answerBroken } from './broken-request.ts';
import { addGuard } from './guard.ts';
import type { HttpParts } from './http-parts.ts';
import { countRequests } from './listen.ts';
import { openApiOptions } from './open-api.ts';
import { HttpProblem, toProblem, wireProblem } from './problems.ts';
import { readJson } from './read-json.ts';
import { addApiRoutes } from './routes/api-routes.ts';
import { addBlobRoutes } from './routes/blob-routes.ts';
import { addHealthRoutes } from './routes/health-routes.ts';
import { addIdentityRoutes } from './routes/identity-routes.ts';
import { addLiveRoutes } from './routes/live-routes.ts';
import { addPracticeRoutes } from './routes/practice-routes.ts';
import { addPresenceRoutes } from './routes/presence-routes.ts';
import { addShiftRoutes } from './routes/shift-routes.ts';
import { addSnapshotRoutes } from './routes/snapshot-routes.ts';
import { addSyncRoutes } from './routes/sync-routes.ts';
import { addSchemas } from './schemas/add-schemas.ts';
import { framesOf } from './server-log.ts';
import { unpackBody } from './unpack-body.ts';

const SECOND = 1000;
/** When to come again where nothing better is known, in seconds. */
const SOON_S = 1;

/** The server over HTTP, not listening yet. */
export async function createHttpServer(parts: HttpParts): Promise<FastifyInstance> {
  const app = fastify(optionsOf(parts));
  // Answers are made by us and written as they are; tests hold them against their schemas.
  app.setSerializerCompiler(() => JSON.stringify);
  countRequests(app);
  addParsers(app);
  addAnswers(app, parts);
  await app.register(rateLimit, { global: false });
  await app.register(swagger, openApiOptions(parts.options.version));
  addSchemas(app);
  addGuard(app, parts);
  await app.register(async (routes) => {
    addHealthRoutes(routes, parts);
    addIdentityRoutes(routes, parts);
    addSyncRoutes(routes, parts);
    addLiveRoutes(routes, parts);
    addPresenceRoutes(routes, parts);
    addSnapshotRoutes(routes, parts);
    addBlobRoutes(routes, parts);
    addApiRoutes(routes, parts);
    addShiftRoutes(routes, parts);
    addPracticeRoutes(routes, parts);
  });
  await app.ready();
  return app;
}

function optionsOf({ options }: HttpParts) {
  const { proxies, tls, times } = options;
  const door = {
    headersTimeout: times.headers,
    maxHeaderSize: 16 * 1024,
    connectionsCheckingInterval: Math.min(5 * SECOND, times.headers),
  };
  const how = tls ? { https: { ...door, ...tls, minVersion: 'TLSv1.2' } as const } : { http: door };
  return {
    ...how,
    logger: false,
    exposeHeadRoutes: false,
    bodyLimit: MOST_UNPACKED_BYTES,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    // Slow clients: a request has to be here in time, or its connection ends.
    requestTimeout: times.request,
    keepAliveTimeout: 75 * SECOND,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // A stream beats more often: whoever neither sends nor takes anything for so long is gone.
    connectionTimeout: times.idle,
    clientErrorHandler: answerBroken,
    frameworkErrors: answerUnrouted,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  } as const;
}

function addParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addHook('preParsing', async (request, _reply, payload) => {
    const isFile = request.headers['content-type'] === 'application/octet-stream';
    const length = Number(request.headers['content-length'] ?? 0);
    if (!isFile && length > MOST_BODY_BYTES) {
      throw new HttpProblem({ status: 413, code: 'too-large' });
    }
    const encoding = request.headers['content-encoding'];
    return unpackBody(payload, encoding, MOST_BODY_BYTES);
  });
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => readJson(body),
  );
}

function addAnswers(app: FastifyInstance, { log, outage, metrics, options }: HttpParts): void {
  app.setErrorHandler(async (error, request, reply) => {
    const { status, code, params } = toProblem(error);
    const { method, routeOptions } = request;
    if (isUnavailable(error)) outage(error);
    if (code === 'internal') {
      const stack = framesOf(error);
      log({ level: 'error', event: 'failed', method, route: routeOptions.url ?? '', code, stack });
    }
    const isSoon = (status === 503 || status === 429) && !reply.hasHeader('retry-after');
    if (isSoon) reply.header('retry-after', SOON_S);
    await answer(reply, status, wireProblem(code, params));
  });
  app.setNotFoundHandler(async (_request, reply) => answer(reply, 404, wireProblem('not-found')));
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
    if (options.tls) reply.header('strict-transport-security', 'max-age=31536000');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const { method, ip: address } = request;
    metrics.request(`${method} ${route}`, reply.statusCode, ms);
    const line = { level: 'info', event: 'request', method, route, ms, address } as const;
    const device = request.caller ? { deviceId: request.caller.deviceId } : {};
    log({ ...line, status: reply.statusCode, ...device });
  });
}

/** An address that cannot be read belongs to no route, and is answered like everything else. */
function answerUnrouted(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const { status, code, params } = toProblem(error);
  void answer(reply, status, wireProblem(code, params));
}

/** Fields of a problem are the same for every route. */
async function answer(reply: FastifyReply, status: number, body: unknown): Promise<void> {
  await reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}
