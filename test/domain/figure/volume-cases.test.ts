import { describe, expect, it } from 'vitest';
import { hour } from '../../support/desk.ts';
import { contextOf, figuresOf, kOfN, Life, shiftStart } from '../../support/figures.ts';

const yesterday = shiftStart - 20 * hour;

describe('how much came and went', () => {
  it('counts requests by the moment they came, and by channel', () => {
    const lives = [
      new Life('a', yesterday),
      new Life('b', '8:00'),
      new Life('c', '12:00', { channel: 'chat' }),
      new Life('d', '19:59'),
      new Life('e', '20:00'),
      new Life('f', '12:00', { isAutomatic: true }),
    ];
    // a came before; 20:00 is the next shift's; f came by itself: b, c and d remain, one of them a chat.
    const figures = figuresOf('requests', lives);
    expect(figures.map(({ of, numerator }) => [of, numerator])).toEqual([
      ...[
        [null, 3],
        ['chat', 1],
        ['mail', 2],
      ],
    ]);
  });

  it('counts for a line what came to it, also when it was handed on', () => {
    const lives = [
      new Life('a', '9:00').moves('10:00', '1', '2'),
      new Life('b', yesterday).moves('11:00', '1', '2'),
      new Life('c', '9:00', { line: '2' }).moves('9:30', '2', '3'),
    ];
    // Line 2 got a at 10:00, b at 11:00 and c at 9:00.
    expect(kOfN('requests', lives, contextOf({ line: '2' }))).toBe('3 of 3');
    expect(kOfN('requests', lives, contextOf({ line: '1' }))).toBe('1 of 1');
  });

  it('counts a ticket that was solved and closed twice once', () => {
    const lives = [
      new Life('a', '8:30')
        .becomes('9:00', 'resolved')
        .becomes('9:10', 'closed')
        .comesBack('10:00')
        .becomes('11:00', 'resolved')
        .becomes('11:05', 'closed'),
      new Life('b', '9:00').becomes('9:30', 'resolved'),
    ];
    // Both were solved, only a is closed.
    expect([kOfN('resolved', lives), kOfN('closed', lives)]).toEqual(['2 of 2', '1 of 1']);
  });

  it('takes a merged ticket for neither solved nor closed', () => {
    const lives = [new Life('a', '9:00').becomes('9:30', 'merged')];
    expect([kOfN('resolved', lives), kOfN('backlog', lives)]).toEqual(['0 of 0', '0 of 0']);
  });

  it('rebuilds the open tickets of the end of the period, whatever happened since', () => {
    const lives = [
      new Life('a', yesterday),
      new Life('b', '9:00').becomes('19:00', 'resolved'),
      new Life('c', '9:00').becomes('21:00', 'resolved'),
      new Life('d', '20:30'),
    ];
    // At 20:00 a waits since yesterday, c was solved an hour later, d was not there yet.
    expect(kOfN('backlog', lives)).toBe('2 of 2');
  });

  it('makes a net flow of what came or came back less what was solved', () => {
    const lives = [
      new Life('a', '9:00'),
      new Life('b', '9:00').becomes('10:00', 'resolved'),
      new Life('c', yesterday).becomes('8:30', 'resolved'),
      new Life('d', yesterday).becomes(yesterday + hour, 'resolved').comesBack('12:00'),
    ];
    // In: a, b, d come back. Out: b, c. Three less two.
    expect(kOfN('net-flow', lives)).toBe('1 of 3');
  });

  it('knows what was registered and solved in one go', () => {
    const lives = [
      new Life('a', '9:00').becomes('9:00', 'resolved'),
      new Life('b', '9:00').becomes('9:05', 'resolved'),
      new Life('c', '9:00', { status: 'closed', importId: 'run', updatedAt: shiftStart + hour }),
    ];
    // b took five minutes; c was imported: what it once took nobody knows.
    expect(kOfN('closed-at-once', lives)).toBe('1 of 3');
  });

  it('knows what was none of ours, of all that was closed', () => {
    const lives = [
      new Life('a', '9:00')
        .add('9:10', { type: 'closed-off-topic', reason: 'не к нам' })
        .becomes('9:10', 'closed'),
      new Life('b', '9:00').becomes('10:00', 'closed'),
      new Life('c', '9:00'),
    ];
    expect(kOfN('off-topic', lives)).toBe('1 of 2');
  });
});
