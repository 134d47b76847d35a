import {
  type HttpTransport,
  openHttpTransport,
} from '../../../src/app/sync/http/http-transport.ts';
import type { TransportProblem } from '../../../src/protocol/transport.ts';
import type { PushRequest } from '../../../src/protocol/wire.ts';
import { OpStream } from './op-stream.ts';
import type { BenchDevice } from './people.ts';

/** A client that only pushes, through the workstation's own transport. */
export class Pusher {
  readonly ops: OpStream;
  readonly #transport: HttpTransport;

  constructor(url: string, { token, person }: BenchDevice) {
    this.ops = new OpStream(person.id);
    this.#transport = openHttpTransport({ url, token, pinned: null, version: '0.1.0' });
  }

  /** Pushes what must be taken. */
  async push(request: PushRequest): Promise<void> {
    if (!(await this.tries(request))) throw new Error('the server gave no answer to a push');
  }

  /** False when no answer came, or the server was busy: the same request may come again. */
  async tries(request: PushRequest): Promise<boolean> {
    const reply = await this.#transport.push({ ...request, sentAt: Date.now() });
    if (!reply.ok && isTemporary(reply.problem)) return false;
    if (!reply.ok) throw new Error(`push: ${JSON.stringify(reply.problem)}`);
    const refused = reply.value.results.find(({ outcome }) => outcome !== 'applied');
    if (refused) throw new Error(`push: ${JSON.stringify(refused)}`);
    return true;
  }

  async close(): Promise<void> {
    await this.#transport.close();
  }
}

function isTemporary(problem: TransportProblem): boolean {
  return problem.kind === 'offline' || problem.code === 'busy';
}
