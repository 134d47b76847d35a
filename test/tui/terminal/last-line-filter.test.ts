import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { clipboardSequence } from '../../../src/tui/terminal/copy-text.ts';
import { filterFrame, lastLineFilter } from '../../../src/tui/terminal/last-line-filter.ts';
import { notifySequence } from '../../../src/tui/terminal/notify.ts';
import { passThrough } from '../../../src/tui/terminal/passthrough.ts';
import { RESTORE_SEQUENCE } from '../../../src/tui/terminal/restore-terminal.ts';
import { titleSequence } from '../../../src/tui/terminal/title.ts';

const FRAME_LINE =
  '\u001b[7m● SM-1042\u001b[27m \u001b[38;5;196mНе работает почта на рабочем месте\u001b[39m\u001b[K';
const FRAME = `\u001b[?2026h\u001b[2K\u001b[1A\u001b[G\u001b[3;5H${Array(60).fill(FRAME_LINE).join('\n')}\u001b[?25l\u001b[?2026l`;

function terminal() {
  const written: string[] = [];
  const stream = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns: 80,
    rows: 24,
    write(chunk: string, done?: () => void) {
      written.push(chunk);
      done?.();
      return true;
    },
  });
  // The members a renderer uses.
  return { stream, written, ...lastLineFilter(stream as unknown as NodeJS.WriteStream) };
}

test.each([
  FRAME,
  '\u001b[?1049h\u001b[?25l',
  '\u001b[?2004h',
  '\u001b[2J\u001b[3J\u001b[H',
  '\u001b[E\u001b[2C\r\n',
  titleSequence('Смена — 3 обращения'),
])('the grammar of the renderer passes: %j', (frame) => {
  expect(filterFrame(frame, () => expect.unreachable())).toBe(frame);
});

test.each([
  ['\u001b]52;c;cm0gLXJmIC8=\u0007', ''],
  ['\u001b]8;;https://evil.example\u001b\\ссылка\u001b]8;;\u001b\\', 'ссылка'],
  ['\u001b[6n\u001b[c\u001b[?1000h\u001b[20t', ''],
  ['\u001bP$q"p\u001b\\\u001b_Ga=q\u001b\\', ''],
  ['\u001b]0;без конца', ']0;без конца'],
  ['\u001b', ''],
  ['\u001b[38;5', ''],
  ['\u0007\b\u009b2J\u202e', ''],
  ['\u009d52;c;x\u009c', ''],
  ['\u001bc\u001b7\u001b(0', ''],
  ['\u001b]2;a\u001b[2J\u0007', ']2;a\u001b[2J'],
])('%j is kept back, text round it stays', (attack, rest) => {
  let stopped = 0;
  const shown = filterFrame(`\u001b[1mдо${attack}после\u001b[0m`, () => {
    stopped += 1;
  });
  expect(shown).toBe(`\u001b[1mдо${rest}после\u001b[0m`);
  expect(stopped).toBeGreaterThan(0);
});

test('the renderer sees the terminal as it is, and its resize', () => {
  const { stdout, stream, written, stopped } = terminal();
  let resized = 0;
  stdout.on('resize', () => {
    resized += 1;
  });
  stream.columns = 120;
  stream.emit('resize');
  expect([stdout.isTTY, stdout.columns, stdout.rows, resized]).toEqual([true, 120, 24, 1]);
  let flushed = 0;
  stdout.write('а\u0007', () => {
    flushed += 1;
  });
  stdout.write(Buffer.from('б\u001b[5n'), 'utf8', () => {
    flushed += 1;
  });
  expect(written).toEqual(['а', 'б']);
  expect([stopped(), flushed]).toEqual([2, 2]);
});

test('clipboard and notifications pass by the service channel only', () => {
  const { writeService, written } = terminal();
  const copy = clipboardSequence('Добрый день') ?? '';
  const toast = notifySequence({ title: 'P1', body: 'почта' }, 'osc777', {});
  const services = [
    copy,
    toast,
    '\u0007',
    ...[copy, toast].map((it) => passThrough(it, { TMUX: 'x' })),
  ];
  services.push(passThrough(clipboardSequence('я'.repeat(900)) ?? '', { STY: 'x' }));
  services.push(notifySequence({ title: 'P1', body: 'x' }, 'auto', { TMUX: 'x' }));
  for (const sequence of services) expect(writeService(sequence)).toBe(true);
  expect(written).toEqual(services);
  for (const wrong of [
    '\u001b]52;c;?\u0007',
    '\u001b[2J',
    'текст',
    '\u001b]9;a\u0007\u001b[2J',
    `${copy}${copy}`,
  ]) {
    expect(writeService(wrong)).toBe(false);
  }
});

test('a normal frame costs far less than a millisecond', () => {
  const rounds = 200;
  const started = performance.now();
  for (let round = 0; round < rounds; round += 1) filterFrame(FRAME, () => {});
  expect((performance.now() - started) / rounds).toBeLessThan(1);
});

test('the crash sequence needs no filter: it goes to the descriptor itself', () => {
  expect(RESTORE_SEQUENCE.startsWith('\u001b[?2026l')).toBe(true);
});
