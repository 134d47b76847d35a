import { expect, test } from 'vitest';
import { templateUses } from '../../../src/app/content/template-uses.ts';
import { sendReply } from '../../../src/app/letter/send-reply.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import type { TemplateUse } from '../../../src/domain/template-use.ts';
import { TemplateFavouriteStore } from '../../../src/store/template/template-favourite-store.ts';
import { TemplateUseStore } from '../../../src/store/template/template-use-store.ts';
import { day, openTestDesk, type TestDesk } from '../../support/desk.ts';

function use(templateId: string, more: Partial<TemplateUse> = {}): TemplateUse {
  return { templateId, lang: 'ru', version: 'v1', editedChars: 0, changes: [], ...more };
}

function sends(here: TestDesk, ticketId: string, uses: readonly TemplateUse[], undoMs = 0): void {
  const goods = { promise: null, status: null, attachments: [] };
  const done = sendReply(here.desk, { ticketId, text: 'Ответ', ...goods, templates: uses, undoMs });
  if (!done.ok) throw new Error(done.problem.code);
}

test('a reply from a template is a use of it, in the audit trail and in the counts', async () => {
  using here = await openTestDesk();
  const id = here.registers('VPN');
  sends(here, id, [use('hold', { editedChars: 4, changes: [{ line: 2, to: 'иначе' }] })]);
  const event = here.desk.tickets.events(id).find(({ fact }) => fact.type === 'template-used');
  expect(event?.fact).toMatchObject({ templateId: 'hold', editedChars: 4 });
  const store = new TemplateUseStore(here.desk.store.sql);
  expect(store.since(0)).toEqual([
    {
      ...use('hold', { editedChars: 4, changes: [{ line: 2, to: 'иначе' }] }),
      at: here.clock.now(),
    },
  ]);
  expect(templateUses(here.desk).get('hold')).toBe(1);
});

test('a reply that is taken back was never a use', async () => {
  using here = await openTestDesk();
  const id = here.registers('VPN');
  sends(here, id, [use('hold')], 10_000);
  expect(templateUses(here.desk).get('hold')).toBe(1);
  expect(undoLast(here.desk).ok).toBe(true);
  expect(templateUses(here.desk).size).toBe(0);
});

test('uses are told apart by whose they are, how old, and how like the ticket', async () => {
  using here = await openTestDesk();
  const petya = here.person('petya');
  const mine = here.registers('VPN');
  here.does(mine, { type: 'tag', add: ['vpn'], remove: [] });
  sends(here, mine, [use('hold')]);
  here.clock.forward(3 * day);
  const other = here.registers('Почта');
  here.does(other, { type: 'take' }, petya.id);
  const text = { text: 'Ответ', messageId: null, promise: null, status: null, attachments: [] };
  here.does(other, { type: 'reply', ...text, templates: [use('hold')] }, petya.id);
  const store = new TemplateUseStore(here.desk.store.sql);
  const { me, clock } = here.desk;
  const asked = { personId: me.id, kind: here.ticket(mine).kind, tags: ['vpn'], now: clock.now() };
  const counts = store.counts({ ...asked, days: 30 });
  const plain = { templateId: 'hold', isSameKind: true, count: 1 };
  expect(counts).toHaveLength(2);
  expect(counts).toContainEqual({ ...plain, isMine: true, daysAgo: 3, sharesTag: true });
  expect(counts).toContainEqual({ ...plain, isMine: false, daysAgo: 0, sharesTag: false });
  expect(store.counts({ ...asked, days: 2 })).toHaveLength(1);
  expect(store.recent(me.id, 5)).toEqual(['hold']);
});

test('of the tickets answered with it, one came back and one was confirmed', async () => {
  using here = await openTestDesk();
  const [came = '', done = '', waits = ''] = ['а', 'б', 'в'].map((name) => here.registers(name));
  for (const id of [came, done, waits]) {
    sends(here, id, [use('solved'), use('thanks')]);
    sends(here, id, [use('solved')]);
  }
  here.clock.forward(day);
  here.does(came, { type: 'resolve', solution: 'Кэш' });
  here.does(came, { type: 'return', reason: 'снова' });
  here.does(done, { type: 'resolve', solution: 'Кэш' });
  here.does(done, { type: 'confirm', by: 'клиент', how: 'письмом' });
  const outcomes = new TemplateUseStore(here.desk.store.sql).outcomes(0);
  const figures = { tickets: 3, returned: 1, confirmed: 1 };
  expect(outcomes).toContainEqual({ templateId: 'solved', ...figures });
  expect(outcomes).toContainEqual({ templateId: 'thanks', ...figures });
});

test('a favourite takes the first free digit, and the others keep theirs', async () => {
  using here = await openTestDesk();
  const store = new TemplateFavouriteStore(here.desk.store.sql);
  const { id } = here.desk.me;
  expect(['a', 'b', 'c'].map((name) => store.add(id, name))).toEqual([1, 2, 3]);
  expect(store.add(id, 'b')).toBe(2);
  expect(store.remove(id, 'b')).toBe(true);
  expect(store.of(id).map(({ place, templateId }) => `${place}${templateId}`)).toEqual([
    '1a',
    '3c',
  ]);
  expect(store.add(id, 'd')).toBe(2);
  for (const name of 'efghij') store.add(id, name);
  expect(store.add(id, 'k')).toBeNull();
  expect(store.of(here.person('petya').id)).toEqual([]);
});
