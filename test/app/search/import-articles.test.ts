import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { searchArticles } from '../../../src/app/content/knowledge.ts';
import { openContent } from '../../../src/app/desk/content-library.ts';
import { importArticles, resetImport } from '../../../src/app/search/import-articles.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

const line = (id: string, title: string, more: object = {}) =>
  `${JSON.stringify({ id, title, body: `Текст статьи ${title}.`, ...more })}\n`;

function fileOf(here: TestDesk, name: string, content: string | Uint8Array): string {
  const path = join(here.desk.paths.dataFolder, name);
  writeFileSync(path, content);
  return path;
}

async function found(here: TestDesk, query: string): Promise<string[]> {
  const knowledge = await openContent(here.desk).knowledge();
  return searchArticles(knowledge, query, { limit: 5 }).hits.map(({ article }) => article.id);
}

test('a set in place of the base is all there is, until it is taken back', async () => {
  using here = await openTestDesk();
  expect(await found(here, 'принтер')).not.toEqual([]);
  const set = line('tea', 'Чайник шумит') + line('coffee', 'Кофемашина шипит');
  const file = fileOf(here, 'set.jsonl.gz', gzipSync(set));
  expect(await importArticles(here.desk, file, { replace: true })).toMatchObject({
    imported: 2,
    failed: [],
  });
  expect(await found(here, 'кофемашина')).toEqual(['coffee']);
  expect(await found(here, 'принтер')).toEqual([]);
  expect(resetImport(here.desk)).toBe(2);
  expect(await found(here, 'кофемашина')).not.toContain('coffee');
  expect(await found(here, 'принтер')).not.toEqual([]);
});

test('attribution, day and foreign kind stay with the article', async () => {
  using here = await openTestDesk();
  const more = {
    kind: 'howto',
    updated: '11/4/2024',
    source: { repo: 'owner/name', path: 'a.md' },
    licence: 'CC BY 4.0',
  };
  await importArticles(here.desk, fileOf(here, 'a.jsonl', line('tea', 'Чайник', more)), {
    replace: false,
  });
  expect(here.desk.articles.one('tea', 'ru')).toMatchObject({
    kind: 'howto',
    updated: '2024-11-04',
    attribution: { source: 'owner/name/a.md', licence: 'CC BY 4.0' },
    origin: 'import',
  });
});

test('broken lines are told with their place, the rest is taken over', async () => {
  using here = await openTestDesk();
  const broken = Buffer.concat([
    Buffer.from(`${line('tea', 'Чайник')}{"id": oops}\n${line('tea', 'Дубль')}`),
    Buffer.from([0x7b, 0xff, 0xfe, 0x0a]),
    Buffer.from('{"id":"x","title":"без текста"}\n[1]\n'),
    Buffer.from(line('big', 'Большая', { body: 'а'.repeat(1_000_001) })),
    Buffer.from(line('coffee', 'Кофе')),
  ]);
  const report = await importArticles(here.desk, fileOf(here, 'b.jsonl', broken), {
    replace: false,
  });
  expect(report.imported).toBe(2);
  expect(report.failed.map(({ line: at, reason }) => `${at} ${reason}`)).toEqual([
    '2 not-json',
    '3 id-repeated',
    '4 line-not-utf8',
    '5 field-missing',
    '6 not-an-article',
    '7 body-too-long',
  ]);
});

test('a set of which nothing can be read takes nobody’s place', async () => {
  using here = await openTestDesk();
  const good = fileOf(here, 'good.jsonl', line('tea', 'Чайник шумит'));
  await importArticles(here.desk, good, { replace: true });
  const bad = fileOf(here, 'bad.jsonl', 'не JSON\n');
  const report = await importArticles(here.desk, bad, { replace: true });
  expect(report).toMatchObject({ imported: 0, unchanged: 0 });
  expect(report.failed).toHaveLength(1);
  expect(await found(here, 'чайник')).toEqual(['tea']);
});

test('a smaller set in place of a larger one tells what it changed', async () => {
  using here = await openTestDesk();
  const two = fileOf(here, 'set.jsonl', line('tea', 'Чайник') + line('coffee', 'Кофе'));
  await importArticles(here.desk, two, { replace: true });
  const one = fileOf(here, 'set.jsonl', line('tea', 'Чайник'));
  const report = await importArticles(here.desk, one, { replace: true });
  expect(report).toMatchObject({ imported: 0, unchanged: 1, failed: [] });
  expect(await found(here, 'кофе')).toEqual([]);
});

test('what stands behind a set is not found by its meaning either', async () => {
  using here = await openTestDesk();
  await found(here, 'принтер');
  const { count } = here.desk.articles.size();
  const set = Array.from({ length: count }, (_, n) => line(`a${n}`, `Чужая статья ${n} о сети`));
  await importArticles(here.desk, fileOf(here, 'many.jsonl', set.join('')), { replace: true });
  const all = await found(here, 'сертификат почта принтер пароль диск сети');
  expect(all.every((id) => /^a\d+$/.test(id))).toBe(true);
});

test('the same set a second time changes nothing', async () => {
  using here = await openTestDesk();
  const file = fileOf(here, 'c.jsonl', line('tea', 'Чайник'));
  await importArticles(here.desk, file, { replace: false });
  const again = await importArticles(here.desk, file, { replace: false });
  expect(again).toMatchObject({ imported: 0, unchanged: 1 });
});

test('a folder of Markdown is taken over, what is broken in it is told', async () => {
  using here = await openTestDesk();
  const folder = join(here.desk.paths.dataFolder, 'set/instruction');
  mkdirSync(folder, { recursive: true });
  const head = (id: string) =>
    `---\nid: ${id}\ntitle: Чайник\nkind: instruction\nline: 2\nowner: line-2\n---\n`;
  writeFileSync(join(folder, 'tea.ru.md'), `${head('tea')}Налейте воды. <!-- не для чужих -->`);
  writeFileSync(join(folder, 'bad.ru.md'), '---\nid: [\n---\n');
  writeFileSync(
    join(folder, 'old.ru.md'),
    Buffer.concat([Buffer.from(head('old')), Buffer.from([0xcf])]),
  );
  const report = await importArticles(here.desk, join(folder, '..'), { replace: true });
  expect(report.imported).toBe(1);
  expect(report.failed.map(({ reason }) => reason).sort()).toEqual(['front-not-yaml', 'not-utf8']);
  expect(here.desk.articles.one('tea', 'ru')?.body).not.toContain('не для чужих');
});

test('a folder without kinds, or of one kind alone, is taken over by what its articles say', async () => {
  using here = await openTestDesk();
  const folder = join(here.desk.paths.dataFolder, 'flat');
  mkdirSync(join(folder, 'old/desk'), { recursive: true });
  const text = (id: string, kind: string) =>
    `---\nid: ${id}\ntitle: Чайник\nkind: ${kind}\nline: 2\nowner: line-2\n---\nНалейте воды.\n`;
  writeFileSync(join(folder, 'tea.ru.md'), text('tea', 'instruction'));
  writeFileSync(join(folder, 'old/desk/alarm.ru.md'), text('alarm', 'alert'));
  writeFileSync(join(folder, 'jam.ru.md'), text('jam', 'recipe'));
  writeFileSync(join(folder, 'notes.md'), 'Просто записи.');
  const report = await importArticles(here.desk, folder, { replace: true });
  expect(report.imported).toBe(2);
  expect(report.failed.map(({ reason }) => reason).sort()).toEqual(['file-name', 'kind-unknown']);
  expect(here.desk.articles.one('alarm', 'ru')).toMatchObject({ kind: 'alert' });
});
