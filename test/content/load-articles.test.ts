import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseArticleMarkdown } from '../../src/content/article-markdown.ts';
import { type ContentProblem, describeProblem } from '../../src/content/content-problem.ts';
import { loadArticles } from '../../src/content/load-articles.ts';
import { folderOf } from '../support/article-folder.ts';

const article = (id: string, more = '', body = 'Текст.') =>
  `---\nid: ${id}\ntitle: О диске\nkind: instruction\nline: 2\ntags: [df, 502]\nowner: line-2\nreviewBy: 2027-05-21\nminutes: 15\n${more}public: false\n---\n${body}\n`;

const told = (problems: readonly ContentProblem[], folder: string) =>
  problems.map((problem) => describeProblem(problem).replace(`${folder}/`, ''));

test('every shipped article loads, and can be read', () => {
  const { articles, problems } = loadArticles(join(import.meta.dirname, '../../kb'), null);
  expect(problems.map(describeProblem)).toEqual([]);
  expect(articles.length).toBeGreaterThan(20);
  for (const { id, body } of articles) {
    expect(parseArticleMarkdown(body).length, id).toBeGreaterThan(3);
  }
});

test('an article is read with its twin beside it', () => {
  const folder = folderOf({
    'instruction/disk.ru.md': article('disk', 'related: []\n'),
    'instruction/disk.en.md': article('disk', '', 'Text.'),
    'instruction/README.md': 'not an article',
  });
  const { articles, problems, warnings } = loadArticles(folder, null);
  expect([problems, warnings]).toEqual([[], []]);
  expect(articles.map(({ id, lang }) => `${id} ${lang}`)).toEqual(['disk en', 'disk ru']);
  expect(articles[1]).toEqual({
    id: 'disk',
    lang: 'ru',
    title: 'О диске',
    kind: 'instruction',
    line: '2',
    tags: ['df', '502'],
    owner: 'line-2',
    reviewBy: '2027-05-21',
    minutes: 15,
    related: [],
    isPublic: false,
    body: 'Текст.\n',
    section: null,
    updated: null,
    backup: null,
    attribution: null,
    origin: 'shipped',
    file: join(folder, 'instruction/disk.ru.md'),
  });
});

test('the desk’s own article stands in for the shipped one, language by language', () => {
  const shipped = folderOf({
    'instruction/disk.ru.md': article('disk'),
    'instruction/disk.en.md': article('disk'),
  });
  const overlay = folderOf({ 'instruction/disk.ru.md': article('disk', '', 'Наш порядок.') });
  const { articles, problems } = loadArticles(shipped, overlay);
  expect(problems).toEqual([]);
  expect(articles.map(({ lang, origin }) => `${lang} ${origin}`)).toEqual([
    'en shipped',
    'ru overlay',
  ]);
});

test('a broken article of the desk leaves the shipped one in force', () => {
  const shipped = folderOf({ 'instruction/disk.ru.md': article('disk') });
  const overlay = folderOf({ 'instruction/disk.ru.md': 'без шапки' });
  const { articles, problems } = loadArticles(shipped, overlay);
  expect(articles[0]?.origin).toBe('shipped');
  expect(told(problems, overlay)).toEqual([
    'instruction/disk.ru.md:1:1 the file must begin with front matter between two lines of ---',
  ]);
});

test('everything that is wrong is told at once, each with its place', () => {
  const folder = folderOf({
    'alert/wrong.ru.md':
      '---\nid: other\ntitle: ""\nkind: alert\nline: 2\nowner: a\nfoo: 1\nreviewBy: завтра\n---\n',
    'alert/named.ru.md': article('nam'),
    'instruction/yaml.ru.md': '---\nid: [\n---\n',
    'instruction/Имя.md': 'x',
    'loose.ru.md': 'x',
  });
  expect(told(loadArticles(folder, null).problems, folder).sort()).toEqual([
    'alert/named.ru.md:2:5 id: the file is named named',
    'alert/wrong.ru.md:3:8 title: Too small: expected string to have >=1 characters',
    'alert/wrong.ru.md:7:6 foo: unknown key',
    'alert/wrong.ru.md:8:11 reviewBy: a day such as 2027-05-21',
    expect.stringContaining('instruction/yaml.ru.md:'),
    expect.stringContaining('instruction/Имя.md:1:1 the file must be'),
    expect.stringContaining('loose.ru.md:1:1 the file must be'),
  ]);
});

test('a related article that does not exist is a warning: the article itself is there', () => {
  const folder = folderOf({
    'instruction/disk.ru.md': article('disk', 'related: [df, disk, gone]\n'),
    'instruction/df.ru.md': article('df'),
  });
  const { articles, problems, warnings } = loadArticles(folder, null);
  expect([articles.length, problems.length]).toEqual([2, 0]);
  expect(told(warnings, folder)).toEqual([
    'instruction/disk.ru.md:10:21 related.2: there is no article gone',
  ]);
});

test('one id and language in two folders is told, and a missing folder has no articles', () => {
  const folder = folderOf({
    'instruction/disk.ru.md': article('disk'),
    'alert/disk.ru.md': article('disk').replace('kind: instruction', 'kind: alert'),
  });
  expect(told(loadArticles(folder, null).problems, folder)).toEqual([
    expect.stringMatching(/^instruction\/disk\.ru\.md:1:1 disk is also in .*alert\/disk\.ru\.md$/),
  ]);
  expect(loadArticles(join(folder, 'nowhere'), join(folder, 'nowhere'))).toEqual({
    articles: [],
    problems: [],
    warnings: [],
  });
});
