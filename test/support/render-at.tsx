import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import type { ReactNode } from 'react';

export type Size = { readonly columns: number; readonly rows: number };

export type RenderedScreen = {
  /** The last frame, as text. */
  readonly frame: () => string;
  readonly frames: () => readonly string[];
  /** Sends raw bytes as the terminal would. */
  readonly press: (bytes: string) => void;
  readonly resize: (size: Size) => void;
  readonly rerender: (tree: ReactNode) => void;
  readonly unmount: () => void;
  /** Resolves at the first frame, the present one included, that has the text. */
  readonly waitFor: (
    expected: string | RegExp | ((frame: string) => boolean),
    timeoutMs?: number,
  ) => Promise<void>;
};

const DEFAULT_TIMEOUT_MS = 3000;

/** A stdout of a chosen size which keeps every frame; not a TTY, so nothing but frames is written. */
class FrameStream extends EventEmitter {
  readonly isTTY = false;
  columns: number;
  rows: number;
  readonly frames: string[] = [];

  constructor({ columns, rows }: Size) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write = (frame: string, encoding?: unknown, callback?: unknown): boolean => {
    // Cursor and erase sequences that Ink writes between frames are no frame.
    if (frame !== '' && (stripVTControlCharacters(frame) !== '' || !frame.startsWith('\u001b'))) {
      this.frames.push(frame);
      this.emit('frame');
    }
    const done = typeof encoding === 'function' ? encoding : callback;
    if (typeof done === 'function') done();
    return true;
  };

  last(): string {
    return this.frames.at(-1) ?? '';
  }
}

function terminalInput(): PassThrough {
  const stdin = new PassThrough();
  return Object.assign(stdin, {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
}

type Expected = string | RegExp | ((frame: string) => boolean);

function matches(frame: string, expected: Expected): boolean {
  if (typeof expected === 'function') return expected(frame);
  return typeof expected === 'string' ? frame.includes(expected) : expected.test(frame);
}

function waitForFrame(stdout: FrameStream, expected: Expected, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      stdout.off('frame', check);
    };
    const check = (): void => {
      if (!matches(stdout.last(), expected)) return;
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`no frame with ${String(expected)}; the last one:\n${stdout.last()}`));
    }, timeoutMs);
    stdout.on('frame', check);
    check();
  });
}

/** Renders a tree at a given terminal size, with a keyboard of its own, independent of the machine. */
export function renderAt(tree: ReactNode, size: Size): RenderedScreen {
  const stdout = new FrameStream(size);
  const stderr = new FrameStream(size);
  const stdin = terminalInput();
  const instance = render(tree, {
    // Fakes with exactly the members Ink and our keyboard use.
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    debug: true,
    // Only an interactive Ink follows a resize; `isTTY` stays false, so no modes are switched.
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  return {
    frame: () => stdout.last(),
    frames: () => stdout.frames,
    press: (bytes) => {
      stdin.write(bytes);
    },
    resize(next) {
      stdout.columns = next.columns;
      stdout.rows = next.rows;
      stdout.emit('resize');
    },
    rerender: (next) => instance.rerender(next),
    unmount: () => instance.unmount(),
    waitFor: (expected, timeoutMs = DEFAULT_TIMEOUT_MS) =>
      waitForFrame(stdout, expected, timeoutMs),
  };
}
