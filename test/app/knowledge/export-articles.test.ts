import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/app/desk/desk.ts';
import { acceptArticle } from '../../../src/app/knowledge/accept-article.ts';
import { archiveArticle } from '../../../src/app/knowledge/archive-article.ts';
import { exportArticles } from '../../../src/app/knowledge/export-articles.ts';
import { liveText } from '../../../src/app/knowledge/live-text.ts';
import { restoreArticle } from '../../../src/app/knowledge/restore-article.ts';
import { saveArticle } from '../../../src/app/knowledge/save-article.ts';
import { submitArticle } from '../../../src/app/knowledge/submit-article.ts';
import { articleText, hasFile } from '../../support/article-file.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

const key = { id: 'printer-queue', lang: 'ru' } as const;
const path = 'instruction/printer-queue.ru.md';
let here: TestDesk;
let boris: Desk;
let folder: string;
beforeEach(async () => {
  here = await openTestDesk();
  boris = { ...here.desk, me: here.person('boris') };
  folder = mkdtempSync(join(tmpdir(), 'smena-export-'));
});
afterEach(() => {
  here.close();
  rmSync(folder, { recursive: true, force: true });
});

function publishes(text: string): void {
  for (const result of [
    saveArticle(here.desk, key, { text }),
    submitArticle(here.desk, key),
    acceptArticle(boris, key),
  ]) {
    if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  }
}

function written(): string {
  return readFileSync(join(folder, path), 'utf8');
}

describe('export', () => {
  it('writes what was published here, and touches no file that is as it should be', () => {
    hasFile(here, { id: 'untouched' });
    publishes(articleText());
    const first = exportArticles(here.desk, folder, { all: false });
    expect(first).toEqual({ written: [path], unchanged: [], kept: [] });
    const { mtimeMs } = statSync(join(folder, path));
    expect(exportArticles(here.desk, folder, { all: false }).unchanged).toEqual([path]);
    expect(statSync(join(folder, path)).mtimeMs).toBe(mtimeMs);
    publishes(articleText({ body: 'два\n' }));
    expect(exportArticles(here.desk, folder, { all: false }).written).toEqual([path]);
  });

  it('leaves a file alone that somebody changed by hand', () => {
    publishes(articleText());
    exportArticles(here.desk, folder, { all: false });
    writeFileSync(join(folder, path), 'моё');
    expect(exportArticles(here.desk, folder, { all: false }).kept).toEqual([path]);
    expect(written()).toBe('моё');
  });

  it('of everything copies files byte for byte and leaves archived ones out', () => {
    const text = hasFile(here, { id: 'untouched', body: '\ufeff\r\nкак есть\r\n' });
    hasFile(here);
    archiveArticle(here.desk, key, 'хватит');
    const { written: all } = exportArticles(here.desk, folder, { all: true });
    expect(all).toContain('instruction/untouched.ru.md');
    expect(all).not.toContain(path);
    expect(readFileSync(join(folder, 'instruction/untouched.ru.md'), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toContain('symptom-tree');
  });
});

/** Bodies as people and editors leave them: any line end, marks, blanks, a half-open fence. */
const bodies = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\t',
        ' ',
        '---\n',
        '```\n',
        '<!-- x',
        '\ufeff',
        '‹имя›',
        '👩‍🔧',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join('').replaceAll(/[\ud800-\udfff](?![\udc00-\udfff])/g, '') || 'x');

describe('whatever the text', () => {
  it('export, import and export again give the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const text = articleText({ body });
        if (liveText(here.desk, key)?.text === text) return;
        publishes(text);
        exportArticles(here.desk, folder, { all: false });
        const bytes = readFileSync(join(folder, path));
        using other = await openTestDesk();
        const carla = { ...other.desk, me: other.person('carla') };
        saveArticle(other.desk, key, { text: bytes.toString() });
        submitArticle(other.desk, key);
        acceptArticle(carla, key);
        const again = mkdtempSync(join(other.folder, 'again-'));
        exportArticles(other.desk, again, { all: false });
        expect(readFileSync(join(again, path)).equals(bytes)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('a restored version has exactly its text', () => {
    const first = articleText({ body: 'самый первый\r\n' });
    publishes(first);
    let last = 1;
    fc.assert(
      fc.property(bodies, (body) => {
        const text = articleText({ body: `${last} ${body}` });
        publishes(text);
        last += 1;
        const restored = restoreArticle(boris, key, 1);
        if (!restored.ok) throw new Error(restored.problem.code);
        last += 1;
        expect(restored.value.version).toBe(last);
        expect(liveText(here.desk, key)).toMatchObject({ text: first, version: last });
      }),
      { numRuns: 30 },
    );
  });
});
