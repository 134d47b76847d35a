import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayPlan, dayShiftId, logItem, openShift } from '../../support/shift.ts';
import { HttpDesk } from './http-desk.ts';

let desk: HttpDesk;
let vera: string;
let anna: string;
beforeAll(async () => {
  desk = await HttpDesk.start();
  vera = await desk.token('Вера', 'lead');
  anna = await desk.token('Анна');
});
afterAll(() => desk.close());

const ref = '2026-11-18/08:00-20:00';

async function does(token: string, payload: object, entityId = dayShiftId) {
  const json = { entityType: 'shift', entityId, payload };
  return (await desk.call('POST', '/v1/commands', { token, json })).body;
}

async function reads(token: string, path: string) {
  const { status, body } = await desk.call('GET', path, { token });
  return { status, body: body as Record<string, unknown> };
}

test('a program opens a shift, writes its log, and everybody of the group reads it', async () => {
  const { body: me } = await reads(vera, '/v1/me');
  const leadId = String((me['person'] as { id: string }).id);
  expect(await does(vera, openShift(leadId))).toMatchObject({ result: { outcome: 'applied' } });
  expect(await does(anna, logItem('касса молчит'))).toMatchObject({
    result: { outcome: 'applied' },
  });
  const { body } = await reads(anna, `/v1/shifts/${encodeURIComponent(ref)}`);
  expect(body).toMatchObject({
    id: dayShiftId,
    state: { leadId, items: [{ text: 'касса молчит' }] },
  });
  expect((await reads(anna, `/v1/shifts?from=${dayPlan.startsAt}&limit=1`)).body).toMatchObject({
    items: [{ ref, space: 'main', leadId, handover: null }],
    next: null,
  });
  expect((await reads(anna, `/v1/shifts?to=${dayPlan.startsAt}`)).body['items']).toEqual([]);
});

test('pages follow each other, the latest shift first', async () => {
  for (const day of ['2026-11-10', '2026-11-11', '2026-11-12']) {
    const at = Date.parse(`${day}T05:00:00Z`);
    const plan = { ...dayPlan, startsAt: at, endsAt: at + 12 * 3_600_000 };
    await does(vera, { ...logItem('тихо'), plan }, `shift/main/${day}/08:00-20:00`);
  }
  const seen: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const { body } = await reads(vera, `/v1/shifts?limit=2${after && `&after=${after}`}`);
    const { items, next } = body as { items: { ref: string }[]; next: string | null };
    seen.push(...items.map((item) => item.ref.slice(0, 10)));
    after = next;
  }
  expect(seen).toEqual(['2026-11-18', '2026-11-12', '2026-11-11', '2026-11-10']);
  expect((await reads(vera, '/v1/shifts?after=x')).status).toBe(400);
});

test('who is not of the group hears that there is none, and writes nothing into it', async () => {
  await (await desk.console()).spaces.make('night', 'Ночь');
  const stranger = await desk.token('Глеб', 'lead', ['night']);
  expect((await reads(stranger, `/v1/shifts/${encodeURIComponent(ref)}`)).status).toBe(404);
  expect((await reads(stranger, '/v1/shifts')).body['items']).toEqual([]);
  expect(await does(stranger, logItem('я тоже'))).toMatchObject({ error: { code: 'not-found' } });
  const other = 'shift/main/2026-11-19/08:00-20:00';
  const refused = { result: { outcome: 'rejected', code: 'space-not-yours' } };
  expect(await does(stranger, logItem('я тоже'), other)).toMatchObject(refused);
  const hire = await desk.token('Новичок', 'hire');
  expect((await reads(hire, `/v1/shifts/${encodeURIComponent(ref)}`)).status).toBe(403);
  // Not by way of a command that is refused either.
  expect(await does(hire, logItem('что там?'))).toMatchObject({
    result: { outcome: 'rejected', code: 'not-permitted' },
    entity: null,
  });
});
