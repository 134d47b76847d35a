import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(async () => {
  desk = new CliDesk();
  await desk.run(['new', '--subject', 'Касса', '--customer', 'Ромашка']);
});
afterEach(() => desk.close());

const words = 'То, что жалко потерять';

describe('what a refused command was told', () => {
  it.each([
    ['return', 'SM-1', '--reason', words],
    ['brief', 'SM-1', '--waive', '--reason', words],
    ['ask', 'SM-1', '--question', 'Что?', '--why', words, '--due', 'вчера'],
    ['escalate', 'SM-1', '--to', '5', '--seen', 'а', '--reason', words],
    ['spend', 'SM-1', '5', '--reason', words],
    ['watch', 'SM-9', '--what', words],
    ['time', 'SM-9', '5m', '--note', words],
    ['box', 'SM-9', 'add', words],
    ['details', 'SM-1', '--set', `nowhere=${words}`],
    ['mass', 'message', 'SM-1', '--text', `${words} {{ nobody }}`],
    ['new', '--subject', 'Спам', '--off-topic', words, '--line', '5'],
    ['customer', 'asset', 'Никто', 'Касса', '--about', words],
  ])('is given back: %s', async (...line) => {
    const plain = await desk.run(line);
    expect(plain.code).not.toBe(0);
    expect(plain.err).toContain(words);
    expect((await desk.refused(line)).text).toContain(words);
  });

  it('leaves nobody behind who was named for the first time', async () => {
    const as = ['--as', 'Наблюдатель'];
    await desk.run(['person', 'list', ...as]);
    await desk.run(['person', 'set', 'Наблюдатель', '--role', 'read-only']);
    const line = ['set', 'SM-1', '--customer', 'Левая', '--contact', 'Никто', ...as];
    expect((await desk.refused(line)).code).toBe('role-reads-only');
    expect((await desk.run(['customer', 'list'])).out).toBe('Ромашка\n');
  });

  it('says in words why a file is not taken in', async () => {
    await desk.run(['person', 'list', '--as', 'Наблюдатель']);
    await desk.run(['person', 'set', 'Наблюдатель', '--role', 'read-only']);
    const as = ['--as', 'Наблюдатель'];
    for (const line of [
      ['import', 'mail', 'letters'],
      ['import', 'csv', 'tickets.csv'],
      ['kb', 'import', 'articles'],
      ['kb', 'forget'],
    ]) {
      const refused = await desk.refused([...line, ...as]);
      expect([refused.exit, refused.code]).toEqual([3, 'role-reads-only']);
    }
  });
});
