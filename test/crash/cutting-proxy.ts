import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server on which connections break, now and then, at any byte. */
export class CuttingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** The share of connections that are cut, and after how many bytes at most. */
  cut = 0.15;
  mostBytes = 20_000;
  cuts = 0;

  private constructor(target: () => number) {
    this.#server = createServer((client) => this.#carry(client, target()));
  }

  /** Listens on a port of its own; `target` is asked anew for each connection. */
  static async open(target: () => number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(client: Socket, port: number): void {
    const server = connect(port, '127.0.0.1');
    const isCut = Math.random() < this.cut;
    let left = isCut ? Math.random() * this.mostBytes : Number.POSITIVE_INFINITY;
    const count = (chunk: Buffer) => {
      left -= chunk.length;
      if (left > 0) return;
      this.cuts += 1;
      client.destroy();
      server.destroy();
    };
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', count);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
