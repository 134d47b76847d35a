import { expect, test } from 'vitest';
import { copyArticles } from '../../../src/store/article/copy-articles.ts';
import { testArticle } from '../../support/base.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

const disk = testArticle('disk', 'Диск полон', 'Освободите место.', { origin: 'store' });
const mouse = testArticle('mouse', 'Мышка залипает', 'Почистите.', { origin: 'store' });
const vpn = testArticle('vpn', 'Нет VPN', 'Перезапустите клиент.', { origin: 'store' });

function found({ desk }: TestDesk, token: string): string[] {
  const docs = desk.articles.index.find('title', token, false);
  return desk.articles.byDocs(docs).map(({ article }) => article.id);
}

test('a store has the articles of another one, finds them, and goes its own way from there', async () => {
  using live = await openTestDesk();
  using other = await openTestDesk();
  live.desk.articles.put(disk);
  live.desk.articles.put(mouse);
  live.desk.articles.hide('mouse', 'ru', true);
  other.desk.articles.put(vpn);

  // The second time over what the first one left.
  for (const _ of [1, 2]) copyArticles(live.desk.store.sql, other.desk.store.sql);
  expect(found(other, 'диск')).toEqual(['disk']);
  expect([...found(other, 'мышк'), ...found(other, 'vpn')]).toEqual([]);
  expect(other.desk.articles.waiting()).toBe(0);
  expect(other.desk.articles.revision()).toBe(live.desk.articles.revision());

  other.desk.articles.put(vpn);
  other.desk.articles.remove('disk', 'ru', 'store');
  expect([...found(other, 'диск'), ...found(other, 'vpn')]).toEqual(['vpn']);
  expect([...found(live, 'диск'), ...found(live, 'vpn')]).toEqual(['disk']);
  expect(() =>
    other.desk.store.sql.exec(`INSERT INTO article_fts (article_fts) VALUES ('integrity-check')`),
  ).not.toThrow();
  expect(() => other.desk.store.sql.exec('DELETE FROM article_fts_data')).toThrow();
});
