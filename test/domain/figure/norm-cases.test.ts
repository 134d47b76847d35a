import { describe, expect, it } from 'vitest';
import { hour } from '../../support/desk.ts';
import { clock, contextOf, figuresOf, kOfN, Life, shiftStart } from '../../support/figures.ts';
import { deskWith } from '../../support/sla-desk.ts';

const solveOnly = deskWith([{ firstAnswer: { default: null }, resolve: { default: 4 * hour } }]);
const answerOnly = deskWith([{ firstAnswer: { default: hour }, resolve: { default: null } }]);

describe('deadlines', () => {
  it('are met when they were met, and missed when they were due', () => {
    const lives = [
      new Life('a', '9:00').hears('9:00').says('9:30'),
      new Life('b', '9:00').hears('9:00').misses('10:00', 'first-answer').says('11:00'),
      // Due at 20:30: whether it is kept becomes known in the next shift.
      new Life('c', '19:30').hears('19:30').misses('20:30', 'first-answer').says('21:00'),
      new Life('d', '7:30').hears('7:30').says('8:05'),
    ];
    const context = contextOf({}, { desk: answerOnly });
    // Met: a and d. Missed: b. c belongs to the night.
    expect(kOfN('sla-met', lives, context)).toBe('2 of 3');
    expect(kOfN('answered-in-norm', lives, context)).toBe('2 of 3');
    expect(kOfN('unanswered', lives, context)).toBe('1 of 3');
  });

  it('are missed at once when a running one is late, whether anybody has kept that or not', () => {
    const lives = [new Life('a', '9:00').hears('9:00')];
    const at = (time: string | number) => {
      const now = typeof time === 'number' ? time : 0;
      return kOfN('unanswered', lives, contextOf({}, { desk: answerOnly, now }));
    };
    // Due at 10:00 sharp; late is strictly after it.
    expect(at(shiftStart + 2 * hour)).toBe('0 of 0');
    expect(at(shiftStart + 2 * hour + 1)).toBe('1 of 1');
  });

  it('count each solution, and what was missed once only', () => {
    const lives = [
      new Life('a', '9:00')
        .becomes('10:00', 'resolved')
        .comesBack('11:00')
        .becomes('12:00', 'resolved'),
      new Life('b', '8:00')
        .misses('12:00', 'resolve')
        .becomes('13:00', 'resolved')
        .comesBack('14:00')
        .becomes('15:00', 'resolved'),
    ];
    const figures = figuresOf('sla-met', lives, contextOf({}, { desk: solveOnly }));
    // a was solved in time twice; b was late once, and coming back makes it neither late nor in time.
    expect(figures.map(({ of, numerator, denominator }) => [of, numerator, denominator])).toEqual([
      ...[
        [null, 2, 3],
        ['resolve', 2, 3],
      ],
    ]);
  });

  it('count once when the priority changed between', () => {
    const lives = [
      new Life('a', '9:00').misses('10:00', 'resolve').misses('13:00', 'resolve'),
      new Life('b', '9:00')
        .misses('10:00', 'resolve')
        .becomes('11:00', 'resolved')
        .comesBack('12:00')
        .misses('14:00', 'resolve'),
    ];
    // Missed as P1, a was due once more as P3: one ticket, one miss. b came back already late.
    expect(kOfN('sla-met', lives, contextOf({}, { desk: solveOnly }))).toBe('0 of 2');
  });

  it('of a solution run on from the registration when it comes back', () => {
    const life = new Life('a', '9:00').becomes('10:00', 'resolved').comesBack('11:00');
    const at = (now: number) =>
      kOfN('sla-met', [life], contextOf({}, { desk: solveOnly, now: shiftStart + now }));
    // Four hours from 9:00 without the hour that it lay solved: due at 14:00, not at 15:00.
    expect(at(6 * hour)).toBe('1 of 1');
    expect(at(6 * hour + 1)).toBe('1 of 2');
  });

  it('of tickets that lived elsewhere count from the day they came', () => {
    const came = (time: string | number, more: object) => {
      const cameAt = shiftStart + 4 * hour;
      return new Life(`came-${time}`, time, { importId: 'run', cameAt, ...more });
    };
    const yesterday = shiftStart - 20 * hour;
    const lives = [
      // Solved there in time, solved there too late, and late when it came here at 12:00.
      came('8:30', { status: 'closed', updatedAt: shiftStart + hour }),
      came(yesterday, { status: 'closed', updatedAt: shiftStart + hour }),
      came(yesterday + 1, {}).becomes('13:00', 'resolved'),
      came(yesterday + 2, {}),
      // Due at 13:00 and at 14:00, when it was here.
      came('9:00', {}).becomes('12:30', 'resolved'),
      came('10:00', {}).misses('14:00', 'resolve').becomes('15:00', 'resolved'),
    ];
    expect(kOfN('sla-met', lives, contextOf({}, { desk: solveOnly }))).toBe('1 of 2');
  });

  it('of merged and off-topic tickets count nowhere', () => {
    const lives = [
      new Life('a', '9:00').says('9:05').becomes('9:10', 'merged'),
      new Life('b', '9:00')
        .says('9:05')
        .add('9:10', { type: 'closed-off-topic', reason: 'не к нам' })
        .becomes('9:10', 'closed'),
    ];
    expect(kOfN('sla-met', lives)).toBe('0 of 0');
  });

  it('of a customer who wrote again are met by the answer to the first of his words', () => {
    const desk = deskWith([
      { firstAnswer: { default: null }, reply: { default: hour }, resolve: { default: null } },
    ]);
    const lives = [
      new Life('a', '9:00').hears('9:00').hears('9:10').says('9:30').hears('10:00').says('10:20'),
    ];
    // Two waits, 9:00–9:30 and 10:00–10:20.
    expect(kOfN('sla-met', lives, contextOf({}, { desk }))).toBe('2 of 2');
  });

  it('of an outage are owed from word to word', () => {
    const lives = [
      new Life('a', '9:00', { kind: 'provider-outage' })
        .says('9:20')
        .says('9:45')
        .misses('10:15', 'outage-update')
        .says('10:30')
        .becomes('10:40', 'resolved'),
    ];
    // News at 9:20 and 9:45 in time; the half hour to 10:15 was missed.
    const news = figuresOf('sla-met', lives).find(({ of }) => of === 'outage-update');
    expect([news?.numerator, news?.denominator]).toEqual([2, 3]);
    expect(kOfN('updates-kept', lives)).toBe('2 of 3');
  });
});

describe('news that are waited for', () => {
  const newsAt = (life: Life, now: string) =>
    kOfN('updates-kept', [life], contextOf({}, { now: clock(now) }));

  it('of an outage are late as soon as their time is over', () => {
    const life = new Life('a', '9:00', { tags: ['outage'] }).says('9:20');
    // The word of 9:20 was in time; the next is owed by 9:50.
    expect(newsAt(life, '9:50')).toBe('1 of 1');
    expect(newsAt(life, '9:51')).toBe('1 of 2');
    // Kept as missed meanwhile it is the same one, and solved it is none.
    expect(newsAt(life.misses('9:50', 'outage-update'), '10:00')).toBe('1 of 2');
    const solved = new Life('b', '9:00', { tags: ['outage'] }).says('9:20');
    expect(newsAt(solved.becomes('9:40', 'resolved'), '10:00')).toBe('1 of 1');
  });

  it('of a vendor are owed while the vendor has it', () => {
    const life = new Life('a', shiftStart - 50 * hour)
      .says(shiftStart - 46 * hour)
      .becomes(shiftStart - 45 * hour, 'waiting-third-party');
    // Two days after the last word: 10:00.
    expect([newsAt(life, '10:00'), newsAt(life, '10:01')]).toEqual(['0 of 0', '0 of 1']);
    expect(newsAt(life.becomes('9:00', 'open'), '10:01')).toBe('0 of 0');
  });
});

describe('promises', () => {
  it('count when they were due, and moved ones where they were moved to', () => {
    const lives = [
      new Life('a', '9:00').promises('9:00', '10:00').settles('9:50', 'kept'),
      new Life('b', '9:00').promises('9:00', '11:00', 'call-back').settles('11:30', 'broken'),
      new Life('c', '9:00')
        .promises('9:00', '12:00')
        .settles('11:00', 'moved')
        .promises('11:00', '13:00')
        .settles('12:30', 'kept'),
      new Life('d', '9:00').promises('9:00', '14:00'),
      new Life('e', '9:00').promises('9:00', '20:30').settles('10:00', 'kept'),
    ];
    // Kept: a, c. Broken: b, and d, of whom nobody has said a word. e is due in the next shift.
    expect(kOfN('promises-kept', lives)).toBe('2 of 4');
    // Without the call-back of b.
    expect(kOfN('updates-kept', lives)).toBe('2 of 3');
  });

  it('are open while their time has not come', () => {
    const lives = [new Life('a', '9:00').promises('9:00', '14:00')];
    const now = shiftStart + 5 * hour;
    expect(kOfN('promises-kept', lives, contextOf({}, { now }))).toBe('0 of 0');
  });
});
