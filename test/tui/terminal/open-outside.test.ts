import { expect, test } from 'vitest';
import { openerOf, openOutside } from '../../../src/tui/terminal/open-outside.ts';

test.each([
  ['a Linux desktop', { DISPLAY: ':0' }, 'linux', 'xdg-open'],
  ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 'xdg-open'],
  ['WSL', { WSL_DISTRO_NAME: 'Ubuntu' }, 'linux', 'explorer.exe'],
  ['a Mac', {}, 'darwin', 'open'],
  ['Windows', {}, 'win32', 'explorer.exe'],
  ['a machine without a screen', {}, 'linux', undefined],
  ['ssh with a forwarded screen', { DISPLAY: ':10', SSH_TTY: '/dev/pts/1' }, 'linux', undefined],
  ['ssh to a Mac', { SSH_CONNECTION: '1 2 3 4' }, 'darwin', undefined],
] as const)('on %s', (_, env, platform, command) => {
  expect(openerOf('https://example.test/', env, platform)?.command).toBe(command);
});

test('the target is one argument, never a shell line', async () => {
  const started: unknown[] = [];
  const start = async (command: string, args: readonly string[]) => {
    started.push([command, ...args]);
  };
  const tools = { env: { DISPLAY: ':0' }, platform: 'linux', start } as const;
  expect(await openOutside('https://a.test/?a=1&b=$(x)', tools)).toBe(true);
  expect(started).toEqual([['xdg-open', 'https://a.test/?a=1&b=$(x)']]);
});

test('a missing program is no failure of ours', async () => {
  const start = () => Promise.reject(new Error('ENOENT'));
  expect(await openOutside('x', { env: {}, platform: 'darwin', start })).toBe(false);
});
