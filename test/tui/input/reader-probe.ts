import { vi } from 'vitest';
import { type KeyEvent, keyId } from '../../../src/tui/input/key.ts';
import { createKeyReader, type KeyReaderOptions } from '../../../src/tui/input/key-reader.ts';

function describeEvent(event: KeyEvent): string {
  return event.type === 'key' ? keyId(event.key) : `paste:${event.text}`;
}

/** A reader with everything it reported, keys as ids. */
export function reader(options: Partial<KeyReaderOptions> = {}) {
  const seen: string[] = [];
  const answers: string[] = [];
  const { push, reset } = createKeyReader({
    escapeDelayMs: 50,
    onEvent: (event) => seen.push(describeEvent(event)),
    onAnswer: (sequence) => answers.push(sequence),
    ...options,
  });
  return { push, reset, seen, answers };
}

/** All keys of these reads, under fake timers. */
export function keysOf(...chunks: (string | Uint8Array)[]): string[] {
  const { push, seen } = reader();
  for (const chunk of chunks) push(chunk);
  vi.runAllTimers();
  return seen;
}
