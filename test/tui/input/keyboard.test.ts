import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { KeyEvent } from '../../../src/tui/input/key.ts';
import { type Keyboard, openKeyboard } from '../../../src/tui/input/keyboard.ts';

test('what was typed ahead of a lent terminal reaches neither the program nor the screens', () => {
  const stdin = new PassThrough();
  const seen: string[] = [];
  const keyboard: Keyboard = openKeyboard({
    stdin,
    write: () => {},
    escapeDelayMs: 50,
    onEvent: (event: KeyEvent) => {
      const key = event.type === 'paste' ? 'paste' : (event.key.char ?? event.key.name);
      seen.push(key);
      if (key === 'e') keyboard.pause();
    },
  });
  stdin.emit('data', Buffer.from('jexe'));
  expect(seen).toEqual(['j', 'e']);
  keyboard.resume();
  stdin.emit('data', Buffer.from('k'));
  expect(seen).toEqual(['j', 'e', 'k']);
  keyboard.close();
});
