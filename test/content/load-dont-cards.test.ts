import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { describeProblem } from '../../src/content/content-problem.ts';
import { type LoadedDontCards, loadDontCards } from '../../src/content/load-dont-cards.ts';
import { folderOf } from '../support/article-folder.ts';

const templates = join(import.meta.dirname, '../../templates');

const card = (fields = 'instead: [read-back]', body = '## Как это делают\nПеребивают.\n') =>
  `---\nid: interrupting\nlang: ru\ntitle: Перебивать\n${fields}\n---\n${body}`;

const told = (folder: string, { problems }: LoadedDontCards = loadDontCards(folder)) =>
  problems.map((problem) => describeProblem(problem).replace(`${folder}/`, ''));

test('every shipped card loads, in both languages, with the same replies to use instead', () => {
  const { cards, problems } = loadDontCards(join(templates, 'dont'));
  expect(problems.map(describeProblem)).toEqual([]);
  const twins = Map.groupBy(cards, ({ id }) => id);
  expect(twins.size).toBeGreaterThanOrEqual(11);
  for (const [id, [en, ru]] of twins) {
    expect([en?.lang, ru?.lang], id).toEqual(['en', 'ru']);
    expect(en?.instead, id).toEqual(ru?.instead);
  }
});

test('a card sends only to replies that are there, and names each of them in its text', () => {
  const replies = readdirSync(join(templates, 'replies'), { recursive: true, encoding: 'utf8' });
  const files = new Set(replies.map((file) => basename(file)));
  for (const { id, lang, instead, body } of loadDontCards(join(templates, 'dont')).cards) {
    for (const reply of instead) {
      expect(files, `${id} sends to ${reply}`).toContain(`${reply}.${lang}.md`);
      expect(body, `${id}.${lang}`).toContain(`\`${reply}\``);
    }
  }
});

test('a shipped card says how it sounds, why not and what instead', () => {
  for (const { id, lang, body } of loadDontCards(join(templates, 'dont')).cards) {
    const headings =
      lang === 'ru'
        ? ['## Как это делают', '## Почему так не надо', '## Что вместо']
        : ['## What people do', '## Why not', '## What to say instead'];
    expect(body.match(/^## .*$/gm), id).toEqual(headings);
    // What people say there, and what to say.
    expect(body.match(/^> /gm), id).toHaveLength(2);
  }
});

test('a card is read with what to use instead', () => {
  const folder = folderOf({ 'interrupting.ru.md': card() });
  expect(loadDontCards(folder)).toEqual({
    problems: [],
    cards: [
      {
        id: 'interrupting',
        lang: 'ru',
        title: 'Перебивать',
        instead: ['read-back'],
        body: '## Как это делают\nПеребивают.',
        file: join(folder, 'interrupting.ru.md'),
      },
    ],
  });
});

test('a broken card is told at its place and takes nobody else down', () => {
  const folder = folderOf({
    'interrupting.ru.md': card(),
    'empty.ru.md': card()
      .replace('id: interrupting', 'id: empty')
      .replace(/## [\s\S]*/, ''),
    'nothing-instead.ru.md': card('instead: []').replace('interrupting', 'nothing-instead'),
    'another.ru.md': card('verdict: leave-out'),
    'talk/deep.ru.md': card(),
    'notes.md': 'x',
  });
  const loaded = loadDontCards(folder);
  expect(loaded.cards.map(({ id }) => id)).toEqual(['interrupting']);
  expect(told(folder, loaded)).toEqual([
    'notes.md:1:1 the file must be <id>.<lang>.md, such as interrupting.ru.md',
    'talk/deep.ru.md:1:1 the file must be <id>.<lang>.md, such as interrupting.ru.md',
    expect.stringMatching(/^another\.ru\.md:\d+:\d+ instead: /),
    'another.ru.md:5:10 verdict: unknown key',
    'empty.ru.md:7:1 the card has no text',
    expect.stringMatching(/^nothing-instead\.ru\.md:5:10 instead: /),
  ]);
});

test('a desk without the folder has no cards', () => {
  expect(loadDontCards('/nowhere/dont')).toEqual({ cards: [], problems: [] });
});
