import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from './capabilities.ts';

/** Runs a program with the terminal lent to it; resolves with its exit code. */
export type RunEditor = (
  command: string,
  args: readonly string[],
) => Promise<{ readonly code: number }>;

export type EditorTools = {
  readonly env: Env;
  readonly platform: NodeJS.Platform;
  readonly run: RunEditor;
  /** Private directory for the temporary file, such as the data directory. */
  readonly dir: string;
};

export type EditorResult =
  | {
      readonly ok: true;
      readonly text: string;
      /** The editor came back at once without `--wait`: it may still be open, `file` is kept. */
      readonly warning?: 'editor-does-not-wait';
      readonly file?: string;
    }
  | {
      readonly ok: false;
      readonly reason: 'cannot-start' | 'failed' | 'cannot-write' | 'unreadable';
      readonly editor: string;
      /** What was typed is still here. */
      readonly file?: string;
    };

type Editor = { readonly command: string; readonly args: readonly string[] };

const WINDOWED = new Set(
  'code code-insiders codium vscodium cursor windsurf subl zed atom mate gedit kate'.split(' '),
);
const WAIT_FLAG = /^(?:--wait|-w|--block|-b)$/;
const WORD = /"([^"]*)"|'([^']*)'|(\S+)/g;

/** The engineer's editor, $VISUAL before $EDITOR, with its arguments split like in a shell. */
export function editorOf(env: Env, platform: NodeJS.Platform): Editor {
  const fallback = platform === 'win32' ? 'notepad' : 'vi';
  const line = [env['VISUAL'], env['EDITOR']].find((value) => (value ?? '').trim() !== '');
  const words = [...(line ?? fallback).matchAll(WORD)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  const [command = fallback, ...args] = words;
  return { command, args };
}

/** True for editors that open a window and return at once unless told to wait. */
export function isNonBlocking({ command, args }: Editor): boolean {
  const name = path.basename(command).replace(/\.(?:exe|cmd)$/i, '');
  return WINDOWED.has(name) && !args.some((argument) => WAIT_FLAG.test(argument));
}

/** Most editors end a file with a line break the engineer did not type. */
function asTyped(content: string, original: string): string {
  const text = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return original.endsWith('\n') ? text : text.replace(/\n$/, '');
}

async function writeDraft(text: string, dir: string): Promise<string> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(dir, 'edit-'));
  const file = path.join(folder, 'draft.md');
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  return file;
}

async function readDraft(file: string, text: string, editor: Editor): Promise<EditorResult> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch {
    return { ok: false, reason: 'unreadable', editor: editor.command, file };
  }
  const edited = asTyped(content, text);
  if (isNonBlocking(editor)) {
    return { ok: true, text: edited, warning: 'editor-does-not-wait', file };
  }
  await rm(path.dirname(file), { recursive: true, force: true });
  return { ok: true, text: edited };
}

/**
 * Lets the engineer edit a text in their own editor, in a private temporary file. The file is
 * deleted only after its content was read: whatever goes wrong, the text is on disk.
 */
export async function openEditor(text: string, tools: EditorTools): Promise<EditorResult> {
  const editor = editorOf(tools.env, tools.platform);
  const failure = { ok: false, editor: editor.command } as const;
  let file: string;
  try {
    file = await writeDraft(text, tools.dir);
  } catch {
    return { ...failure, reason: 'cannot-write' };
  }
  try {
    const { code } = await tools.run(editor.command, [...editor.args, file]);
    if (code !== 0) return { ...failure, reason: 'failed', file };
  } catch {
    return { ...failure, reason: 'cannot-start', file };
  }
  return readDraft(file, text, editor);
}
