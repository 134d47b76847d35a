import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { searchArticles, showArticle } from '../../../src/app/content/knowledge.ts';
import { openContent } from '../../../src/app/desk/content-library.ts';
import { describeProblem } from '../../../src/content/content-problem.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

/** Writes an article or template of the desk's own. */
function writes(desk: TestDesk, name: string, text: string): void {
  const file = join(desk.desk.paths.overlay, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const own = (id: string, title: string, body: string) =>
  `---\nid: ${id}\ntitle: ${title}\nkind: instruction\nline: 2\nowner: line-2\n---\n${body}\n`;

test('an engineer types what the screen says and finds the article', async () => {
  using desk = await openTestDesk();
  const knowledge = await openContent(desk.desk).knowledge();
  expect(knowledge.problems.map(describeProblem)).toEqual([]);
  const { hits } = searchArticles(knowledge, 'No space left on device', { limit: 3 });
  expect(hits.map(({ article }) => article.id)).toContain('disk-full-deleted-but-open');
  expect(hits[0]?.article.lang).toBe('ru');
  expect(hits).toHaveLength(3);
});

test('an empty query lists the base, each article once in the reader’s language', async () => {
  using desk = await openTestDesk();
  const knowledge = await openContent(desk.desk).knowledge();
  const { hits } = searchArticles(knowledge, ' ', { limit: 1_000 });
  const ids = hits.map(({ article }) => article.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(desk.desk.articles.count({ lang: 'ru' }));
  const english = searchArticles(knowledge, '', { limit: 1_000, lang: 'en' });
  const langs = english.hits.map(({ article }) => article.lang);
  expect(langs).toContain('en');
  expect(langs).toContain('ru');
});

test('an article is shown in the wanted language, else as its twin, with neighbours that exist', async () => {
  using desk = await openTestDesk();
  const knowledge = await openContent(desk.desk).knowledge();
  const shown = showArticle(knowledge, 'disk-full-deleted-but-open', 'en');
  expect(shown?.article.lang).toBe('en');
  expect(shown?.langs.toSorted()).toEqual(['en', 'ru']);
  const neighbours = shown?.related.map(({ id, lang }) => `${id} ${lang}`);
  expect(neighbours).toContain('disk-inodes-exhausted en');
  expect(showArticle(knowledge, 'escalation-vendor-provider', 'en')?.article.lang).toBe('ru');
  expect(showArticle(knowledge, 'no-such-article')).toBeNull();
});

test('the desk’s own article is found at the next look', async () => {
  using desk = await openTestDesk();
  const content = openContent(desk.desk);
  const before = await content.knowledge();
  expect(await content.knowledge()).toBe(before);
  writes(desk, 'kb/instruction/coffee.ru.md', own('coffee', 'Кофемашина шипит', 'Налейте воды.'));
  expect(showArticle(await content.knowledge(), 'coffee')).toBeNull();
  content.refresh();
  const knowledge = await content.knowledge();
  expect(searchArticles(knowledge, 'кофемашина', { limit: 1 }).hits[0]?.article).toMatchObject({
    id: 'coffee',
    origin: 'overlay',
  });
});

test('the second start indexes nothing anew; a changed file is indexed alone', async () => {
  using desk = await openTestDesk();
  await openContent(desk.desk).knowledge();
  const revision = desk.desk.articles.revision();
  await openContent(desk.desk).knowledge();
  expect(desk.desk.articles.revision()).toBe(revision);
  expect(desk.desk.articles.waiting()).toBe(0);
  writes(desk, 'kb/instruction/tea.ru.md', own('tea', 'Чайник', 'Налейте воды.'));
  const indexWaiting = vi.spyOn(desk.desk.articles, 'indexWaiting');
  await (await openContent(desk.desk).knowledge()).ready;
  expect(indexWaiting.mock.results.map(({ value }) => value)).toEqual([1]);
});

test('a broken article is told, the others are there', async () => {
  using desk = await openTestDesk();
  writes(desk, 'kb/instruction/broken.ru.md', '---\nid: broken\n');
  const knowledge = await openContent(desk.desk).knowledge();
  expect(desk.desk.articles.size().count).toBeGreaterThan(60);
  expect(knowledge.problems.map(describeProblem)).toEqual([
    expect.stringContaining('broken.ru.md:1:1 the front matter is not closed'),
  ]);
});
