import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Desk } from '../../../src/app/desk/desk.ts';
import { changeCustomer } from '../../../src/app/people/change-records.ts';
import { explainTicket } from '../../../src/app/sla/explain-ticket.ts';
import { followRules } from '../../../src/app/sla/follow-rules.ts';
import { selectTickets } from '../../../src/app/ticket/select-tickets.ts';
import { hour, openTestDesk } from '../../support/desk.ts';
import { deskWith } from '../../support/sla-desk.ts';

it('other targets move the deadlines of all open tickets when the desk is opened next', async () => {
  const first = await openTestDesk();
  const id = first.registers('Касса');
  const { folder, clock } = first;
  const { overlay, content } = first.desk.paths;
  const shipped = join(content, 'templates/desk/default/policies.yaml');
  const own = join(overlay, 'desk/policies.yaml');
  mkdirSync(dirname(own), { recursive: true });
  copyFileSync(shipped, own);
  writeFileSync(own, readFileSync(own, 'utf8').replace('default: 24h', 'default: 3h'));
  using again = await openTestDesk({ folder, clock, ids: '0b' });
  const { selection } = selectTickets(again.desk, null, 'is:open');
  const [row] = again.desk.queues.page(selection, { offset: 0, limit: 5 });
  expect(row).toMatchObject({ id, dueAt: row === undefined ? 0 : row.createdAt + 3 * hour });
  first.close();
});

it('the same rules cost nothing, others tell in how many tickets they moved something', async () => {
  using here = await openTestDesk();
  here.registers('Касса');
  const done = here.registers('Принтер');
  here.does(done, { type: 'resolve', solution: 'готово' });
  const { store, meta, config } = here.desk;
  expect(followRules({ store, meta, config })).toBe(0);
  const strict = deskWith([{ firstAnswer: { default: hour } }]);
  expect(followRules({ store, meta, config: strict })).toBe(1);
  expect(followRules({ store, meta, config: strict })).toBe(0);
  expect(followRules({ store, meta, config })).toBe(1);
});

it('another level of a customer moves the deadlines of its tickets at once', async () => {
  using here = await openTestDesk();
  const daisy = here.customer('Ромашка');
  const contact = here.contact('Жанна', { customerId: daisy.id });
  const id = here.registers('Касса', 'Не работает', contact.id);
  const config = deskWith([
    { when: { levels: ['VIP'] }, firstAnswer: { default: hour } },
    { code: 'rest' },
  ]);
  const desk = { ...here.desk, config };
  changeCustomer(desk, daisy, { level: 'VIP' });
  expect(dueAt(desk, id)).toBe(here.ticket(id).createdAt + hour);
});

it('a site is promised what its company is promised, unless it has a level of its own', async () => {
  using here = await openTestDesk();
  const daisy = here.customer('Ромашка');
  const site = here.customer('Ромашка, склад', { parentId: daisy.id, level: '' });
  const contact = here.contact('Жанна', { customerId: site.id });
  const id = here.registers('Касса', 'Не работает', contact.id);
  const { createdAt } = here.ticket(id);
  const config = deskWith([
    { when: { levels: ['VIP'] }, firstAnswer: { default: hour } },
    { code: 'rest', firstAnswer: { default: 5 * hour } },
  ]);
  const desk = { ...here.desk, config };
  changeCustomer(desk, daisy, { level: 'VIP' });
  expect(dueAt(desk, id)).toBe(createdAt + hour);
  expect(explainTicket(desk, id)?.next?.dueAt).toBe(createdAt + hour);
  changeCustomer(desk, site, { level: 'обычный' });
  expect(dueAt(desk, id)).toBe(createdAt + 5 * hour);
});

function dueAt({ store }: Desk, id: string): number | undefined {
  const text = 'SELECT next_due_at AS dueAt FROM ticket WHERE id = ?';
  return store.sql.get<{ dueAt: number }>(text, id)?.dueAt;
}
