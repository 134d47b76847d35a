import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT_HEADER } from '../../protocol/http-paths.ts';
import type { Caller } from '../core/sync-server.ts';
import { mayUse } from '../identity/access.ts';
import { isHere, proxyCheck } from './address.ts';
import type { HttpParts } from './http-parts.ts';
import { HttpProblem } from './problems.ts';
import { tokenOf } from './token-of.ts';
import { isOlder } from './version.ts';

/** Setting of the server: the oldest client that may sync. */
export const MIN_CLIENT = 'min-client';

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/** Stands before every route: how often, who, and whether that role may. Default: nobody. */
export function addGuard(app: FastifyInstance, parts: HttpParts): void {
  const { perAddress, perToken, strangers } = parts.options.limits;
  const minute = 60_000;
  const isProxy = proxyCheck(parts.options.proxies);
  const byAddress = app.createRateLimit({ max: perAddress, timeWindow: minute, keyGenerator: ip });
  const byStranger = app.createRateLimit({ max: strangers, timeWindow: minute, keyGenerator: ip });
  const byToken = app.createRateLimit({
    max: perToken,
    timeWindow: minute,
    keyGenerator: (request) => request.caller?.deviceId ?? '',
  });
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request, reply) => {
    if (parts.isStopping()) throw refused(503, 'stopping');
    const { remoteAddress = '' } = request.socket;
    const isDirect = parts.options.proxies.length > 0 && !isProxy(remoteAddress);
    // Whoever comes past the proxy comes without TLS.
    if (isDirect && !isHere(remoteAddress)) throw refused(403, 'not-allowed');
    await within(byAddress, request, reply);
    const { access } = request.routeOptions.config;
    // An address without a route says so to everybody; nothing of ours stands behind it.
    if (access === undefined || access === 'open') return;
    request.caller = await callerOf(parts, request, () => within(byStranger, request, reply));
    parts.stations.hear(request.caller.person.id);
    if (!mayUse(request.caller.person.role, access)) throw refused(403, 'not-allowed');
    await within(byToken, request, reply);
    await checkVersion(parts, request);
  });
}

/** A hook for routes that strangers use: a code can be tried only so often. */
export function strictly(app: FastifyInstance, { options }: HttpParts) {
  const limiter = app.createRateLimit({
    max: options.limits.strangers,
    timeWindow: 60_000,
    keyGenerator: ip,
  });
  return (request: FastifyRequest, reply: FastifyReply) => within(limiter, request, reply);
}

/** The person who asks; routes that need one are behind the guard. */
export function asking(request: FastifyRequest): Caller {
  if (!request.caller) throw refused(401, 'token-missing');
  return request.caller;
}

function ip(request: FastifyRequest): string {
  return request.ip;
}

async function within(limiter: Limiter, request: FastifyRequest, reply: FastifyReply) {
  const limit = await limiter(request);
  if (limit.isAllowed || !limit.isExceeded) return;
  reply.header('retry-after', limit.ttlInSeconds);
  throw refused(429, 'rate-limited');
}

async function callerOf(
  { identity }: HttpParts,
  request: FastifyRequest,
  onStranger: () => Promise<void>,
): Promise<Caller> {
  const known = await identity.identify(tokenOf(request));
  if (known.ok) return known.value;
  await onStranger();
  throw refused(401, known.problem);
}

async function checkVersion({ store }: HttpParts, request: FastifyRequest): Promise<void> {
  const given = request.headers[CLIENT_HEADER];
  if (typeof given !== 'string') return;
  const needed = await store.meta(MIN_CLIENT);
  if (needed === null || !isOlder(given, needed)) return;
  throw new HttpProblem({ status: 426, code: 'client-too-old', params: { needed } });
}

function refused(status: number, code: HttpProblem['code']): HttpProblem {
  return new HttpProblem({ status, code });
}
