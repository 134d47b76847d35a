import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../support/desk.ts';
import { contextOf, figuresOf, kOfN, Life, minutesOf, shiftStart } from '../../support/figures.ts';
import { deskWith } from '../../support/sla-desk.ts';

describe('how long it took', () => {
  it('counts to the first word of a person, and to the second where we wrote first', () => {
    const lives = [
      new Life('a', '9:00').hears('9:00').says('9:20').says('9:50'),
      new Life('b', '9:00').says('9:00').hears('9:30').says('9:45'),
      new Life('c', '7:00').hears('7:00').says('8:10'),
      new Life('d', '19:00').hears('19:00').says('20:00'),
      new Life('e', '9:00').says('9:00'),
    ];
    // a 20, b 45 (its first message opened it), c 70 although it came before; d is the next shift's.
    expect(minutesOf('first-response', lives)).toEqual([20, 45, 70]);
  });

  it('does not take a held back message for an answer', () => {
    const life = new Life('a', '9:00').hears('9:00').says('9:10');
    const entry = life.events.at(-1)?.fact;
    const entryId = entry?.type === 'entry-added' ? entry.entry.id : '';
    const reason = 'customer-wrote';
    life.add('9:10', { type: 'message-withheld', entryId, reason, authorId: 'anya' });
    expect(minutesOf('first-response', [life])).toEqual([]);
    life.add('9:40', { type: 'message-released', entryId, how: 'sent' });
    expect(minutesOf('first-response', [life])).toEqual([40]);
  });

  it('counts on a line from accepting to the first deed there', () => {
    const life = new Life('a', '9:00')
      .says('9:05')
      .isHanded('10:00', '1', '2')
      .moves('10:00', '1', '2')
      .add('10:30', { type: 'handover-accepted', handoverId: 'h' })
      .notes('10:45')
      .says('11:30');
    // Line 2 accepted at 10:30 and wrote a note at 10:45; the word of line 1 is not its own.
    expect(minutesOf('first-response', [life], contextOf({ line: '2' }))).toEqual([15]);
    expect(minutesOf('first-response', [life], contextOf({ line: '1' }))).toEqual([5]);
  });

  it('wants an answer, and no note, of the line where the ticket began', () => {
    const lives = [
      new Life('a', '9:00').hears('9:00').notes('9:01').says('9:40'),
      // The third line may not write to customers: its first deed counts.
      new Life('b', '9:00', { line: '3' }).notes('9:10'),
    ];
    expect(minutesOf('first-response', lives, contextOf({ line: '1' }))).toEqual([40]);
    expect(minutesOf('first-response', lives, contextOf({ line: '3' }))).toEqual([10]);
  });

  it('counts each stay on a line from what was accepted in it', () => {
    const life = new Life('a', '9:00', { line: '2' })
      .says('9:10')
      .moves('9:30', '2', '1')
      .isHanded('10:00', '1', '2')
      .moves('10:00', '1', '2')
      .add('10:30', { type: 'handover-accepted', handoverId: 'h' })
      .notes('10:50');
    // 9:00–9:10 where it began, 10:30–10:50 when it came back.
    expect(minutesOf('first-response', [life], contextOf({ line: '2' }))).toEqual([10, 20]);
  });

  it('counts an answer of the same moment to a customer who wrote first', () => {
    const lives = [new Life('a', '9:00').hears('9:00').says('9:00').says('9:50')];
    expect(minutesOf('first-response', lives)).toEqual([0]);
  });

  it('takes a ticket for taken when somebody has it and it is in work', () => {
    const lives = [
      new Life('a', '9:00')
        .add('9:05', { type: 'assigned', personId: 'anya', reason: 'routing:mail' })
        .becomes('9:30', 'open'),
      new Life('b', '9:00').isTaken('9:10'),
      new Life('c', '9:00').becomes('9:10', 'open'),
    ];
    // A route alone works on nothing: a 30, b 10; nobody has c.
    expect(minutesOf('reaction', lives)).toEqual([10, 30]);
  });

  it('leaves out of the time to solution only what we waited for the customer', () => {
    const life = new Life('a', '9:00')
      .becomes('9:30', 'waiting-customer')
      .becomes('11:30', 'open')
      .becomes('12:00', 'waiting-third-party')
      .becomes('13:00', 'open')
      .becomes('13:30', 'resolved');
    // 4 h 30 less 2 h; the vendor's hour is ours.
    expect(minutesOf('lead-time', [life])).toEqual([150]);
  });

  it('counts to the last solution of the period, and while it lay solved only there', () => {
    const life = new Life('a', '9:00')
      .becomes('10:00', 'resolved')
      .comesBack('12:00')
      .becomes('13:00', 'resolved');
    // To 13:00 four hours; the customer waited for us 9–10 and 12–13.
    expect(minutesOf('lead-time', [life])).toEqual([240]);
    expect(minutesOf('requester-wait', [life])).toEqual([120]);
  });

  it('counts also in the working time of the policy, where that is shorter', () => {
    const desk = deskWith([{ calendar: 'office' }]);
    const lives = [new Life('a', shiftStart - 13 * hour).becomes('10:00', 'resolved')];
    // Tuesday 19:00 to Wednesday 10:00: 15 hours, one of them after nine.
    const [figure] = figuresOf('lead-time', lives, contextOf({}, { desk }));
    expect(figure?.duration?.median).toBe(15 * hour);
    expect(figure?.business?.median).toBe(hour);
  });

  it('has no twin in working time where the calendar never closes', () => {
    const lives = [new Life('a', '9:00').becomes('10:00', 'resolved')];
    expect(figuresOf('lead-time', lives)[0]?.business).toBeNull();
  });

  it('sums up the time written down in closed tickets', () => {
    const lives = [
      new Life('a', '9:00')
        .logs('9:30', 10 * minute)
        .logs('9:40', 5 * minute)
        .becomes('10:00', 'closed'),
      new Life('b', '9:00').logs('9:30', 7 * minute),
      new Life('c', '9:00').becomes('10:00', 'closed'),
    ];
    // a 15 minutes; b is not closed, for c nobody wrote any down.
    expect(minutesOf('handling', lives)).toEqual([15]);
  });

  it('counts outages of providers, mass incidents and P1 until they were restored', () => {
    const lives = [
      new Life('a', '9:00', { kind: 'provider-outage' }).becomes('10:00', 'resolved'),
      new Life('b', '9:00')
        .add('9:10', { type: 'children-gathered', childIds: ['c'], reason: '' })
        .becomes('9:30', 'resolved'),
      new Life('c', '9:00', { priority: 'P1' }).becomes('11:00', 'resolved'),
      new Life('d', '9:00').becomes('11:00', 'resolved'),
      new Life('e', '9:00', { priority: 'P1', kind: 'request' }).becomes('9:05', 'resolved'),
    ];
    expect(minutesOf('outage-duration', lives)).toEqual([30, 60, 120]);
    expect(kOfN('outage-duration', lives)).toBe(`${210 * minute} of 3`);
  });
});
