import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitMbox } from '../../../src/intake/mail/mbox.ts';
import { bytes, collect, inPieces } from '../bytes.ts';

const separator = 'From ivan@client.test Sat Nov 21 22:00:51 2026\n';

function join(letters: readonly string[]): string {
  return letters.map((letter) => `${separator}${letter.replace(/^(>*From )/gm, '>$1')}\n`).join('');
}

async function split(mbox: string, size?: number, maxBytes?: number): Promise<string[]> {
  const letters = await collect(splitMbox(inPieces(bytes(mbox), size), maxBytes));
  return letters.map((letter) => Buffer.from(letter).toString());
}

test('joining letters and splitting the file gives them back', async () => {
  const line = fc.constantFrom(
    '',
    'текст',
    'From here on',
    '>From x',
    'From a@b 10:30',
    '-- ',
    '\r',
  );
  const letter = fc
    .array(line, { maxLength: 8 })
    .map((lines) => `Subject: x\n\n${[...lines, 'конец'].join('\n')}\n`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(letter, { maxLength: 6 }),
      fc.integer({ min: 1, max: 200 }),
      async (letters, size) => {
        expect(await split(join(letters), size)).toEqual(letters);
      },
    ),
    { numRuns: 200 },
  );
});

test('a sentence that starts with From is not a new letter', async () => {
  const text = 'Subject: x\n\nraz\n\nFrom here on nothing works.\nAt all.\n';
  expect(await split(`${separator}${text}`)).toEqual([text]);
});

test('an unusual separator counts when headers follow', async () => {
  const mbox = 'From nobody\nSubject: a\n\n1\n\nFrom nobody\nSubject: b\n\n2\n';
  expect(await split(mbox)).toEqual(['Subject: a\n\n1\n', 'Subject: b\n\n2\n']);
});

test('CRLF files and files without a last line end are split', async () => {
  const mbox = `${separator}Subject: a\n\n1\n\n${separator}Subject: b\n\n2`.replaceAll(
    '\n',
    '\r\n',
  );
  expect(await split(mbox)).toEqual(['Subject: a\r\n\r\n1\r\n', 'Subject: b\r\n\r\n2']);
});

test('an empty file has no letters', async () => {
  expect(await split('')).toEqual([]);
  expect(await split('\n\n')).toEqual([]);
});

test('a letter above the limit is cut and the next one is whole', async () => {
  const huge = `Subject: a\n\n${'x\n'.repeat(1000)}`;
  const letters = await split(join([huge, 'Subject: b\n\n2\n']), 64, 100);
  expect(letters[0]?.length).toBeLessThanOrEqual(100);
  expect(letters[1]).toBe('Subject: b\n\n2\n');
});

test('a line without an end does not need memory for the whole file', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield bytes(`${separator}Subject: a\n\n`);
    for (let piece = 0; piece < 500; piece += 1) yield new Uint8Array(65_536).fill(0x78);
  }
  const letters = await collect(splitMbox(endless(), 1_000_000));
  expect(letters).toHaveLength(1);
  expect(letters[0]?.length).toBeLessThanOrEqual(1_000_000);
});
