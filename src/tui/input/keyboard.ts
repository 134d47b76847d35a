import { createKeyReader, type KeyReaderOptions } from './key-reader.ts';

/** The part of a terminal's stdin that the keyboard needs; `process.stdin` has it. */
export type KeyboardInput = NodeJS.ReadableStream & {
  readonly setRawMode?: (isRaw: boolean) => unknown;
  readonly readableLength?: number;
  readonly ref?: () => unknown;
  readonly unref?: () => unknown;
};

export type KeyboardOptions = KeyReaderOptions & {
  readonly stdin: KeyboardInput;
  /** Writes to the terminal: switches bracketed paste. */
  readonly write: (sequence: string) => void;
};

export type Keyboard = {
  /** Lends the terminal to another program: what was read and not yet used is dropped. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Gives the terminal back for good. */
  readonly close: () => void;
};

const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';

/**
 * Reads keys from a terminal in raw mode with bracketed paste. Ink never reads this stdin as long
 * as no component calls `useInput` or `usePaste`.
 */
export function openKeyboard(options: KeyboardOptions): Keyboard {
  const { stdin, write, onEvent, ...readerOptions } = options;
  let isOpen = false;
  const reader = createKeyReader({
    ...readerOptions,
    // A key may lend the terminal away: what came in the same read is dropped with the rest.
    onEvent: (event) => {
      if (isOpen) onEvent(event);
    },
  });
  const onData = (chunk: Uint8Array | string): void => reader.push(chunk);

  const resume = (): void => {
    if (isOpen) return;
    isOpen = true;
    stdin.setRawMode?.(true);
    stdin.ref?.();
    write(PASTE_ON);
    stdin.on('data', onData);
    stdin.resume();
  };
  const pause = (): void => {
    if (!isOpen) return;
    isOpen = false;
    stdin.off('data', onData);
    stdin.pause();
    // Type-ahead for our screens must reach neither the editor nor, afterwards, the commands.
    while (stdin.read() !== null);
    reader.reset();
    write(PASTE_OFF);
    stdin.setRawMode?.(false);
    stdin.unref?.();
  };

  resume();
  return { pause, resume, close: pause };
}
