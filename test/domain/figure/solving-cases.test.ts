import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '../../support/desk.ts';
import { contextOf, figuresOf, kOfN, Life, shiftStart } from '../../support/figures.ts';

const yesterday = shiftStart - 20 * hour;
const later = contextOf({}, { now: shiftStart + 30 * day });

describe('how it was solved', () => {
  it('calls it the first contact when the customer wrote once and it stayed where it was', () => {
    const done = (life: Life) => life.becomes('12:00', 'resolved').becomes('13:00', 'closed');
    const lives = [
      done(new Life('a', '9:00').hears('9:00')),
      done(new Life('b', '9:00').hears('9:00').hears('10:00')),
      done(new Life('c', '9:00').hears('9:00').moves('10:00', '1', '2')),
      done(new Life('d', '9:00').hears('9:00')).comesBack(shiftStart + 2 * day),
      done(new Life('e', '9:00').hears('9:00')).comesBack(shiftStart + 9 * day),
    ];
    // b wrote twice, c was passed on, d came back on the second day; e after the seventh: a and e.
    expect(kOfN('fcr', lives, later)).toBe('2 of 5');
  });

  it('calls nothing the first contact, or one touch, that came back before it was closed', () => {
    const life = new Life('a', '9:00')
      .hears('9:00')
      .says('9:30')
      .becomes('9:30', 'resolved')
      .comesBack('10:00')
      .becomes('11:00', 'resolved')
      .becomes('12:00', 'closed');
    // Returned on the phone: one letter, one answer, and yet two solutions.
    expect(kOfN('fcr', [life], later)).toBe('0 of 1');
    expect(kOfN('one-touch', [life], later)).toBe('0 of 1');
  });

  it('calls it one touch when the line wrote once', () => {
    const lives = [
      new Life('a', '9:00')
        .says('9:30')
        .moves('10:00', '1', '2')
        .says('11:00')
        .becomes('11:00', 'resolved'),
      new Life('b', '9:00').says('9:30').says('10:00').becomes('10:00', 'resolved'),
      new Life('c', '9:00').says('9:30').becomes('9:30', 'resolved').comesBack('12:00'),
    ];
    // Line 2 solved a with its one message; b took two; c came back.
    expect(kOfN('one-touch', lives, later)).toBe('1 of 3');
  });

  it('knows what never left the first line', () => {
    const lives = [
      new Life('a', '9:00').becomes('10:00', 'closed'),
      new Life('b', '9:00')
        .moves('9:30', '1', '2')
        .moves('9:40', '2', '1')
        .becomes('10:00', 'closed'),
      new Life('c', '9:00', { line: '2' }).becomes('10:00', 'closed'),
    ];
    expect(kOfN('first-line-closed', lives)).toBe('1 of 3');
  });

  it('may solve more than came', () => {
    const lives = [
      new Life('a', yesterday).becomes('9:00', 'resolved'),
      new Life('b', yesterday).becomes('9:00', 'resolved'),
      new Life('c', '9:00'),
    ];
    expect(kOfN('resolved-share', lives)).toBe('2 of 1');
  });

  it('counts for each line what it solved of what it got', () => {
    const lives = [
      new Life('a', '9:00').moves('9:30', '1', '2').becomes('10:00', 'resolved'),
      new Life('b', '9:00').becomes('10:00', 'resolved'),
      new Life('c', yesterday).moves('9:00', '1', '2'),
    ];
    // Line 1 got a and b and solved b; line 2 got a and c and solved a.
    const figures = figuresOf('solved-by-line', lives);
    expect(figures.map(({ of, numerator, denominator }) => [of, numerator, denominator])).toEqual([
      ...[
        ['1', 1, 2],
        ['2', 1, 2],
      ],
    ]);
  });

  it('knows which critical incidents we saw before the customer', () => {
    const critical = { priority: 'P1', channel: 'monitoring' } as const;
    const lives = [
      new Life('a', '9:00', critical).isTaken('9:02').hears('9:10'),
      new Life('b', '9:00', critical).hears('9:01').isTaken('9:02'),
      new Life('c', '9:00', { priority: 'P1', channel: 'call' }).isTaken('9:01'),
      new Life('d', '9:00', critical).isTaken('9:02'),
      new Life('e', '9:00', critical),
      new Life('f', '9:00').isTaken('9:01'),
    ];
    // a and d; b wrote first, c called, nobody took e, f is not critical.
    expect(kOfN('proactive', lives)).toBe('2 of 5');
  });
});

describe('how it was passed on', () => {
  it('counts a closed ticket as passed up when it ever was, and as bounced from two changes on', () => {
    const lives = [
      new Life('a', '9:00').moves('9:30', '1', '2').becomes('10:00', 'closed'),
      new Life('b', '9:00', { line: '2' }).moves('9:30', '2', '1').becomes('10:00', 'closed'),
      new Life('c', '9:00')
        .moves('9:30', '1', '2')
        .moves('9:40', '2', '1')
        .becomes('10:00', 'closed'),
      new Life('d', '9:00').moves('9:30', '1', '2'),
    ];
    // Up: a and c; d is not closed. Two changes: c.
    expect(kOfN('escalated', lives)).toBe('2 of 3');
    expect(kOfN('bounced', lives)).toBe('1 of 3');
  });

  it('counts what a line accepted of what it accepted or sent back', () => {
    const passed = (id: string) => new Life(id, '9:00').isHanded('9:30', '1', '2');
    const lives = [
      passed('a').add('9:40', { type: 'handover-accepted', handoverId: 'h' }),
      passed('b').add('9:40', { type: 'handover-returned', handoverId: 'h', missing: 'логи' }),
      passed('c'),
    ];
    expect(kOfN('escalation-accuracy', lives)).toBe('1 of 2');
    expect(kOfN('escalation-accuracy', lives, contextOf({ line: '3' }))).toBe('0 of 0');
  });

  it('counts returns by the day of the solution', () => {
    const lives = [
      new Life('a', '9:00').becomes('10:00', 'resolved').comesBack(shiftStart + 3 * day),
      new Life('b', '9:00').becomes('10:00', 'resolved'),
      // Solved yesterday: its return today is yesterday's.
      new Life('c', yesterday).becomes(yesterday + hour, 'resolved').comesBack('11:00'),
    ];
    expect(kOfN('returned', lives, later)).toBe('1 of 2');
  });

  it('counts a return also when it was solved anew in the same period', () => {
    const lives = [
      new Life('a', '9:00')
        .becomes('10:00', 'resolved')
        .comesBack('11:00')
        .becomes('12:00', 'resolved'),
      new Life('b', '9:00').becomes('10:00', 'resolved'),
    ];
    // Two tickets were solved, and a came back once: its second solution takes nothing away.
    expect(kOfN('returned', lives, later)).toBe('1 of 2');
  });

  it('counts the third return when it comes', () => {
    const life = new Life('a', yesterday);
    for (const [index, time] of ['9:00', '11:00', '13:00'].entries()) {
      life.becomes(time, 'resolved').comesBack(shiftStart + (2 * index + 2) * hour, index + 1);
    }
    const lives = [life, new Life('b', '9:00').becomes('10:00', 'resolved').comesBack('11:00')];
    expect(kOfN('third-returns', lives)).toBe('1 of 2');
  });
});

describe('work', () => {
  it('counts a conversation once a day for each who wrote in it', () => {
    const lives = [
      new Life('a', '9:00').says('9:10').says('9:20').says('10:00', 'oleg'),
      new Life('b', '9:00').says('9:30'),
      new Life('c', '9:00').notes('9:30'),
    ];
    // Anya: a and b; Oleg: a. Three conversations on two days of people.
    expect(kOfN('load', lives)).toBe('3 of 2');
  });

  it('counts a night over two days as two', () => {
    const night = contextOf({ from: shiftStart + 12 * hour, to: shiftStart + 24 * hour });
    const lives = [new Life('a', '20:30').says('23:30').says(shiftStart + 17 * hour)];
    expect(kOfN('load', lives, night)).toBe('2 of 2');
  });

  it('counts no customer for what was done for none', () => {
    const lives = [
      new Life('a', '8:30').logs('9:00', 20 * minute),
      new Life('b', '8:30', { customerId: null }).logs('9:00', 10 * minute),
    ];
    expect(kOfN('time-per-customer', lives)).toBe(`${20 * minute} of 1`);
  });

  it('sums up time for each customer, and money by currency', () => {
    const spend = { byId: 'anya', at: shiftStart + hour, reason: '', approvedById: null };
    const lives = [
      new Life('a', '8:30')
        .logs('9:00', 20 * minute)
        .add('9:00', { type: 'spent', spend: { ...spend, amount: 300, currency: 'RUB' } }),
      new Life('b', '8:30').logs('9:00', 10 * minute),
      new Life('c', '8:30', { customerId: 'vega' })
        .logs('9:00', 30 * minute)
        .add('9:00', { type: 'spent', spend: { ...spend, amount: 12.5, currency: 'USD' } }),
    ];
    // An hour for two customers.
    expect(kOfN('time-per-customer', lives)).toBe(`${hour} of 2`);
    const money = figuresOf('spend', lives).map(({ of, numerator }) => [of, numerator]);
    expect(money).toEqual([
      ...[
        ['RUB', 300],
        ['USD', 12.5],
      ],
    ]);
  });
});
