import { expect, test } from 'vitest';
import {
  emptyRing,
  type KillRing,
  keepKilled,
  yank,
  yankOlder,
} from '../../../src/tui/input/kill-ring.ts';
import {
  bufferOf,
  insertText,
  killToLineEnd,
  killWordLeft,
  killWordRight,
  moveTextEnd,
  type TextBuffer,
} from '../../../src/tui/input/text-buffer.ts';
import { must } from '../../../src/util/must.ts';

const asIs = (text: string) => text;

/** Somebody who cuts out and puts in. */
class Writer {
  ring: KillRing = emptyRing;
  buffer: TextBuffer;

  constructor(text: string, caret = text.length) {
    this.buffer = bufferOf(text, caret);
  }

  kills(side: 'left' | 'right', edit: (buffer: TextBuffer) => TextBuffer): this {
    const before = this.buffer;
    this.buffer = edit(before);
    this.ring = keepKilled(this.ring, { before, after: this.buffer, side });
    return this;
  }

  takes(how: typeof yank): this {
    const done = must(how(this.ring, this.buffer, asIs), 'something to put in');
    this.ring = done.ring;
    this.buffer = done.buffer;
    return this;
  }
}

test('words cut out one after another come back as they stood', () => {
  const writer = new Writer('проверьте сначала журнал')
    .kills('left', killWordLeft)
    .kills('left', killWordLeft);
  expect(writer.buffer.text).toBe('проверьте ');
  expect(writer.takes(yank).buffer.text).toBe('проверьте сначала журнал');

  const forward = new Writer('один два три', 0)
    .kills('right', killWordRight)
    .kills('right', killWordRight);
  expect(forward.ring.texts).toEqual(['один два']);
});

test('after anything else has happened a cut begins a new text, and the old one is a key away', () => {
  const writer = new Writer('один два').kills('left', killWordLeft);
  writer.buffer = insertText(writer.buffer, 'ещё три');
  writer.kills('left', killWordLeft);
  expect(writer.ring.texts).toEqual(['три', 'два']);
  writer.takes(yank);
  expect(writer.buffer.text).toBe('один ещё три');
  writer.takes(yankOlder);
  expect(writer.buffer.text).toBe('один ещё два');
  writer.takes(yankOlder);
  expect(writer.buffer.text).toBe('один ещё три');
});

test('what was put in is exchanged only while nothing else happened', () => {
  const writer = new Writer('один два').kills('left', killWordLeft).takes(yank);
  const moved = moveTextEnd(writer.buffer);
  expect(yankOlder(writer.ring, moved, asIs)).toBeNull();
});

test('an empty ring gives nothing, and a cut of nothing adds nothing', () => {
  expect(yank(emptyRing, bufferOf('да'), asIs)).toBeNull();
  expect(new Writer('да').kills('right', killToLineEnd).ring).toEqual(emptyRing);
});

test('a flag torn by a cut beside it keeps the cut text whole', () => {
  const writer = new Writer('🇷x', 3);
  writer.buffer = bufferOf('🇷x🇺', 3);
  writer.kills('left', killWordLeft);
  expect(writer.ring.texts).toEqual(['x']);
});

test('many and long texts do not grow without an end', () => {
  const long = 'я'.repeat(1_000_000);
  const writer = new Writer('');
  for (let i = 0; i < 30; i += 1) {
    writer.buffer = bufferOf(`${i} ${long}`, 0);
    writer.kills('right', killToLineEnd);
  }
  expect(writer.ring.texts.length).toBeLessThanOrEqual(5);
  expect(writer.ring.texts[0]).toBe(`29 ${long}`);
});
