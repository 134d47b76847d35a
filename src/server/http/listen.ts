import type { AddressInfo } from 'node:net';
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers';
import type { FastifyInstance } from 'fastify';
import { UserError } from '../../util/user-error.ts';
import { type Address, urlOf } from './address.ts';

const GRACE_MS = 4500;
const LOOK_MS = 20;

/** Begins to listen; resolves with the address that clients come to. Throws a UserError. */
export async function listen(
  app: FastifyInstance,
  { host, port }: Address,
  isTls: boolean,
): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const known = ['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND', 'EAI_AGAIN'];
    if (!known.includes(code)) throw error;
    throw new UserError('serve-address-taken', { host, port, problem: code }, { cause: error });
  }
  // A server that listens on TCP has an address with a port.
  const bound = app.server.address() as AddressInfo;
  return urlOf({ host, port: bound.port }, isTls);
}

declare module 'fastify' {
  interface FastifyInstance {
    /** No request is being answered. */
    isIdle(): boolean;
  }
}

/** Counts what is under way, so that an end need not wait for connections that ask nothing. */
export function countRequests(app: FastifyInstance): void {
  let underWay = 0;
  app.decorate('isIdle', () => underWay === 0);
  app.server.on('request', (_request, response) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
  });
}

/** Waits for what is under way; whoever does not end in time is cut. */
export async function endRequests(app: FastifyInstance): Promise<void> {
  const look = setInterval(() => {
    if (app.isIdle()) app.server.closeAllConnections();
  }, LOOK_MS);
  const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearTimeout(cut);
  clearInterval(look);
}
