import { describe, expect, test } from 'vitest';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';
import { imageOf } from '../../support/family.ts';

const reason = '';

function gathers(here: TestDesk, parent: string, ...childIds: string[]) {
  return here.does(parent, { type: 'gather', childIds, reason });
}

describe('a mass incident', () => {
  test('knows its tickets, and each of them knows it', async () => {
    using here = await openTestDesk();
    const [outage, first, second] = ['Авария', 'Нет сети', 'Сеть'].map((s) => here.registers(s));
    gathers(here, outage ?? '', first ?? '', second ?? '');
    expect(here.ticket(outage ?? '')).toMatchObject({
      isMassIncident: true,
      childIds: [first, second],
    });
    expect(here.ticket(first ?? '').parentId).toBe(outage);
    expect(here.ticket(second ?? '').parentId).toBe(outage);
  });

  test('is one operation over several tickets with dense ids', async () => {
    using here = await openTestDesk();
    const outage = here.registers('Авария');
    const child = here.registers('Нет сети');
    const opId = gathers(here, outage, child) && here.desk.outbox.lastOn(outage)?.opId;
    const ids = [outage, child].flatMap((id) =>
      here.desk.tickets.events(id).filter((event) => event.opId === opId),
    );
    expect(ids.map(({ id }) => id)).toEqual([`${opId}:0`, `${opId}:1`]);
    expect(here.desk.outbox.lastOn(child)?.opId).not.toBe(opId);
  });

  test('refuses what cannot belong to it, and changes nothing then', async () => {
    using here = await openTestDesk();
    const outage = here.registers('Авария');
    const other = here.registers('Другая авария');
    const taken = here.registers('Нет сети');
    const closed = here.registers('Давно решено');
    here.does(closed, { type: 'resolve', solution: '' });
    here.does(closed, { type: 'confirm', by: 'Жанна', how: 'mail' });
    gathers(here, other, taken);
    const refused = (...childIds: string[]) =>
      here.isRefused(outage, { type: 'gather', childIds, reason });
    const before = imageOf(here, [outage, other, taken, closed]);
    expect(refused(outage)).toBe('gathered-itself');
    expect(refused('nobody')).toBe('no-such-ticket');
    expect(refused(closed)).toBe('member-closed');
    expect(refused(taken)).toBe('member-elsewhere');
    expect(refused()).toBe('nothing-to-change');
    expect(imageOf(here, [outage, other, taken, closed])).toBe(before);
  });

  test('does not go in a circle, however long the circle is', async () => {
    using here = await openTestDesk();
    const [a, b, c] = ['Город', 'Район', 'Дом'].map((s) => here.registers(s));
    gathers(here, a ?? '', b ?? '');
    gathers(here, b ?? '', c ?? '');
    expect(here.isRefused(c ?? '', { type: 'gather', childIds: [a ?? ''], reason })).toBe(
      'family-circle',
    );
  });

  test('lets an exception go, and says why', async () => {
    using here = await openTestDesk();
    const outage = here.registers('Авария');
    const child = here.registers('Нет сети');
    gathers(here, outage, child);
    here.does(child, { type: 'detach', reason: 'свой роутер' });
    expect(here.ticket(outage).childIds).toEqual([]);
    expect(here.ticket(child).parentId).toBeUndefined();
    expect(here.isRefused(child, { type: 'detach', reason: '' })).toBe('no-parent');
    expect(here.desk.tickets.events(child).at(-1)?.fact).toMatchObject({ reason: 'свой роутер' });
  });

  test('cannot be resolved past the tickets that hang on it', async () => {
    using here = await openTestDesk();
    const outage = here.registers('Авария');
    const child = here.registers('Нет сети');
    gathers(here, outage, child);
    expect(here.isRefused(outage, { type: 'resolve', solution: '' })).toBe('children-unanswered');
    expect(here.isRefused(outage, { type: 'set-status', status: 'resolved', reason: '' })).toBe(
      'children-unanswered',
    );
    here.does(child, { type: 'resolve', solution: 'сам' });
    expect(here.does(outage, { type: 'resolve', solution: '' }).status).toBe('resolved');
  });
});

describe('taking it back', () => {
  test('brings every touched ticket back to the last byte', async () => {
    using here = await openTestDesk();
    const ids = ['Авария', 'Нет сети', 'Сеть'].map((s) => here.registers(s));
    const before = imageOf(here, ids);
    gathers(here, ids[0] ?? '', ids[1] ?? '', ids[2] ?? '');
    expect(undoLast(here.desk).ok).toBe(true);
    expect(imageOf(here, ids)).toBe(before);
  });

  test('is found from a child too', async () => {
    using here = await openTestDesk();
    const outage = here.registers('Авария');
    const child = here.registers('Нет сети');
    gathers(here, outage, child);
    expect(undoLast(here.desk, child).ok).toBe(true);
    expect(here.ticket(outage).isMassIncident).toBeUndefined();
  });

  test('is refused when something stands on any of the tickets', async () => {
    using here = await openTestDesk();
    const oleg = here.person('oleg');
    const outage = here.registers('Авария');
    const child = here.registers('Нет сети');
    gathers(here, outage, child);
    here.does(child, { type: 'note', text: 'был на месте' }, oleg.id);
    expect(undoLast(here.desk)).toMatchObject({ ok: false, problem: { code: 'undo-not-last' } });
  });

  test('does not pull a note from under what was done to its ticket from above', async () => {
    using here = await openTestDesk();
    const oleg = here.person('oleg');
    const outage = here.registers('Авария');
    const child = here.registers('Нет сети');
    here.does(child, { type: 'note', text: 'моя заметка' });
    here.does(outage, { type: 'gather', childIds: [child], reason }, oleg.id);
    expect(undoLast(here.desk)).toMatchObject({ ok: false, problem: { code: 'undo-not-last' } });
  });
});
