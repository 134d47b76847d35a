import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payloadShapes } from '../../../src/protocol/shapes/payload-shapes.ts';
import { usualTimes } from '../../../src/server/http/http-parts.ts';
import { type ApiDocument, fuzz } from './fuzzer.ts';
import { HttpDesk, registering } from './http-desk.ts';

let desk: HttpDesk;
let token: string;
let document: ApiDocument;
beforeAll(async () => {
  desk = await HttpDesk.start({
    limits: { perToken: 1e9, perAddress: 1e9, strangers: 1e9 },
    times: { ...usualTimes, wait: 5 },
  });
  token = await desk.token('Анна', 'lead');
  document = (await desk.call('GET', '/v1/openapi.json')).body as unknown as ApiDocument;
});
afterAll(() => desk.close());

describe('the document', () => {
  it('is OpenAPI 3.1 with a body or an answer for every route, and problems', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, route] of Object.entries(methods)) {
        expect([path, method, Object.keys(route.responses)]).toEqual([
          path,
          method,
          route.summary.includes('Range') ? ['200', '206', '4XX', '5XX'] : ['200', '4XX', '5XX'],
        ]);
        expect(route.summary).toMatch(/\.$|LiveEvent/);
      }
    }
  });

  it('refers to nothing that is not in it', () => {
    const known = new Set(Object.keys(document.components.schemas));
    const refs = [
      ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g),
    ];
    expect(refs.map(([, name]) => name).filter((name) => !known.has(String(name)))).toEqual([]);
  });

  it('has every command of the desk', () => {
    const commands = Object.values(payloadShapes).flatMap((byType) => Object.keys(byType));
    const schemas = Object.keys(document.components.schemas).filter((name) =>
      name.startsWith('Command'),
    );
    expect(schemas).toHaveLength(commands.length);
  });
});

describe('answers are what the document says', () => {
  it.each([
    ['GET', '/v1/me', '/v1/me', undefined],
    ['POST', '/v1/commands', '/v1/commands', registering('Ответ')],
    ['GET', '/v1/tickets', '/v1/tickets', undefined],
    ['GET', '/v1/tickets/{ref}', '/v1/tickets/SM-1', undefined],
    ['GET', '/v1/people', '/v1/people', undefined],
    ['POST', '/v1/pull', '/v1/pull', { cursors: [], limit: 100 }],
    ['POST', '/v1/numbers', '/v1/numbers', { numbers: ['SM-1', 'SM-99'] }],
    ['POST', '/v1/wait', '/v1/wait', { heads: [] }],
    ['GET', '/v1/snapshots/{space}', '/v1/snapshots/main', undefined],
    ['GET', '/readyz', '/readyz', undefined],
  ])('%s %s', async (method, path, asked, json) => {
    const answer = await desk.call(method, asked, { token, json });
    expect(answer.status).toBe(200);
    const schema = document.paths[path]?.[method.toLowerCase()]?.responses['200'];
    expect(problemsOf(schema?.content?.['application/json']?.schema, answer.body)).toEqual([]);
  });

  it('and problems are, too', async () => {
    const answers = [
      await desk.call('GET', '/v1/tickets/none', { token }),
      await desk.call('GET', '/v1/me'),
      await desk.call('POST', '/v1/push', { token, json: {} }),
      await desk.call('DELETE', '/v1/tickets', { token }),
    ];
    const schema = document.components.schemas['WireProblem'];
    for (const { body } of answers) expect(problemsOf(schema, body)).toEqual([]);
  });
});

function problemsOf(schema: object | undefined, value: unknown): unknown {
  const ajv = new Ajv2020({ strict: false });
  const whole = { ...schema, components: document.components };
  const check = ajv.compile(whole);
  return check(value) ? [] : check.errors;
}

// SMENA_FUZZ=10000 SMENA_SEED=7 sends that many; without them it is what three seconds allow.
it('random requests made of the document never make the server fail', async () => {
  const share = Number(process.env['SMENA_FUZZ'] ?? 1000);
  const seed = Number(process.env['SMENA_SEED'] ?? 20261122);
  const tickets = [];
  for (let n = 0; n < 3; n += 1) tickets.push(await desk.register(token, `Обращение ${n}`));
  const ids = tickets.map(({ body }) => String(body['entityId']));
  const { body: me } = await desk.call('GET', '/v1/me', { token });
  const known = [...ids, ...ids, String(me['person']?.['id'])];
  const asked = {
    url: desk.url,
    document: { ...document, known },
    token,
    seed,
    requests: share,
    most: 3000,
  };
  const outcome = await fuzz(asked);
  expect(outcome.failed).toEqual([]);
  expect(outcome.sent).toBeGreaterThan(100);
  // A fuzzer that is always sent away at the door proves nothing.
  expect(outcome.byStatus.get(200) ?? 0).toBeGreaterThan(outcome.sent / 20);
  expect((await desk.call('GET', '/healthz')).status).toBe(200);
}, 600_000);
