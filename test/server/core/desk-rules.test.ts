import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { DESK_ENTITY } from '../../../src/domain/desk-version.ts';
import { moveTicket } from '../../../src/server/core/console/move-ticket.ts';
import type { ServerStore } from '../../../src/server/db/server-store.ts';
import { openSqliteStore } from '../../../src/server/db/sqlite/open-sqlite-store.ts';
import { registered } from '../../support/domain.ts';
import { defaultPack } from '../../support/pack-folder.ts';
import { note } from './commands.ts';
import { console_, type Device, ServerDesk, said, shippedRules } from './server-desk.ts';

const lines = readFileSync(join(defaultPack, 'lines.yaml'), 'utf8');
const desk = readFileSync(join(defaultPack, 'desk.yaml'), 'utf8');

test('rules come in force for everybody, in one order, by who leads', async () => {
  const server = new ServerDesk();
  const anya = await server.joins();
  const lead = await server.joins({ id: 'lead', login: 'lead', role: 'lead' });
  const files = { 'lines.yaml': renamed('Первая линия', 'Передовая') };

  expect(await applies(anya, files)).toBe('not-permitted');
  expect(await applies(lead, { 'lines.yaml': 'нет: [' })).toBe('pack-broken');
  expect(await applies(lead, { '../../etc/passwd': 'x', ...files })).toBe('op-unreadable');
  expect(await applies(lead, files)).toBe('applied');
  expect(await applies(lead, files)).toBe('desk-base-stale');
  expect(await applies(lead, { 'lines.yaml': lines }, 1)).toBe('applied');

  const rows = (await server.log('desk')).filter(({ body }) => body.kind === 'desk');
  expect(rows.map(({ body }) => body.kind === 'desk' && body.event.fact)).toMatchObject([
    { version: 1, changed: ['lines'] },
    { version: 2, changed: ['lines'] },
  ]);
  expect((await server.store.desk.auditSince(0, 100)).at(-1)).toMatchObject({
    what: 'rules-changed',
  });
});

test('a code that is gone takes its tickets along, in every group, and decisions follow at once', async () => {
  const server = new ServerDesk();
  const lead = await server.joins({ id: 'lead', login: 'lead', role: 'lead' }, ['main', 'vip']);
  const tickets = [await lead.opens(), await lead.opens({ space: 'vip' })];
  const without = lines
    .split('\n')
    .filter((line) => !line.includes('code: "2"'))
    .join('\n');
  expect(await applies(lead, { 'lines.yaml': without })).toMatch(/pack-broken|desk-tickets-left/);

  const [result] = await lead.sends(
    apply(lead, secondBecomesFourth()),
    lead.op({ ...registered, line: '4' }, 'new'),
  );
  expect(result).toMatchObject({ outcome: 'applied', space: 'desk' });
  for (const id of tickets) expect((await server.ticket(id)).line).toBe('4');
  expect((await server.ticket('new')).line).toBe('4');
  for (const space of ['main', 'vip']) {
    const row = (await server.log(space)).find(({ type }) => type === 'apply-desk');
    expect(row?.opId).toBe(`${result?.opId}/${space}`);
    expect(row?.body).toMatchObject({ events: [{ fact: { type: 'field-changed' } }] });
  }
  expect(await server.store.verify()).toEqual([]);

  const again = new ServerDesk({ store: server.store });
  const there = again.device(lead.caller.person);
  expect(await there.does({ ...registered, line: '2' }, 'old')).toBe('unknown-line');
  expect(await there.does(note('Правила те же'), 'new')).toBe('applied');
});

test('many tickets go along without the pack being read for each of them', async () => {
  const first = new ServerDesk();
  const lead = await first.joins({ id: 'lead', login: 'lead', role: 'lead' });
  const opened = Array.from({ length: 400 }, (_, n) => lead.op(registered, `t${n}`));
  await lead.sends(...opened);
  const server = new ServerDesk({ store: first.store, ids: '6f' });
  const packOf = vi.spyOn(shippedRules(), 'packOf');
  expect(await applies(server.device(lead.caller.person), secondBecomesFourth())).toBe('applied');
  expect(packOf.mock.calls.length).toBeLessThan(4);
  packOf.mockRestore();
  expect((await server.ticket('t399')).line).toBe('4');
});

test('a ticket that is opened or moved while the pack is looked through goes along as well', async () => {
  const store = openSqliteStore({ path: ':memory:', now: Date.now });
  let meanwhile: (() => Promise<unknown>) | null = null;
  const slow: ServerStore = new Proxy(store, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name, of);
      if (name !== 'write' || typeof value !== 'function') {
        return typeof value === 'function' ? value.bind(of) : value;
      }
      return async (...given: readonly unknown[]) => {
        const first = meanwhile;
        meanwhile = null;
        await first?.();
        return value.apply(of, given);
      };
    },
  });
  const other = new ServerDesk({ store, ids: '6f' });
  const lead = await other.joins({ id: 'lead', login: 'lead', role: 'lead' }, ['main', 'vip']);
  await lead.does(registered, 'old');
  const server = new ServerDesk({ store: slow });
  meanwhile = async () => {
    await moveTicket(other.parts, console_, { ticketId: 'old', to: 'vip' });
    await lead.does(registered, 'new');
  };
  expect(await applies(server.device(lead.caller.person), secondBecomesFourth())).toBe('applied');
  expect(await server.ticket('old')).toMatchObject({ line: '4', space: 'vip' });
  expect(await server.ticket('new')).toMatchObject({ line: '4', space: 'main' });
  expect(await store.entities([{ type: 'ticket', id: 'old' }])).toMatchObject([{ space: 'vip' }]);
  expect(await store.verify()).toEqual([]);
});

/** The second line is called by another code from now on, in all parts. */
function secondBecomesFourth(): Record<string, string> {
  const renames = `${desk}\nrenames: {lines: {"2": "4"}}\n`;
  return {
    'lines.yaml': renamed('code: "2"', 'code: "4"'),
    'desk.yaml': renames,
    ...withLine('4'),
  };
}

function renamed(from: string, to: string): string {
  expect(lines).toContain(from);
  return lines.replace(from, to);
}

/** Other parts that name the second line, with another name for it. */
function withLine(code: string): Record<string, string> {
  const parts = ['people', 'kinds', 'ladders', 'routing', 'queues', 'policies', 'duties'];
  return Object.fromEntries(
    parts.map((part) => {
      const text = readFileSync(join(defaultPack, `${part}.yaml`), 'utf8');
      return [`${part}.yaml`, text.replaceAll('"2"', `"${code}"`)];
    }),
  );
}

function apply(device: Device, files: Readonly<Record<string, string>>, baseVersion = 0) {
  const payload = { type: 'apply-desk', baseVersion, files } as const;
  return device.op(payload, DESK_ENTITY, { space: 'desk', entityType: 'desk' });
}

async function applies(
  device: Device,
  files: Readonly<Record<string, string>>,
  baseVersion = 0,
): Promise<string> {
  return (await device.sends(apply(device, files, baseVersion))).map(said).join();
}
