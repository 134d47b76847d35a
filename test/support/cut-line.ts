import { createConnection, createServer, type Socket } from 'node:net';

/** A line to a server on this machine that can be cut and mended. */
export interface CutLine {
  /** The address of the server, by way of the line. */
  readonly url: string;
  /** Cuts every connection and lets no new one through. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

/** Lays a line to the server of a URL. `cut` it in the end. */
export async function layLine(url: string): Promise<CutLine> {
  const { port, hostname } = new URL(url);
  const sockets = new Set<Socket>();
  const relay = createServer((near) => {
    const far = createConnection(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => relay.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const near = new URL(url);
  near.port = String(address.port);
  return {
    url: near.href,
    cut: async () => {
      const closed = new Promise((resolve) => relay.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => listen(address.port),
  };
}
