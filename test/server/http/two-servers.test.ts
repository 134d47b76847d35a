import { expect, it } from 'vitest';
import { dropDatabase, freshDatabase } from '../../support/postgres.ts';
import { HttpDesk } from './http-desk.ts';

it('two servers over one database are one: who came in here is known there, and gone everywhere', async () => {
  const database = await freshDatabase();
  const first = await HttpDesk.start({ database });
  const second = await HttpDesk.start({ database });
  const token = await first.token('Анна');
  const registered = await second.register(token, 'Через второй');
  expect(registered.body).toMatchObject({ result: { outcome: 'applied', seq: 1 } });
  const both = await Promise.all([
    first.register(token, 'Одновременно здесь'),
    second.register(token, 'Одновременно там'),
  ]);
  expect(both.map(({ body }) => body['result']?.['outcome'])).toEqual(['applied', 'applied']);
  const { body } = await first.call('GET', '/v1/tickets', { token });
  const items: unknown[] = body['items'] ?? [];
  expect(items).toHaveLength(3);
  await first.call('POST', '/v1/logout', { token });
  const gone = await second.call('GET', '/v1/me', { token });
  expect([gone.status, gone.body.error?.code]).toEqual([401, 'token-revoked']);
  await second.close();
  await first.close();
  await dropDatabase(database);
});

it('what no database can hold is refused at the door, and costs nobody a code', async () => {
  const database = await freshDatabase();
  const desk = await HttpDesk.start({ database });
  const odd = 'a\u0000b';
  const code = await desk.code('Анна');
  const refused = await desk.call('POST', '/v1/enrol', { json: { code, device: odd } });
  expect([refused.status, refused.body.error?.code]).toEqual([400, 'bad-request']);
  const { body } = await desk.call('POST', '/v1/enrol', { json: { code, device: 'ноутбук' } });
  const token = String(body['token']);
  for (const path of [
    `tickets/${encodeURIComponent(odd)}`,
    'tickets?q=%00&space=%00',
    'people?q=%00',
  ]) {
    expect((await desk.call('GET', `/v1/${path}`, { token })).status).toBeLessThan(500);
  }
  const numbers = await desk.call('POST', '/v1/numbers', { token, json: { numbers: [odd] } });
  expect(numbers.status).toBeLessThan(500);
  const written = await desk.register(token, `Тема ${odd}`);
  expect(written.body).toMatchObject({ result: { outcome: 'applied' } });
  await desk.close();
  await dropDatabase(database);
});
