import { afterAll, beforeAll, expect, test } from 'vitest';
import { practiceId } from '../../../src/domain/practice/practice-id.ts';
import { exam } from '../../support/practice-record.ts';
import { HttpDesk } from './http-desk.ts';

let desk: HttpDesk;
let vera: string;
let zoya: string;
let zoyaId: string;
beforeAll(async () => {
  desk = await HttpDesk.start();
  vera = await desk.token('Вера', 'lead');
  zoya = await desk.token('Зоя', 'hire');
  const { body } = await reads(zoya, '/v1/me');
  zoyaId = (body['person'] as { readonly id: string }).id;
});
afterAll(() => desk.close());

async function reads(token: string | undefined, path: string) {
  const { status, body } = await desk.call('GET', path, token === undefined ? {} : { token });
  return { status, body: body as Record<string, unknown> };
}

async function does(token: string, payload: object) {
  const json = { entityType: 'practice', entityId: practiceId(zoyaId), payload };
  return (await desk.call('POST', '/v1/commands', { token, json })).body;
}

const attest = {
  ...{ type: 'attest', attestationId: 'att-1', title: 'Вторая линия', scenarioIds: ['sso-401'] },
  ...{ quizIds: [], quizPass: 80, months: 12 },
};

test('a record is read by whom it concerns and by nobody else', async () => {
  expect(await does(zoya, { type: 'record-run', run: exam() })).toMatchObject({
    result: { outcome: 'applied' },
    entity: { state: { runs: [{ id: 'run-1', hasReplay: true }] } },
  });
  const colleague = await desk.token('Анна');
  const refused = { type: 'comment-run', commentId: 'c', runId: 'run-1', line: null, text: 'ого' };
  expect(await does(colleague, refused)).toMatchObject({
    result: { outcome: 'rejected', code: 'not-permitted' },
    entity: null,
  });
  for (const token of [zoya, vera]) {
    expect(await reads(token, `/v1/practice/${zoyaId}`)).toMatchObject({ status: 200 });
    const { body } = await reads(token, '/v1/practice');
    expect(body).toMatchObject({ items: [{ id: practiceId(zoyaId) }], next: null });
  }
  expect((await reads(colleague, `/v1/practice/${zoyaId}`)).status).toBe(403);
  expect((await reads(colleague, '/v1/practice')).body['items']).toEqual([]);
  expect((await reads(vera, '/v1/practice/nobody')).status).toBe(404);
});

test('anybody hears whether a certificate holds, and nothing of whose it is', async () => {
  const done = await does(vera, attest);
  expect(done).toMatchObject({ result: { outcome: 'applied' } });
  const { body } = await reads(vera, `/v1/practice/${zoyaId}`);
  const { attestations } = body['state'] as { attestations: { code: string }[] };
  const code = attestations[0]?.code ?? '';
  expect(await reads(undefined, `/v1/certificates/${code}`)).toEqual({
    ...{ status: 200, body: { code, state: 'valid', title: 'Вторая линия' } },
  });
  for (const unknown of ['0123456789', 'x', `practice%2F${zoyaId}`]) {
    const answer = await reads(undefined, `/v1/certificates/${unknown}`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'unknown', title: null } });
  }
});

test('a run that was made up is refused', async () => {
  const run = exam({ id: 'run-2', score: 100 });
  expect(await does(zoya, { type: 'record-run', run })).toMatchObject({
    result: { outcome: 'rejected', code: 'run-unsound' },
  });
  expect(await does(zoya, { type: 'record-run', run: { ...run, extra: 1 } })).toMatchObject({
    error: { code: 'bad-request' },
  });
});
