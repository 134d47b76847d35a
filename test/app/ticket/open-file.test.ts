import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openFile, safeFileName, saveFile } from '../../../src/app/ticket/open-file.ts';
import { openTestDesk } from '../../support/desk.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]);

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\a\\отчёт.log', 'отчёт.log'],
  ['.bashrc', 'bashrc'],
  ['a\u202egnp.exe', 'a_gnp.exe'],
  ['x\u001b[31m.txt', 'x_[31m.txt'],
  ['-rf', 'rf'],
  ['', 'file'],
  ['..', 'file'],
])('the name %j is saved as %s', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test('the ending of a picture follows its bytes', () => {
  expect(safeFileName('invoice.html', '.png')).toBe('invoice.html.png');
  expect(safeFileName('photo.JPEG', '.jpg')).toBe('photo.JPEG');
});

test('a file is what its bytes are, whatever the sender says', async () => {
  using here = await openTestDesk();
  const store = (bytes: Uint8Array, name: string, mime: string) => {
    const hash = here.desk.attachments.put(bytes);
    return { ticketId: 't-1', hash, name, mime, size: bytes.length };
  };
  const named = store(png, 'report.txt', 'text/plain');
  expect((await openFile(here.desk, named)).kind).toBe('image');
  const log = store(Buffer.from([0xce, 0xf8, 0xe8, 0xe1, 0xea, 0xe0, 0x0a]), 'a.log', 'image/png');
  expect(await openFile(here.desk, log)).toMatchObject({ kind: 'text', text: 'Ошибка\n' });
  const zip = store(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'a.zip', 'application/zip');
  expect((await openFile(here.desk, zip)).kind).toBe('other');
});

test('two files of one name are both kept, privately', async () => {
  using here = await openTestDesk();
  const save = (text: string) => {
    const bytes = Buffer.from(text);
    const file = { hash: here.desk.attachments.put(bytes), name: 'a.bin', mime: '', size: 3 };
    return saveFile(here.desk, file, { bytes, ending: '' });
  };
  const [first, again, second] = [save('one'), save('one'), save('two')];
  expect(again).toBe(first);
  expect(second).not.toBe(first);
  expect(readFileSync(first, 'utf8') + readFileSync(second, 'utf8')).toBe('onetwo');
  expect(statSync(first).mode & 0o777).toBe(0o600);
});
