import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexArticleBy } from '../../../src/app/search/index-article.ts';
import { type ArticleOrigin, articleOrigins } from '../../../src/domain/article.ts';
import { createStemmer } from '../../../src/search/word.ts';
import { ArticleStore, type IndexArticle } from '../../../src/store/article/article-store.ts';
import { openMemory } from '../../../src/store/open-memory.ts';
import { testArticle } from '../../support/base.ts';

const byStem = indexArticleBy(createStemmer());

function openBase(index: IndexArticle = byStem) {
  const sql = openMemory();
  return { sql, base: new ArticleStore(sql, index) };
}

const found = (base: ArticleStore, token: string) =>
  base.index
    .find('title', token, false)
    .flatMap((doc) => base.byDocs([doc]).map((one) => one.article.origin));

test('what was written here stands in for the file, and the file is back when it is taken away', () => {
  const { base } = openBase();
  base.put(testArticle('disk', 'Диск полон', 'Файл.', { origin: 'shipped' }));
  base.put(testArticle('disk', 'Том полон', 'Своё.', { origin: 'store' }));
  expect(base.one('disk', 'ru')?.title).toBe('Том полон');
  expect(found(base, 'диск')).toEqual([]);
  expect(found(base, 'том')).toEqual(['store']);
  base.remove('disk', 'ru', 'store');
  expect(base.one('disk', 'ru')?.title).toBe('Диск полон');
  expect(found(base, 'диск')).toEqual(['shipped']);
});

test('an archived article is out of sight, whatever files there are of it', () => {
  const { base } = openBase();
  base.put(testArticle('disk', 'Диск полон', 'Файл.', { origin: 'shipped' }));
  base.hide('disk', 'ru', true);
  base.mirror(
    ['shipped'],
    [testArticle('disk', 'Диск полон', 'Новый текст.', { origin: 'shipped' })],
  );
  while (base.indexWaiting(10) > 0);
  expect(base.one('disk', 'ru')).toBeNull();
  expect(found(base, 'диск')).toEqual([]);
  base.hide('disk', 'ru', false);
  expect(found(base, 'диск')).toEqual(['shipped']);
});

test('an imported set stands alone until it is taken back', () => {
  const { base } = openBase();
  base.put(testArticle('disk', 'Диск полон', 'Файл.', { origin: 'shipped' }));
  base.putAll([testArticle('vpn', 'Впн падает', 'Чужое.', { origin: 'import' })]);
  base.setAlone(true);
  while (base.indexWaiting(10) > 0);
  expect(base.size().count).toBe(1);
  expect(found(base, 'диск')).toEqual([]);
  base.clear('import');
  base.setAlone(false);
  while (base.indexWaiting(10) > 0);
  expect(found(base, 'диск')).toEqual(['shipped']);
  expect(base.one('vpn', 'ru')).toBeNull();
});

test('a word with letters that FTS5 does not know is in no article, and no error', () => {
  const { base } = openBase();
  base.put(testArticle('disk', 'Диск полон 一ᦰ一', 'Файл.'));
  expect(found(base, '一ᦰ一')).toEqual([]);
  expect(base.index.find('title', '一ᦰ', true)).toEqual(expect.any(Array));
  expect(found(base, 'диск')).toHaveLength(1);
});

test('another way of reading words indexes everything anew', () => {
  const { sql, base } = openBase();
  base.put(testArticle('disk', 'Диск полон', 'Файл.', { origin: 'shipped' }));
  const next = new ArticleStore(sql, { ...byStem, version: byStem.version + 1 });
  expect(next.waiting()).toBe(1);
  expect(next.indexWaiting(10)).toBe(1);
  expect(next.waiting()).toBe(0);
  expect(found(next, 'диск')).toEqual(['shipped']);
});

test('whatever is put, hidden and removed, the strongest origin is live and alone is found', () => {
  const origin = fc.constantFrom<ArticleOrigin>(...articleOrigins);
  const step = fc.oneof(
    fc.record({ do: fc.constant('put' as const), origin }),
    fc.record({ do: fc.constant('remove' as const), origin }),
    fc.record({ do: fc.constant('hide' as const), isHidden: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { base } = openBase();
      const there = new Set<ArticleOrigin>();
      let isHidden = false;
      for (const one of steps) {
        if (one.do === 'hide') {
          isHidden = one.isHidden;
          base.hide('a', 'ru', isHidden);
        } else if (one.do === 'put') {
          there.add(one.origin);
          base.put(testArticle('a', 'Слово', one.origin, { origin: one.origin }));
        } else {
          there.delete(one.origin);
          base.remove('a', 'ru', one.origin);
        }
      }
      const strongest = isHidden ? undefined : articleOrigins.findLast((name) => there.has(name));
      expect(base.one('a', 'ru')?.origin).toBe(strongest);
      expect(found(base, 'слов')).toEqual(strongest === undefined ? [] : [strongest]);
    }),
    { numRuns: 60 },
  );
});
