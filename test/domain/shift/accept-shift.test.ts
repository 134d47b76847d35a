import { beforeEach, describe, expect, it } from 'vitest';
import type { Shift } from '../../../src/domain/shift/shift.ts';
import { somebody } from '../../support/domain.ts';
import { anya, head, logItem, openShift, petr, vera } from '../../support/shift.ts';
import {
  accept,
  answerTo,
  HandoverInMemory,
  promised,
  promiseOf,
  redOf,
  restOf,
  submit,
  watchOf,
} from '../../support/shift-handover.ts';

let day: HandoverInMemory;
beforeEach(() => {
  day = new HandoverInMemory();
  day.does(openShift());
});

const last = ({ handovers }: Shift) => handovers.at(-1);

describe('accepting a shift', () => {
  it('moves every ticket whose owner is another in one go', () => {
    const items = [redOf('a', { toId: 'oleg' }), redOf('b')];
    day.has('a', { careOfId: 'petr' });
    day.has('b');
    day.does(submit(items));
    const done = day.runs(accept(items.map((item) => answerTo(item))), petr);
    expect(done).toMatchObject({
      events: [{ id: 'op3:0', fact: { type: 'shift-accepted', kept: [] } }],
      tickets: [
        { id: 'op3:1', ticketId: 'a', fact: { type: 'assigned', personId: 'oleg' } },
        { id: 'op3:2', ticketId: 'a', fact: { type: 'care-changed', personId: null } },
      ],
    });
    expect(day.ticket('a').assigneeId).toBe('oleg');
    expect(last(day.shift)).toMatchObject({ state: 'accepted', settledById: 'petr' });
  });

  it('asks for every red ticket, promise and watch item by name', () => {
    day.does(logItem('лаг базы', { id: 'lag', kind: 'watch' }));
    day.has('a', { promises: [promised('one', 90)] });
    day.has('b');
    const items = [redOf('a'), promiseOf('one', 'a'), watchOf('lag'), restOf('b')];
    day.does(submit(items));
    expect(day.runs(accept([answerTo(redOf('a'))]), petr)).toMatchObject({
      code: 'accept-incomplete',
      params: { items: 'SM-a, лаг базы' },
    });
    const answers = items.slice(0, 3).map((item) => answerTo(item));
    expect(day.tries(accept(answers, { isRestAccepted: false }), petr)).toBe('rest-not-accepted');
    const strange = [...answers, answerTo(redOf('nowhere'))];
    expect(day.tries(accept(strange), petr)).toBe('handover-item-unknown');
    expect(day.tries(accept([...answers, ...answers]), petr)).toBe('handover-item-unknown');
    expect(day.tries(accept(answers), petr)).toBe('ok');
  });

  it('wants to hear a P1 and a changed action in the lead’s own words', () => {
    day.has('a', { priority: 'P1' });
    day.has('b');
    const items = [redOf('a', { needsReadBack: true }), redOf('b')];
    day.does(submit(items));
    const [first, second] = items.map((item) => answerTo(item));
    if (!(first && second)) throw new Error('two items');
    const changed = { ...second, nextAction: 'ждать до 21:00' };
    expect(day.runs(accept([first, changed]), petr)).toMatchObject({
      code: 'read-back-missing',
      params: { items: 'SM-a, SM-b' },
    });
    const same = { ...second, nextAction: ' позвонить в ЦОД ' };
    expect(day.tries(accept([{ ...first, readBack: 'звоню в ЦОД' }, same]), petr)).toBe('ok');
  });

  it('leaves no red ticket, promise or watch item without somebody of the desk', () => {
    day.people.push(somebody({ id: 'nina', name: 'Нина', role: 'hire' }));
    day.does(logItem('лаг базы', { id: 'lag', kind: 'watch' }));
    day.has('a');
    const items = [redOf('a'), watchOf('lag')];
    day.does(submit(items));
    const owned = (ownerId: string | null) => items.map((item) => answerTo(item, { ownerId }));
    expect(day.runs(accept(owned(null)), petr)).toMatchObject({
      code: 'owner-missing',
      params: { items: 'SM-a, лаг базы' },
    });
    expect(day.tries(accept(owned('ghost')), petr)).toBe('owner-unknown');
    expect(day.tries(accept(owned('nina')), petr)).toBe('channel-not-signed-off');
    expect(day.tries(accept(owned('petr')), petr)).toBe('ok');
    expect(day.ticket('a').assigneeId).toBe('petr');
  });

  it('gives one ticket to one person', () => {
    day.has('a', { promises: [promised('one', 90)] });
    const items = [redOf('a'), promiseOf('one', 'a')] as const;
    day.does(submit(items));
    const [red, promise] = items;
    const answers = [answerTo(red, { ownerId: 'oleg' }), answerTo(promise, { ownerId: 'petr' })];
    expect(day.runs(accept(answers), petr)).toMatchObject({
      code: 'owners-differ',
      params: { ticket: 'SM-a' },
    });
  });

  it('leaves a ticket with whoever took it meanwhile, and one that was solved', () => {
    day.has('a');
    day.has('b');
    const items = [redOf('a', { toId: 'petr' }), redOf('b', { toId: 'petr' })];
    day.does(submit(items));
    day.has('a', { assigneeId: 'oleg' });
    day.has('b', { status: 'resolved' });
    day.does(accept(items.map((item) => answerTo(item))), petr);
    expect([day.ticket('a').assigneeId, day.ticket('b').assigneeId]).toEqual(['oleg', 'anya']);
    expect(day.events.at(-1)?.fact).toMatchObject({ kept: ['red:a'] });
  });

  it('keeps remarks that come with it, and tells from its state that there are some', () => {
    day.does(submit([]));
    const remarks = [
      { id: 'r1', kind: 'question' as const, text: 'кто звонил в ЦОД?' },
      { id: 'r2', kind: 'remark' as const, text: '  ' },
    ];
    const shift = day.does(accept([], { remarks }), petr);
    expect(last(shift)).toMatchObject({
      state: 'accepted-with-remarks',
      remarks: [{ id: 'r1', text: 'кто звонил в ЦОД?', byId: 'petr' }],
    });
  });

  it('turns a second acceptance into a remark that moves nothing and loses no word', () => {
    day.has('a', { priority: 'P1' });
    const items = [redOf('a', { needsReadBack: true })];
    day.does(submit(items));
    day.does(accept([answerTo(redOf('a'), { readBack: 'звоню' })]), petr);
    const late = answerTo(redOf('a'), { ownerId: 'oleg', readBack: 'пишу письмо' });
    const remarks = [{ id: 'r1', kind: 'remark' as const, text: 'лаг не упомянут' }];
    const done = day.runs(accept([late], { remarks }), head);
    expect(done).toMatchObject({ tickets: [] });
    expect(day.ticket('a').assigneeId).toBe('anya');
    expect(last(day.shift)).toMatchObject({
      ...{ state: 'accepted', settledById: 'petr' },
      remarks: [
        { kind: 'remark', text: 'лаг не упомянут' },
        { kind: 'second-acceptance', text: 'SM-a: пишу письмо', byId: 'head' },
      ],
    });
    expect(day.tries(accept([late]), petr)).toBe('handover-accepted');
    // The same once more has no news, unless there is one.
    expect(day.tries(accept([late], { remarks }), head)).toBe('handover-accepted');
    const more = [{ ...remarks[0], id: 'r2', kind: 'remark' as const, text: 'и роутер' }];
    day.does(accept([late], { remarks: more }), head);
    expect(last(day.shift)?.remarks.map(({ text }) => text)).toEqual([
      ...['лаг не упомянут', 'SM-a: пишу письмо', 'и роутер'],
    ]);
  });

  it('is for another lead or the head, never for who handed it over or for an engineer', () => {
    day.does(submit([]));
    expect(day.tries(accept([]), vera)).toBe('own-handover');
    expect(day.tries(accept([]), anya)).toBe('not-permitted');
    expect(day.tries(accept([]), head)).toBe('ok');
  });

  it('is not for the lead of the shift whose deputy submitted it', () => {
    day.does(submit([]), petr);
    expect(day.tries(accept([]), vera)).toBe('own-handover');
  });
});
