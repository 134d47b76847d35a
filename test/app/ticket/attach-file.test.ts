import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachFile, MOST_ATTACHED, saveAttachment } from '../../../src/app/ticket/attach-file.ts';
import { UserError } from '../../../src/util/user-error.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let anya: TestDesk;
beforeEach(async () => {
  anya = await openTestDesk();
});
afterEach(() => anya.close());

function file(name: string, text = 'строка\n'): string {
  const path = join(anya.folder, name);
  writeFileSync(path, text);
  return path;
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'none';
}

describe('attaching', () => {
  it('stores the bytes once under their hash', () => {
    const first = attachFile(anya.desk, file('журнал.log'));
    const second = attachFile(anya.desk, file('copy.bin'));
    expect(first).toMatchObject({ name: 'журнал.log', mime: 'text/plain', size: 13 });
    expect(second).toMatchObject({ hash: first.hash, mime: 'application/octet-stream' });
    expect(anya.desk.attachments.path(first.hash)).toMatch(
      /attachments\/[0-9a-f]{2}\/[0-9a-f]{64}$/,
    );
    expect(statSync(anya.desk.attachments.path(first.hash)).mode & 0o777).toBe(0o600);
  });

  it('refuses what is missing, no file, or too large for mail', () => {
    expect(codeOf(() => attachFile(anya.desk, join(anya.folder, 'none')))).toBe('file-not-found');
    expect(codeOf(() => attachFile(anya.desk, anya.folder))).toBe('file-not-readable');
    const large = file('large.bin');
    truncateSync(large, MOST_ATTACHED + 1);
    expect(codeOf(() => attachFile(anya.desk, large))).toBe('attachment-too-large');
    truncateSync(large, MOST_ATTACHED);
    expect(codeOf(() => attachFile(anya.desk, large))).toBe('none');
  });
});

describe('saving', () => {
  it.each([
    ['отчёт.pdf', 'отчёт.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.txt', 'a.txt'],
    ['.bashrc', 'bashrc'],
    ['-rf', 'rf'],
    ['a\u202egnp.exe\r\n', 'a_gnp.exe__'],
    ['', 'file'],
  ])('%j goes as %j', (name, expected) => {
    const ref = { ...attachFile(anya.desk, file('x')), name };
    const folder = join(anya.folder, 'saved here');
    mkdirSync(folder);
    const path = saveAttachment(anya.desk, ref, folder);
    expect(path).toBe(join(folder, expected));
    expect(readFileSync(path, 'utf8')).toBe('строка\n');
  });

  it('never writes over a file', () => {
    const ref = attachFile(anya.desk, file('x.log'));
    const folder = join(anya.folder, 'saved');
    mkdirSync(folder);
    const names = [1, 2, 3].map(() => basename(saveAttachment(anya.desk, ref, folder)));
    expect(names).toEqual(['x.log', 'x-2.log', 'x-3.log']);
    expect(codeOf(() => saveAttachment(anya.desk, ref, join(folder, 'no')))).toBe(
      'file-not-written',
    );
    const gone = { ...ref, hash: 'f'.repeat(64) };
    expect(codeOf(() => saveAttachment(anya.desk, gone, folder))).toBe('attachment-gone');
  });
});
