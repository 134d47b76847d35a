import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../util/user-error.ts';
import type { Session } from './session.ts';

const WORD = /"([^"]*)"|'([^']*)'|(\S+)/g;

/** Opens a file in the person's editor and waits for it. Throws a UserError when that fails. */
export async function editFile({ io, options }: Session, path: string): Promise<void> {
  if (options.input === false) throw new UserError('no-input', { path });
  const line = [io.env['VISUAL'], io.env['EDITOR']].find((value) => (value ?? '').trim() !== '');
  const words = [...(line ?? 'vi').matchAll(WORD)].map(([, a, b, c]) => a ?? b ?? c ?? '');
  const [command = 'vi', ...args] = words;
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, '{}\n', { mode: 0o600 });
  }
  const code = await new Promise<number>((done) => {
    const child = spawn(command, [...args, path], { stdio: 'inherit' });
    child.on('error', () => done(1));
    child.on('exit', (status) => done(status ?? 1));
  });
  if (code !== 0) throw new UserError('editor-failed', { path });
}
