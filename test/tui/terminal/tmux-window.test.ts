import { describe, expect, test } from 'vitest';
import { typeInWindow } from '../../../src/tui/terminal/tmux-window.ts';

const inTmux = { TMUX: '/tmp/tmux-1000/default,1,0' };

/** A tmux that remembers what it was asked for. */
function tmux(answers: readonly { code: number; output: string }[]) {
  const asked: (readonly string[])[] = [];
  const run = async (command: string, args: readonly string[]) => {
    asked.push([command, ...args]);
    return answers[asked.length - 1] ?? { code: 1, output: '' };
  };
  return { asked, run };
}

describe('a window of tmux', () => {
  test('gets the name of the ticket and the command typed, not run', async () => {
    const { asked, run } = tmux([
      { code: 0, output: '%7\n' },
      { code: 0, output: '' },
    ]);
    const command = "ssh root@10.0.0.7 'df -h'";
    expect(await typeInWindow('SM-1', command, { env: inTmux, run })).toBe('typed');
    expect(asked).toEqual([
      ['tmux', 'new-window', '-P', '-F', '#{pane_id}', '-n', 'SM-1'],
      ['tmux', 'send-keys', '-t', '%7', '-l', '--', command],
    ]);
  });

  test('keeps the semicolon at the end of a command for the shell', async () => {
    const { asked, run } = tmux([
      { code: 0, output: '%7' },
      { code: 0, output: '' },
    ]);
    await typeInWindow('SM-1', 'date; uptime;', { env: inTmux, run });
    expect(asked[1]?.at(-1)).toBe('date; uptime\\;');
  });

  test('is not there outside of tmux, and what tmux does not do is said', async () => {
    const { asked, run } = tmux([]);
    expect(await typeInWindow('SM-1', 'date', { env: {}, run })).toBe('no-tmux');
    expect(asked).toEqual([]);
    expect(await typeInWindow('SM-1', 'date', { env: inTmux, run })).toBe('failed');
    const odd = tmux([{ code: 0, output: 'no server' }]);
    expect(await typeInWindow('SM-1', 'date', { env: inTmux, run: odd.run })).toBe('failed');
  });
});
