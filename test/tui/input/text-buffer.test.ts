import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  moveRowEnd,
  moveRowStart,
  moveRows,
  viewBuffer,
} from '../../../src/tui/input/buffer-layout.ts';
import {
  backspace,
  bufferOf,
  deleteForward,
  emptyBuffer,
  insertNewline,
  insertText,
  killToLineEnd,
  killToLineStart,
  killWordLeft,
  killWordRight,
  moveLeft,
  moveLineEnd,
  moveLineStart,
  moveRight,
  moveTextEnd,
  moveTextStart,
  moveWordLeft,
  moveWordRight,
  type TextBuffer,
} from '../../../src/tui/input/text-buffer.ts';
import { applyEdit, historyOf, redo, undo } from '../../../src/tui/input/text-history.ts';
import { graphemes, textWidth } from '../../../src/util/text-width.ts';
import { toSafe } from '../../../src/util/to-safe.ts';

/** The text with the caret as a bar: how a person would draw it. */
const draw = ({ text, caret }: TextBuffer): string =>
  `${text.slice(0, caret)}|${text.slice(caret)}`;
const at = (drawing: string): TextBuffer => {
  const caret = drawing.indexOf('|');
  return bufferOf(drawing.replace('|', ''), caret);
};

/** The whole text as it is wrapped. */
function layoutBuffer(buffer: TextBuffer, width: number) {
  const { rows, caret } = viewBuffer(buffer, width, Number.POSITIVE_INFINITY);
  return { lines: rows.map(({ start, end }) => buffer.text.slice(start, end)), caret };
}

describe('editing', () => {
  test.each<[string, (buffer: TextBuffer) => TextBuffer, string, string]>([
    ['typing', (b) => insertText(b, 'ё'), 'при|вет', 'приё|вет'],
    ['pasting lines', (b) => insertText(b, 'а\r\nб\t'), '|в', 'а\nб       |в'],
    ['pasting a control', (b) => insertText(b, '\u001b[2J'), '|', '␛[2J|'],
    ['an accent typed after its letter', (b) => insertText(b, '\u0301'), 'е|ж', 'е\u0301|ж'],
    ['a new line', insertNewline, 'а|б', 'а\n|б'],
    ['backspace over an emoji', backspace, 'а👨‍👩‍👧|б', 'а|б'],
    ['backspace over a line break', backspace, 'а\n|б', 'а|б'],
    ['backspace at the start', backspace, '|б', '|б'],
    ['delete', deleteForward, 'а|й\u0301б', 'а|б'],
    ['delete a line break', deleteForward, 'а|\nб', 'а|б'],
    ['delete at the end', deleteForward, 'а|', 'а|'],
    ['left over an emoji', moveLeft, 'а👍🏽|', 'а|👍🏽'],
    ['left over a line break', moveLeft, 'а\n|б', 'а|\nб'],
    ['right', moveRight, '|👍🏽б', '👍🏽|б'],
    ['right at the end', moveRight, 'б|', 'б|'],
    ['a Russian word to the left', moveWordLeft, 'не работает, почта|', 'не работает, |почта'],
    ['past punctuation', moveWordLeft, 'не работает, |почта', 'не |работает, почта'],
    ['over lines', moveWordLeft, 'ёж\n\n|', '|ёж\n\n'],
    ['a word to the right', moveWordRight, 'не| работает', 'не работает|'],
    ['line start', moveLineStart, 'а\nбв|г', 'а\n|бвг'],
    ['line end', moveLineEnd, 'а|б\nв', 'аб|\nв'],
    ['text start', moveTextStart, 'а\nб|', '|а\nб'],
    ['text end', moveTextEnd, '|а\nб', 'а\nб|'],
    ['kill to the end', killToLineEnd, 'а|бв\nг', 'а|\nг'],
    ['kill the line break', killToLineEnd, 'а|\nг', 'а|г'],
    ['kill to the start', killToLineStart, 'а\nбв|г', 'а\n|г'],
    ['kill a word', killWordLeft, 'не работает|', 'не |'],
    ['kill the next word', killWordRight, 'не| работает.', 'не|.'],
  ])('%s', (_name, edit, before, after) => {
    expect(draw(edit(at(before)))).toBe(after);
  });

  test('a long line in a draft is kept whole', () => {
    expect(insertText(emptyBuffer, 'я'.repeat(50_000)).text).toHaveLength(50_000);
  });
});

describe('rows', () => {
  test('a text is wrapped and the caret is found, also at a soft break and at the very end', () => {
    expect(layoutBuffer(at('не работает| почта'), 12)).toEqual({
      lines: ['не работает', 'почта'],
      caret: { row: 0, col: 11 },
    });
    expect(layoutBuffer(at('не работает |почта'), 12).caret).toEqual({ row: 1, col: 0 });
    expect(layoutBuffer(at('日本|'), 20).caret).toEqual({ row: 0, col: 4 });
    expect(layoutBuffer(at('а\n|'), 20)).toEqual({ lines: ['а', ''], caret: { row: 1, col: 0 } });
    expect(layoutBuffer(emptyBuffer, 20)).toEqual({ lines: [''], caret: { row: 0, col: 0 } });
  });

  test('up and down keep to the column they started from', () => {
    const start = at('длинная строка|\nаб\nещё одна длинная');
    const down = moveRows(start, 1, 40);
    expect(draw(down)).toBe('длинная строка\nаб|\nещё одна длинная');
    expect(draw(moveRows(down, 1, 40))).toBe('длинная строка\nаб\nещё одна длинн|ая');
    expect(draw(moveRows(moveRight(down), 1, 40))).toBe('длинная строка\nаб\n|ещё одна длинная');
    expect(moveRows(at('|а'), -1, 40)).toEqual(at('|а'));
  });

  test('up and down walk over wrapped rows of one line', () => {
    const down = moveRows(at('не р|аботает почта давно'), 1, 12);
    expect(draw(down)).toBe('не работает почт|а давно');
    expect(draw(moveRows(at('аб|вгдежз'), 1, 5))).toBe('абвгде|жз');
  });

  test('home and end of a row', () => {
    const buffer = at('не работает по|чта давно');
    expect(draw(moveRowStart(buffer, 12))).toBe('не работает |почта давно');
    expect(draw(moveRowEnd(at('не р|аботает почта'), 12))).toBe('не работает| почта');
    expect(draw(moveRowEnd(at('|абвгдежз'), 5))).toBe('абв|гдежз');
  });
});

const OPERATIONS: readonly ((buffer: TextBuffer) => TextBuffer)[] = [
  insertNewline,
  backspace,
  deleteForward,
  moveLeft,
  moveRight,
  moveWordLeft,
  moveWordRight,
  moveLineStart,
  moveLineEnd,
  moveTextStart,
  killToLineEnd,
  killToLineStart,
  killWordLeft,
  killWordRight,
  (buffer) => moveRows(buffer, 1, 7),
  (buffer) => moveRows(buffer, -2, 7),
  (buffer) => moveRowStart(buffer, 7),
  (buffer) => moveRowEnd(buffer, 7),
];
const operation = fc.oneof(
  fc.constantFrom(...OPERATIONS),
  fc
    .oneof(
      fc.constantFrom(
        'слово ',
        'й',
        '👍',
        '🏽',
        '\u200d',
        '🇷',
        '🇺',
        '日本',
        '\u0301',
        '\u001b',
        '\n',
        ' ',
        'ᄀ',
        'ᅡ',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    .map((text) => (buffer: TextBuffer) => insertText(buffer, text)),
);

function boundaries(text: string): Set<number> {
  const places = new Set([0]);
  let offset = 0;
  for (const line of text.split('\n')) {
    places.add(offset);
    for (const grapheme of graphemes(line)) {
      offset += grapheme.length;
      places.add(offset);
    }
    offset += 1;
  }
  return places;
}

test('whatever is done, the caret stands between characters and inside the field', () => {
  fc.assert(
    fc.property(
      fc.array(operation, { maxLength: 40 }),
      fc.integer({ min: 3, max: 20 }),
      (edits, width) => {
        let buffer = emptyBuffer;
        for (const edit of edits) {
          buffer = edit(buffer);
          expect(boundaries(buffer.text).has(buffer.caret), JSON.stringify(buffer)).toBe(true);
        }
        const { lines, caret } = layoutBuffer(buffer, width);
        // A single glyph may be wider than the row; it is never torn.
        const widest = Math.max(0, ...graphemes(buffer.text).map((glyph) => textWidth(glyph)));
        for (const line of lines) {
          expect(textWidth(line)).toBeLessThanOrEqual(Math.max(width - 1, widest));
        }
        expect(caret.row).toBeLessThan(lines.length);
        expect(caret.col).toBeLessThan(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(buffer.text.replaceAll(/[ \n]/g, ''));
      },
    ),
    { numRuns: 500 },
  );
});

test('what is typed in one piece can be deleted again character by character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (typed) => {
      let buffer = insertText(emptyBuffer, typed);
      expect(buffer.text).toBe(toSafe(typed, { multiline: true }));
      for (let step = 0; buffer.text !== '' && step < 1000; step += 1) buffer = backspace(buffer);
      expect(buffer).toEqual(emptyBuffer);
    }),
  );
});

describe('undo', () => {
  const type = (text: string) =>
    Array.from(text).reduce(
      (history, char) => applyEdit(history, insertText(history.present, char), 'type'),
      historyOf(emptyBuffer),
    );

  test('takes back a word at a time and brings it back', () => {
    const history = type('не работает');
    expect(undo(history).present.text).toBe('не ');
    expect(undo(undo(history)).present.text).toBe('');
    expect(redo(undo(history)).present.text).toBe('не работает');
  });

  test('a new edit forgets what was undone, a move of the caret does not', () => {
    const undone = undo(type('да'));
    expect(redo(applyEdit(undone, moveLeft(undone.present), 'other')).present.text).toBe('да');
    const edited = applyEdit(undone, insertText(undone.present, 'нет'), 'other');
    expect(redo(edited).present.text).toBe('нет');
  });

  test('all the way back is the beginning, all the way forth the end', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (edits) => {
        const done = edits.reduce(
          (history, edit) => applyEdit(history, edit(history.present), 'other'),
          historyOf(emptyBuffer),
        );
        let history = done;
        while (history.past.length > 0) history = undo(history);
        expect(history.present.text).toBe('');
        while (history.future.length > 0) history = redo(history);
        expect(history.present.text).toBe(done.present.text);
      }),
      { numRuns: 200 },
    );
  });
});
