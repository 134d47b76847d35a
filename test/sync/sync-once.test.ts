import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewEpoch } from '../../src/server/db/epoch.ts';
import { storeHealth } from '../../src/store/store-health.ts';
import { SpaceStore } from '../../src/store/sync/space-store.ts';
import { TrayStore } from '../../src/store/sync/tray-store.ts';
import { hour, minute } from '../support/desk.ts';
import { type StageDesk, SyncStage } from '../support/sync-stage.ts';

let stage: SyncStage;
let anna: StageDesk;
let boris: StageDesk;

beforeEach(async () => {
  stage = await SyncStage.open();
  anna = await stage.desk(await stage.person('Анна'));
  boris = await stage.desk(await stage.person('Борис'));
  await anna.settles();
  await boris.settles();
});

afterEach(async () => {
  anna.here.close();
  boris.here.close();
  await stage.close();
  expect(stage.bugs).toEqual([]);
});

function tray({ here }: StageDesk): readonly string[] {
  return new TrayStore(here.desk.store.sql).open().map(({ text }) => text);
}

describe('a day without a network', () => {
  test('comes to the colleague as it was written', async () => {
    const id = anna.here.registers('Принтер', 'Не печатает.');
    anna.fault = () => 'lost';
    expect((await anna.syncs()).problem).toMatchObject({ kind: 'offline' });
    for (let n = 1; n <= 20; n += 1) anna.here.does(id, { type: 'note', text: `Запись ${n}` });
    stage.clock.forward(8 * hour);
    anna.fault = () => null;
    await anna.settles();
    await boris.settles();
    expect(boris.texts(id)).toEqual(anna.texts(id));
    expect(boris.texts(id)).toHaveLength(21);
    expect(anna.session.store.counts()).toMatchObject({ pending: 0, acked: 0, discrepancies: 0 });
  });

  test('counts once what the server took and could not answer', async () => {
    const id = anna.here.registers('Почта');
    await anna.settles();
    anna.here.does(id, { type: 'note', text: 'один раз' });
    anna.fault = (asked) => (asked === 'push' ? 'lost-answer' : null);
    await anna.syncs();
    await anna.syncs();
    anna.fault = () => null;
    await anna.settles();
    await boris.settles();
    expect(boris.texts(id).filter((text) => text === 'один раз')).toHaveLength(1);
  });

  test('brings what a rule refused to the tray with its text', async () => {
    const id = anna.here.registers('Сервер');
    await anna.settles();
    await boris.settles();
    boris.here.does(id, { type: 'take' });
    await boris.settles();
    anna.here.does(id, { type: 'take' });
    anna.here.does(id, { type: 'note', text: 'Смотрю журнал.' });
    const report = await anna.syncs();
    expect(report.problem).toBeNull();
    expect(report.discrepancies).toHaveLength(1);
    expect(anna.here.ticket(id).assigneeId).toBe(boris.caller.person.id);
    expect(anna.texts(id)).toContain('Смотрю журнал.');
  });
});

describe('a reply that a rule refused', () => {
  test('has no letter any more: its words wait in the tray', async () => {
    const id = anna.here.registers('Сервер');
    const other = anna.here.registers('Он же');
    await anna.settles();
    await boris.settles();
    boris.here.does(id, { type: 'merge-into', targetId: other, reason: 'то же' });
    await boris.settles();
    anna.here.replies(id, 'Уже смотрю.');
    await anna.settles();
    expect(tray(anna)).toEqual(['Уже смотрю.']);
    expect(anna.here.desk.deliveries.unsettled()).toEqual([]);
  });
});

describe('an operation that the server stumbles over', () => {
  const internal = {
    kind: 'refused',
    status: 500,
    code: 'internal',
    params: {},
    retryAfterMs: null,
  } as const;

  test('is put aside after five tries, and everything else goes on', async () => {
    const bad = anna.here.registers('Плохое');
    const good = anna.here.registers('Хорошее');
    const poison = anna.here.desk.tickets.events(bad)[0]?.opId;
    const { push } = anna.session.transport;
    const transport = {
      ...anna.session.transport,
      push: (request: Parameters<typeof push>[0]) =>
        request.ops.some((op) => op.opId === poison && !op.isNoop)
          ? Promise.resolve({ ok: false, problem: internal } as const)
          : push(request),
    };
    Object.assign(anna.session, { transport });
    for (let n = 1; n < 5; n += 1) expect((await anna.syncs()).problem).toEqual(internal);
    const told = boris.here.registers('Чужое');
    await boris.settles();
    await anna.settles();
    expect(tray(anna)).toEqual(['Плохое\n\nНе работает.']);
    expect(anna.texts(told)).not.toEqual([]);
    await boris.settles();
    expect(boris.texts(good)).toEqual(['Не работает.']);
  });

  test('does not keep back what the server has for us', async () => {
    anna.here.registers('Моё');
    anna.fault = (asked) => (asked === 'push' ? internal : null);
    const told = boris.here.registers('Чужое');
    await boris.settles();
    expect((await anna.syncs()).problem).toEqual(internal);
    expect(anna.texts(told)).toEqual(['Не работает.']);
  });

  test('is not put aside while the server takes nothing at all', async () => {
    anna.here.registers('Первое');
    anna.here.registers('Второе');
    anna.fault = (asked) => (asked === 'push' ? internal : null);
    for (let n = 1; n < 20; n += 1) await anna.syncs();
    expect(tray(anna).length).toBeLessThanOrEqual(1);
  });
});

test('counts of queues are right for whoever brought work of an own along', async () => {
  const alone = await stage.loneDesk();
  const id = alone.registers('Дома');
  alone.does(id, { type: 'take' });
  const vera = await stage.joins(alone, await stage.person('Вера'));
  await vera.settles();
  expect(vera.here.ticket(id).assigneeId).toBe(vera.caller.person.id);
  expect(storeHealth(vera.here.desk.store.sql).wrongFacets()).toBe(0);
  vera.here.close();
});

describe('a server that was put back', () => {
  test('gets everything again, once', async () => {
    const id = anna.here.registers('До', 'до копии');
    await anna.settles();
    const before = anna.session.store.membership();
    await renewEpoch(stage.opened.store, anna.here.desk.makeId);
    anna.here.does(id, { type: 'note', text: 'после копии' });
    await anna.settles();
    expect(anna.news.map(({ type }) => type)).toContain('recovering');
    const after = anna.session.store.membership();
    expect(after?.clientId).not.toBe(before?.clientId);
    expect(after?.epoch).not.toBe(before?.epoch);
    await boris.settles();
    expect(boris.texts(id)).toEqual(['до копии', 'после копии']);
    expect(anna.texts(id)).toEqual(['до копии', 'после копии']);
    expect(anna.session.store.counts()).toMatchObject({ pending: 0, acked: 0, discrepancies: 0 });
  });

  test('is recovered from even when the way there is cut again and again', async () => {
    const id = anna.here.registers('До', 'до копии');
    await anna.settles();
    await renewEpoch(stage.opened.store, anna.here.desk.makeId);
    anna.here.does(id, { type: 'note', text: 'после копии' });
    let n = 0;
    anna.fault = () => {
      n += 1;
      return n % 3 === 0 ? null : n % 3 === 1 ? 'lost' : 'lost-answer';
    };
    for (let tries = 0; tries < 60; tries += 1) if (!(await anna.syncs()).problem) break;
    await boris.settles();
    expect(boris.texts(id)).toEqual(['до копии', 'после копии']);
    expect(anna.texts(id)).toEqual(['до копии', 'после копии']);
  });
});

describe('answers that do not fit', () => {
  test('to a push change nothing', async () => {
    anna.here.registers('Моё');
    const { push } = anna.session.transport;
    const transport = {
      ...anna.session.transport,
      push: async (request: Parameters<typeof push>[0]) => {
        const reply = await push(request);
        if (!reply.ok) return reply;
        const results = reply.value.results.map((result) => ({ ...result, opId: 'another' }));
        return { ok: true, value: { ...reply.value, results } } as const;
      },
    };
    Object.assign(anna.session, { transport });
    expect((await anna.syncs()).problem).toEqual({ kind: 'unsound', what: 'push-results' });
    expect(anna.session.store.counts().pending).toBe(1);
  });

  test('a page that never comes nearer to its end is not asked for for ever', async () => {
    const { pull } = anna.session.transport;
    const transport = {
      ...anna.session.transport,
      pull: async (...asked: Parameters<typeof pull>) => {
        const reply = await pull(...asked);
        if (!reply.ok) return reply;
        const pages = reply.value.pages.map((page) => ({ ...page, head: page.head + 10 }));
        return { ok: true, value: { ...reply.value, pages } } as const;
      },
    };
    Object.assign(anna.session, { transport });
    expect((await anna.syncs()).problem).toEqual({ kind: 'unsound', what: 'page' });
  });
});

test('what the server took and does not give back is pushed again after a minute', async () => {
  const id = anna.here.registers('Моё');
  anna.fault = (asked) => (asked === 'pull' ? 'lost' : null);
  await anna.syncs();
  expect(anna.session.store.counts().acked).toBe(1);
  const { pull } = anna.session.transport;
  const hidden = {
    ...anna.session.transport,
    pull: async (...asked: Parameters<typeof pull>) => {
      const reply = await pull(...asked);
      if (!reply.ok) return reply;
      const pages = reply.value.pages.map((page) => {
        const { from, chain } = {
          ...page,
          chain: asked[0].find((c) => c.space === page.space)?.chain ?? '',
        };
        return { ...page, rows: [], next: from, head: from, chain };
      });
      return { ok: true, value: { ...reply.value, pages } } as const;
    },
  };
  const real = { ...anna.session.transport };
  anna.fault = () => null;
  Object.assign(anna.session, { transport: hidden });
  await anna.syncs();
  expect(anna.news.map(({ type }) => type)).not.toContain('overdue');
  stage.clock.forward(2 * minute);
  await anna.syncs();
  expect(anna.news).toContainEqual({ type: 'overdue', count: 1 });
  Object.assign(anna.session, { transport: real });
  await anna.settles();
  await boris.settles();
  expect(boris.texts(id)).toHaveLength(1);
});

test('one process syncs, another looks on', async () => {
  anna.here.registers('Моё');
  const { store } = anna.session;
  expect(store.lease('another', stage.clock.now(), stage.clock.now() + 10_000)).toBe(true);
  expect((await anna.syncs()).problem).toEqual({ kind: 'elsewhere' });
  expect(anna.asked).not.toContain('nothing');
  stage.clock.forward(11_000);
  await anna.settles();
});

test('a space that is too far behind comes by snapshot, with what waits on top', async () => {
  const id = boris.here.registers('Давнее', 'давно');
  await boris.settles();
  const mine = anna.here.registers('Моё', 'ждёт');
  new SpaceStore(anna.here.desk.store.sql).drop('main');
  anna.fault = (asked) => (asked === 'push' ? 'lost' : null);
  await anna.syncs();
  anna.fault = () => null;
  await anna.settles();
  expect(anna.asked).toContain('fetchSnapshot');
  expect(anna.texts(id)).toEqual(['давно']);
  expect(anna.texts(mine)).toEqual(['ждёт']);
  await boris.settles();
  expect(boris.texts(mine)).toEqual(['ждёт']);
});

test('a revoked access stops the exchange and keeps what waits', async () => {
  anna.here.registers('Моё');
  const revoked = {
    kind: 'refused',
    status: 401,
    code: 'token-revoked',
    params: {},
    retryAfterMs: null,
  } as const;
  anna.fault = () => revoked;
  expect((await anna.syncs()).problem).toEqual(revoked);
  expect(anna.session.store.counts().pending).toBe(1);
});
