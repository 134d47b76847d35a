import { describe, expect, test } from 'vitest';
import type { Env } from '../../../src/tui/terminal/capabilities.ts';
import { clipboardSequence, copyText, type Run } from '../../../src/tui/terminal/copy-text.ts';
import { notifySequence } from '../../../src/tui/terminal/notify.ts';
import { RESTORE_SEQUENCE } from '../../../src/tui/terminal/restore-terminal.ts';
import { titleSequence } from '../../../src/tui/terminal/title.ts';

const SSH: Env = { SSH_TTY: '/dev/pts/1' };
const TMUX: Env = { TMUX: '/tmp/tmux' };

/** A desk with the named programs installed; notes what was run and written. */
function desk(env: Env, installed: readonly string[] = [], platform: NodeJS.Platform = 'linux') {
  const ran: { command: string; input: string | Uint8Array }[] = [];
  const written: string[] = [];
  const run: Run = async (command, _args, input) => {
    if (!installed.includes(command)) throw new Error('ENOENT');
    ran.push({ command, input });
    return { code: 0 };
  };
  const copy = (text: string) =>
    copyText(text, { env, platform, run, write: (sequence) => written.push(sequence) });
  return { copy, ran, written };
}

describe('copying', () => {
  test('at the own machine the native tool is used', async () => {
    const { copy, ran, written } = desk({ WAYLAND_DISPLAY: 'w', DISPLAY: ':0' }, [
      'wl-copy',
      'xclip',
    ]);
    expect(await copy('Добрый день')).toEqual({ ok: true, via: 'native' });
    expect(ran).toEqual([{ command: 'wl-copy', input: 'Добрый день' }]);
    expect(written).toEqual([]);
  });

  test('a missing tool gives way to the next, then to the terminal', async () => {
    expect(await desk({ WAYLAND_DISPLAY: 'w', DISPLAY: ':0' }, ['xsel']).copy('а')).toEqual({
      ok: true,
      via: 'native',
    });
    const { copy, written } = desk({ DISPLAY: ':0' });
    expect(await copy('да')).toEqual({ ok: true, via: 'osc52' });
    expect(written).toEqual(['\u001b]52;c;0LTQsA==\u0007']);
  });

  test('over ssh the terminal is asked and the remote clipboard is left alone', async () => {
    const { copy, ran } = desk({ ...SSH, DISPLAY: ':10' }, ['xclip']);
    expect(await copy('да')).toEqual({ ok: true, via: 'osc52' });
    expect(ran).toEqual([]);
  });

  test('in tmux over ssh tmux passes it on, an old tmux gets the wrapped sequence', async () => {
    expect(await desk({ ...SSH, ...TMUX }, ['tmux']).copy('да')).toEqual({ ok: true, via: 'tmux' });
    const { copy, written } = desk({ ...SSH, ...TMUX });
    expect(await copy('да')).toEqual({ ok: true, via: 'osc52' });
    expect(written).toEqual(['\u001bPtmux;\u001b\u001b]52;c;0LTQsA==\u0007\u001b\\']);
  });

  test('a text over the cap is refused, not cut', async () => {
    const { copy, written } = desk(SSH);
    expect(await copy('я'.repeat(40_000))).toEqual({
      ok: false,
      via: 'osc52',
      reason: 'too-large',
    });
    expect(written).toEqual([]);
    expect(clipboardSequence('a'.repeat(56_244))).not.toBeNull();
    expect(clipboardSequence('a'.repeat(56_247))).toBeNull();
  });

  test('Windows gets UTF-16, controls are made visible, nothing is not copied', async () => {
    const { copy, ran } = desk({}, ['clip.exe'], 'win32');
    await copy('да\u001b');
    expect(Buffer.from(ran[0]?.input ?? '').toString('utf16le')).toBe('\ufeffда␛');
    expect(await copy('')).toEqual({ ok: false, via: 'native', reason: 'empty' });
  });
});

describe('notifications', () => {
  const note = { title: 'SM-1042; P1', body: 'почта\u0007\u001b]52;c;x' };

  test.each<[string, Parameters<typeof notifySequence>[1], Env, string]>([
    [
      'kitty',
      'auto',
      { TERM: 'xterm-kitty' },
      '\u001b]777;notify;SM-1042, P1;почта␇␛]52,c,x\u0007',
    ],
    ['iTerm2', 'auto', { TERM_PROGRAM: 'iTerm.app' }, '\u001b]9;SM-1042, P1: почта␇␛]52,c,x\u0007'],
    ['VS Code', 'auto', { TERM_PROGRAM: 'vscode' }, '\u0007'],
    ['chosen bell', 'bell', { TERM: 'xterm-kitty' }, '\u0007'],
    ['off', 'off', TMUX, ''],
    [
      'tmux',
      'osc9',
      TMUX,
      '\u001bPtmux;\u001b\u001b]9;SM-1042, P1: почта␇␛]52,c,x\u0007\u001b\\\u0007',
    ],
  ])('%s', (_name, method, env, sequence) => {
    expect(notifySequence(note, method, env)).toBe(sequence);
  });
});

test('a window title cannot carry a sequence', () => {
  expect(titleSequence('Смена\u0007\u001b[2J')).toBe('\u001b]2;Смена␇␛[2J\u0007');
});

test('a crash leaves the alternate screen, shows the cursor and ends paste mode', () => {
  for (const mode of ['?1049l', '?25h', '?2004l', '?2026l'])
    expect(RESTORE_SEQUENCE).toContain(mode);
});
