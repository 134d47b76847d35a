import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  relatedArticles,
  searchArticles,
  showArticle,
} from '../../../src/app/content/knowledge.ts';
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
  expect(new Set(knowledge.articles.map(({ id }) => id)).size).toBe(ids.length);
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
  expect(showArticle(knowledge, 'escalation-line-3', 'en')?.article.lang).toBe('ru');
  expect(showArticle(knowledge, 'no-such-article')).toBeNull();
});

test('a ticket brings the articles that may help with it, and only those', async () => {
  using desk = await openTestDesk();
  const knowledge = await openContent(desk.desk).knowledge();
  const related = relatedArticles(
    knowledge,
    {
      subject: 'Единый вход: 401 у всех 47 сотрудников',
      texts: ['С утра никто не войдёт, пишет SSO-4121'],
      tags: ['sso'],
    },
    3,
  );
  expect(related[0]?.article.id).toBe('sso-401-after-adfs-setup');
  expect(related.length).toBeLessThanOrEqual(3);
  const none = relatedArticles(knowledge, { subject: 'ывапролд', texts: [], tags: [] }, 3);
  expect(none).toEqual([]);
  expect(relatedArticles(knowledge, { subject: '', texts: [''], tags: [] }, 3)).toEqual([]);
});

test('the desk’s own article is found at the next look, also over a kept copy', async () => {
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
    source: 'overlay',
  });
});

test('the second start reads one kept file, and a torn one does no harm', async () => {
  using desk = await openTestDesk();
  const first = await openContent(desk.desk).knowledge();
  const copy = join(desk.desk.paths.cache, 'articles.json');
  expect(readdirSync(desk.desk.paths.cache)).toContain('articles.json');
  const kept = readFileSync(copy, 'utf8');
  const again = await openContent(desk.desk).knowledge();
  expect(again.articles).toEqual(first.articles);
  expect(readFileSync(copy, 'utf8')).toBe(kept);
  writeFileSync(copy, kept.slice(0, 1_000));
  expect((await openContent(desk.desk).knowledge()).articles).toEqual(first.articles);
  expect(readFileSync(copy, 'utf8')).toBe(kept);
});

test('a broken article is told, the others are there', async () => {
  using desk = await openTestDesk();
  writes(desk, 'kb/instruction/broken.ru.md', '---\nid: broken\n');
  const knowledge = await openContent(desk.desk).knowledge();
  expect(knowledge.articles.length).toBeGreaterThan(20);
  expect(knowledge.problems.map(describeProblem)).toEqual([
    expect.stringContaining('broken.ru.md:1:1 the front matter is not closed'),
  ]);
});
