import { afterAll, beforeAll, expect, it } from 'vitest';
import { usualTimes } from '../../../src/server/http/http-parts.ts';
import { HttpDesk } from './http-desk.ts';

let desk: HttpDesk;
beforeAll(async () => {
  desk = await HttpDesk.start();
});
afterAll(() => desk.close());

/** A stream of hints as a client reads it. */
class Stream {
  readonly events: Record<string, unknown>[] = [];
  readonly status: number;
  readonly ended: Promise<void>;
  readonly #leave: AbortController;

  private constructor(answer: Response, leave: AbortController) {
    this.status = answer.status;
    this.#leave = leave;
    this.ended = this.#read(answer).catch(() => undefined);
  }

  static async open(token: string): Promise<Stream> {
    const leave = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    return new Stream(await fetch(`${desk.url}/v1/live`, { headers, signal: leave.signal }), leave);
  }

  async until(type: string): Promise<Record<string, unknown>> {
    return expect
      .poll(() => this.events.find((event) => event['type'] === type), { timeout: 3000 })
      .toBeDefined()
      .then(() => this.events.find((event) => event['type'] === type) ?? {});
  }

  leave(): void {
    this.#leave.abort();
  }

  async #read(answer: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of answer.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith('data: ')) this.events.push(JSON.parse(block.slice(6)));
      }
    }
  }
}

it('tells that a space grew, once for many operations', async () => {
  const [anna, boris] = [await desk.token('Анна'), await desk.token('Борис')];
  const stream = await Stream.open(boris);
  await Promise.all(['раз', 'два', 'три'].map((subject) => desk.register(anna, subject)));
  expect(await stream.until('head')).toMatchObject({ type: 'head', space: 'main' });
  const heads = stream.events.filter(({ type }) => type === 'head');
  expect(heads.length).toBeLessThan(3);
  stream.leave();
});

it('tells those who see a ticket that somebody writes in it', async () => {
  const [anna, boris] = [await desk.token('Анна'), await desk.token('Борис')];
  await (await desk.console()).spaces.make('night', 'Ночь');
  const stranger = await desk.token('Вера', 'engineer', ['night']);
  const [sees, sees2] = [await Stream.open(boris), await Stream.open(stranger)];
  const { body } = await desk.register(anna, 'Принтер');
  const ticketId = body['entityId'];
  const said = { token: anna, json: { ticketId, doing: 'writing' } };
  expect((await desk.call('POST', '/v1/presence', said)).status).toBe(200);
  expect(await sees.until('presence')).toMatchObject({ presence: { ticketId, doing: 'writing' } });
  expect(sees2.events.filter(({ type }) => type === 'presence')).toEqual([]);
  const foreign = await desk.call('POST', '/v1/presence', { ...said, token: stranger });
  expect(foreign.status).toBe(404);
  sees.leave();
  sees2.leave();
});

it('tells those who lead, and nobody else, whose station is heard and what is being written', async () => {
  const [anna, boris] = [await desk.token('Анна'), await desk.token('Борис')];
  const irina = await desk.token('Ирина', 'lead');
  const zoya = await desk.token('Зоя', 'lead', ['night']);
  const { body } = await desk.register(anna, 'Банк');
  const ticketId = body['entityId'];
  const [lead, peer] = [await Stream.open(irina), await Stream.open(boris)];
  const says = (draft?: string) =>
    desk.call('POST', '/v1/presence', { token: anna, json: { ticketId, doing: 'writing', draft } });
  expect((await says('Чиним, ещё')).status).toBe(200);
  expect((await says('х'.repeat(4001))).status).toBe(400);
  expect(await lead.until('draft')).toMatchObject({ draft: { ticketId, text: 'Чиним, ещё' } });
  expect((await lead.until('stations'))['stations']).not.toEqual([]);
  // Whoever begins to listen later hears it, too.
  const late = await Stream.open(irina);
  expect(await late.until('draft')).toMatchObject({ draft: { text: 'Чиним, ещё' } });
  const asks = async (token: string) => (await desk.call('GET', '/v1/presence', { token })).body;
  expect(await asks(irina)).toMatchObject({ drafts: [{ ticketId, text: 'Чиним, ещё' }] });
  expect((await asks(boris))['drafts']).toEqual([]);
  expect((await asks(zoya))['drafts']).toEqual([]);
  await says('');
  expect((await asks(irina))['drafts']).toEqual([]);
  expect(peer.events.map(({ type }) => type)).not.toContain('draft');
  expect(peer.events.map(({ type }) => type)).not.toContain('stations');
  for (const stream of [lead, peer, late]) stream.leave();
});

it('ends within five seconds when the access of its device is taken', async () => {
  const token = await desk.token('Глеб');
  const stream = await Stream.open(token);
  await (await desk.console()).revoke('Глеб');
  expect((await desk.call('GET', '/v1/me', { token })).body.error?.code).toBe('token-revoked');
  await stream.ended;
});

it('is given to a device only so often', async () => {
  const token = await desk.token('Анна');
  const streams = [];
  for (let n = 0; n < 5; n += 1) streams.push(await Stream.open(token));
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
  for (const stream of streams) stream.leave();
});

it('whoever waits hears at once what grew, and of nothing after a while', async () => {
  const [anna, boris] = [await desk.token('Анна'), await desk.token('Борис')];
  const known = await desk.call('POST', '/v1/wait', { token: boris, json: { heads: [] } });
  const heads: { space: string; head: number }[] = known.body['heads'] ?? [];
  const asked = { heads: heads.map(({ space, head }) => ({ space, seq: head })) };
  const nothing = await desk.call('POST', '/v1/wait', { token: boris, json: asked });
  expect(nothing.body).toEqual({ heads: [] });
  const waiting = desk.call('POST', '/v1/wait', { token: boris, json: asked });
  await desk.register(anna, 'Новое');
  const main = heads.find(({ space }) => space === 'main')?.head ?? 0;
  expect((await waiting).body).toEqual({ heads: [{ space: 'main', head: main + 1 }] });
});

it('says good-bye when the server ends', async () => {
  const other = await HttpDesk.start();
  const token = await other.token('Анна');
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${other.url}/v1/live`, { headers });
  const text = answer.text();
  const started = performance.now();
  await other.stop();
  expect(await text).toContain('data: {"type":"bye"}');
  expect(performance.now() - started).toBeLessThan(5000);
  await other.close();
});

it('a request that waits ends soon after its device was taken its access', async () => {
  const patient = await HttpDesk.start({ times: { ...usualTimes, look: 50 } });
  const token = await patient.token('Вера');
  const ask = (json: object) => patient.call('POST', '/v1/wait', { token, json });
  const { body } = await ask({ heads: [] });
  const known: readonly { readonly space: string; readonly head: number }[] = body['heads'] ?? [];
  const waits = ask({ heads: known.map(({ space, head }) => ({ space, seq: head })) });
  await expect
    .poll(async () => (await patient.call('GET', '/metrics')).text)
    .toMatch(/^smena_listeners 1$/m);
  await (await patient.console()).revoke('Вера');
  expect((await waits).body).toEqual({ heads: [] });
  await patient.close();
});
