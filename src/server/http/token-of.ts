import type { FastifyRequest } from 'fastify';

/** The token of a request, whatever it may be; never anywhere but in its header. */
export function tokenOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
}
