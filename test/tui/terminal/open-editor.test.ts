import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type EditorTools,
  editorOf,
  isNonBlocking,
  openEditor,
  type RunEditor,
} from '../../../src/tui/terminal/open-editor.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'smena-editor-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const tools = (run: RunEditor, editor = 'vim'): EditorTools => ({
  env: { EDITOR: editor },
  platform: 'linux',
  dir,
  run,
});
const fileOf = (args: readonly string[]): string => args.at(-1) ?? '';

test('the text goes to a private file, comes back edited, and the file is gone', async () => {
  const result = await openEditor(
    'Здравствуйте',
    tools(async (_command, args) => {
      expect((await stat(fileOf(args))).mode & 0o777).toBe(0o600);
      const text = await readFile(fileOf(args), 'utf8');
      await writeFile(fileOf(args), `\ufeff${text}!\r\nСпасибо\r\n`);
      return { code: 0 };
    }),
  );
  expect(result).toEqual({ ok: true, text: 'Здравствуйте!\nСпасибо' });
  expect(await readdir(dir)).toEqual([]);
});

test('a failed editor, a missing one and a lost file are told, and the text stays on disk', async () => {
  const failed = await openEditor(
    'текст',
    tools(async () => ({ code: 1 })),
  );
  expect(failed).toMatchObject({ ok: false, reason: 'failed', editor: 'vim' });
  const missing = await openEditor(
    'текст',
    tools(async () => Promise.reject(new Error('ENOENT'))),
  );
  expect(missing).toMatchObject({ ok: false, reason: 'cannot-start' });
  for (const result of [failed, missing]) {
    expect(await readFile(result.ok ? '' : (result.file ?? ''), 'utf8')).toBe('текст');
  }
  const lost = await openEditor(
    'текст',
    tools(async (_command, args) => {
      await rm(fileOf(args));
      return { code: 0 };
    }),
  );
  expect(lost).toMatchObject({ ok: false, reason: 'unreadable' });
});

test('a directory that cannot be written is told before the editor starts', async () => {
  await writeFile(path.join(dir, 'file'), '');
  const result = await openEditor('текст', {
    ...tools(() => expect.unreachable()),
    dir: path.join(dir, 'file'),
  });
  expect(result).toEqual({ ok: false, reason: 'cannot-write', editor: 'vim' });
});

test('an editor that does not wait is warned about and its file kept', async () => {
  const result = await openEditor(
    'текст',
    tools(async () => ({ code: 0 }), 'code'),
  );
  expect(result).toMatchObject({ ok: true, text: 'текст', warning: 'editor-does-not-wait' });
  expect(await readdir(dir)).toHaveLength(1);
});

test.each([
  [
    { VISUAL: 'emacs -nw', EDITOR: 'vi' },
    { command: 'emacs', args: ['-nw'] },
  ],
  [
    { VISUAL: ' ', EDITOR: 'nano' },
    { command: 'nano', args: [] },
  ],
  [
    { EDITOR: '"/opt/My Editor/bin/ed" --wait \'a b\'' },
    { command: '/opt/My Editor/bin/ed', args: ['--wait', 'a b'] },
  ],
  [{}, { command: 'vi', args: [] }],
])('%j is %j', (env, editor) => {
  expect(editorOf(env, 'linux')).toEqual(editor);
});

test('window editors wait only when they are told to', () => {
  expect(isNonBlocking({ command: '/usr/bin/code', args: [] })).toBe(true);
  expect(isNonBlocking({ command: 'code', args: ['--wait'] })).toBe(false);
  expect(isNonBlocking({ command: 'subl', args: ['-w'] })).toBe(false);
  expect(isNonBlocking({ command: 'vim', args: [] })).toBe(false);
});
