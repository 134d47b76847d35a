import { expect, it } from 'vitest';
import type { PlannedWork } from '../../../src/domain/desk-people.ts';
import { worksFor, worksOfTicket } from '../../../src/domain/work/works-for.ts';
import { hour, someWednesday } from '../../support/desk.ts';
import { registered, TicketInMemory } from '../../support/domain.ts';
import { named, strictDesk } from '../../support/strict-desk.ts';

const now = someWednesday;
const customer = { name: 'Ромашка', city: 'Орёл', mailDomain: 'romashka.example' };

function works(more: Partial<PlannedWork>): PlannedWork {
  const nobody = { customers: [], towns: [], tags: [], notice: null };
  return {
    code: 'w',
    title: named('Замена канала'),
    from: now,
    to: now + hour,
    ...nobody,
    ...more,
  };
}

const marks = (work: PlannedWork, at = now, tags: readonly string[] = []) =>
  worksFor({ tags }, customer, [work], at).length === 1;

it('works mark the tickets of those they hit, and only while they last', () => {
  expect(marks(works({}))).toBe(true);
  expect(marks(works({}), now - 1)).toBe(false);
  expect(marks(works({}), now + hour)).toBe(false);
  expect(marks(works({ customers: ['ромашка'] }))).toBe(true);
  expect(marks(works({ customers: ['Romashka.example'] }))).toBe(true);
  expect(marks(works({ customers: ['Василёк'] }))).toBe(false);
  expect(marks(works({ towns: ['орел'] }))).toBe(true);
  expect(marks(works({ tags: ['vpn'] }))).toBe(false);
  expect(marks(works({ tags: ['vpn'] }), now, ['vpn'])).toBe(true);
  expect(worksFor({ tags: [] }, null, [works({ towns: ['Орёл'] })], now)).toEqual([]);
});

it('a ticket of planned works is such works itself', () => {
  const story = new TicketInMemory(strictDesk());
  story.does({ ...registered, kind: 'planned-work', subject: 'Обновление АТС' });
  expect(worksOfTicket(story.ticket, 'Ромашка')).toBeNull();
  story.does({ type: 'fill-details', values: { window: '18.11 14:00 – 16:00' } });
  expect(worksOfTicket(story.ticket, null)).toBeNull();
  expect(worksOfTicket(story.ticket, 'Ромашка')).toMatchObject({
    ...{ code: 'SM-1', from: now, to: now + 2 * hour, customers: ['Ромашка'] },
  });
  story.does({ type: 'fill-details', values: { affected: 'Василёк; Орёл' } });
  expect(worksOfTicket(story.ticket, 'Ромашка')?.towns).toEqual(['Василёк', 'Орёл']);
  story.does({ type: 'fill-details', values: { affected: 'все' } });
  expect(worksOfTicket(story.ticket, null)?.customers).toEqual([]);
});
