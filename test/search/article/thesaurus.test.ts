import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readThesaurus } from '../../../src/search/article/read-thesaurus.ts';
import { createThesaurus } from '../../../src/search/article/thesaurus.ts';
import { segmentText, segmentTokens } from '../../../src/search/segment.ts';
import { createStemmer } from '../../../src/search/word.ts';

const stemmer = createStemmer();
const of = (...lists: string[]) => createThesaurus(readThesaurus(lists, stemmer));
const stems = (text: string) =>
  [...segmentText(text)].map((segment) => segmentTokens(segment, stemmer).slice(0, 1));

test('things that are the same are each other’s synonyms, meanings lead one way', () => {
  const words = of('outlook = аутлук, оутлук\nучетка > учетная запись');
  expect(words.of('outlook').map(({ text }) => text)).toEqual(['аутлук', 'оутлук']);
  expect(words.of('оутлук').map(({ text }) => text)).toEqual(['outlook', 'аутлук']);
  expect(words.of('учетк')).toEqual([
    { relation: 'means', tokens: ['учетн', 'запис'], text: 'учетная запись' },
  ]);
  expect(words.of('запис')).toEqual([]);
});

test('a phrase is found in other forms, in another order and among other words', () => {
  const words = of('письма не уходят ~ отчет о недоставке');
  const [found] = words.phrases(stems('с утра не уходит ни одно письмо'));
  expect(found?.share).toBe(1);
  expect(found?.synonyms[0]).toMatchObject({ relation: 'about', text: 'отчет о недоставке' });
});

test('most of a phrase is the phrase, the less surely; two usual words alone are not', () => {
  const words = of('отнять место у раздела ~ сжатие тома\nпринтер не печатает ~ очередь печати');
  expect(words.phrases(stems('отнять кусок у раздела'))[0]?.share).toBeLessThan(1);
  expect(words.phrases(stems('не печатает факс'))).toEqual([]);
});

test('remarks and lines of another form are passed over', () => {
  const words = of('# учетка > запись\nпросто слова\nвпн = vpn # и так\n');
  expect(words.of('учетк')).toEqual([]);
  expect(words.of('впн').map(({ text }) => text)).toEqual(['vpn']);
});

test('every line of the shipped lists is an entry; there are thousands', () => {
  const folder = join(import.meta.dirname, '../../../kb/thesaurus');
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#')),
  );
  const broken = lines.filter((line) => !/^[^=>~]+[=>~][^=>~]+$/.test(line.replace(/\s#.*$/, '')));
  expect(broken).toEqual([]);
  expect(lines.length).toBeGreaterThan(1_500);
});
