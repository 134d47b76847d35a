import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { lazy } from '../util/lazy.ts';
import { UserError } from '../util/user-error.ts';
import type { Sink } from './output.ts';

/** The disk under the file that the output goes to is full, or its owner may write no more. */
const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO']);

/**
 * A standard stream as a sink. A pipe or a file is written directly: Node's own stream costs a tenth
 * of a start to open, so it is left to terminals and to pipes that are full for the moment.
 */
export function standardSink(fd: 1 | 2, openStream: () => NodeJS.WriteStream): Sink {
  let stream: NodeJS.WriteStream | null = null;
  let isClosed = false;
  const close = () => {
    isClosed = true;
  };
  const opened = () => {
    stream ??= openStream().on('error', (error) => onStreamError(error, close));
    return stream;
  };
  const isTerminal = lazy(() => canBeTerminal(fd) && opened().isTTY === true);
  return {
    get isTTY() {
      return isTerminal();
    },
    get columns() {
      return isTerminal() ? opened().columns : 0;
    },
    get isClosed() {
      return isClosed;
    },
    write(data) {
      const isDirect = stream === null && !isTerminal();
      const rest = isDirect ? writeDirectly(fd, Buffer.from(data), close) : Buffer.from(data);
      if (rest.length > 0) opened().write(rest);
    },
  };
}

/** Only a character device can be a terminal, and not the one that swallows everything. */
function canBeTerminal(fd: number): boolean {
  try {
    const stat = fstatSync(fd);
    return stat.isCharacterDevice() && stat.rdev !== statSync(devNull).rdev;
  } catch {
    return false;
  }
}

/** Writes what the reader takes now and returns the rest; all of it is gone when nobody reads. */
function writeDirectly(fd: number, bytes: Uint8Array, close: () => void): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EAGAIN') return rest;
    if (noRoom.has(String(error.code))) throw new UserError('output-not-written');
    if (error.code !== 'EPIPE' && error.code !== 'EBADF') throw error;
    close();
    return rest.subarray(rest.length);
  }
  return rest;
}

/** A reader that stops early (`smena queue | head`) is not an error. */
function onStreamError(error: NodeJS.ErrnoException, close: () => void): void {
  if (error.code !== 'EPIPE') throw error;
  close();
}
