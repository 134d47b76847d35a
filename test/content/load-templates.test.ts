import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeProblem } from '../../src/content/content-problem.ts';
import { type CheckBody, loadTemplates } from '../../src/content/load-templates.ts';
import { createReplyEngine } from '../../src/render/reply-engine.ts';
import { folderOf } from '../support/article-folder.ts';

const checkBody: CheckBody = (body, language, promiseFrom) =>
  createReplyEngine({ language, deskTimeZone: 'Europe/Moscow' }).check(body, promiseFrom);

const load = (folder: string, overlay: string | null = null) =>
  loadTemplates(folder, overlay, checkBody);

const told = (folder: string) =>
  load(folder).problems.map((problem) => describeProblem(problem).replace(`${folder}/`, ''));

const template = (body: string, actions = '') =>
  `---\nid: wait\ntitle: Нужно время\nsituation: hold\nlang: ru\nchannel: [chat]\nwhen: Когда ждут.\nrequires: []\n${actions}---\n${body}`;

test('every shipped template loads, in both languages', () => {
  const { templates, problems } = load(join(import.meta.dirname, '../../templates/replies'));
  expect(problems.map(describeProblem)).toEqual([]);
  const langs = Map.groupBy(templates, ({ id }) => id);
  expect(langs.size).toBeGreaterThanOrEqual(20);
  for (const [id, twins] of langs) {
    expect(
      twins.map(({ lang }) => lang),
      id,
    ).toEqual(['en', 'ru']);
    expect(
      new Set(twins.map(({ situation, actions }) => JSON.stringify([situation, actions]))).size,
      id,
    ).toBe(1);
  }
});

test('a template is read with its actions', () => {
  const actions =
    'actions:\n  promise: {kind: hold, from: 1, warn: 2m}\n  status: resolved\n  confirm: {by: contact}\n  tags: {add: [a]}\n';
  const folder = folderOf({ 'hold/wait.ru.md': template('\nНужно ${1:10 минут}.\n\n', actions) });
  expect(load(folder)).toEqual({
    problems: [],
    templates: [
      {
        id: 'wait',
        lang: 'ru',
        title: 'Нужно время',
        situation: 'hold',
        channels: ['chat'],
        when: 'Когда ждут.',
        requires: [],
        actions: {
          promise: { kind: 'hold', from: 1, warnBeforeMs: 120_000 },
          status: 'resolved',
          isConfirmation: true,
          addTags: ['a'],
        },
        body: 'Нужно ${1:10 минут}.',
        source: 'shipped',
        file: join(folder, 'hold/wait.ru.md'),
      },
    ],
  });
});

test('an unknown variable, an unknown filter and a broken stop are told at their line of the file', () => {
  expect(
    told(folderOf({ 'hold/wait.ru.md': template('\nДа.\n{{ ticket.nubmer }} ${1:нет\n') })),
  ).toEqual([
    'hold/wait.ru.md:12:4 unknown variable: ticket.nubmer',
    'hold/wait.ru.md:12:21 the stop is not closed: } is missing',
  ]);
  expect(told(folderOf({ 'hold/wait.ru.md': template('{{ now | strftime }}') }))).toEqual([
    'hold/wait.ru.md:10:1 undefined filter: strftime',
  ]);
});

test('a promise needs its stop, a template needs a text', () => {
  const actions = 'actions:\n  promise: {kind: hold, from: 3}\n';
  expect(told(folderOf({ 'hold/wait.ru.md': template('До ${1:14:30}', actions) }))).toEqual([
    'hold/wait.ru.md:12:1 actions.promise.from: the text has no stop 3',
  ]);
  expect(told(folderOf({ 'hold/wait.ru.md': template('\n \n') }))).toEqual([
    'hold/wait.ru.md:10:1 the template has no text',
  ]);
});

test('a wrong folder, channel, duration or language is told where it stands', () => {
  const actions = 'actions:\n  promise: {kind: hold, from: 1, warn: скоро}\n';
  const wrong = template('До ${1:14:30}', actions)
    .replace('[chat]', '[fax]')
    .replace('lang: ru', 'lang: de');
  expect(told(folderOf({ 'hold/wait.ru.md': wrong }))).toEqual([
    expect.stringContaining('hold/wait.ru.md:5:7 lang: '),
    expect.stringContaining('hold/wait.ru.md:6:11 channel.0: '),
    'hold/wait.ru.md:10:40 actions.promise.warn: a duration such as 2m or 1h',
  ]);
  expect(told(folderOf({ 'pause/wait.ru.md': template('Да.') }))).toEqual([
    'pause/wait.ru.md:4:12 situation: the file lies in the folder pause',
  ]);
});

test('a broken template takes nobody else down, and the desk’s own stands in for the shipped one', () => {
  const shipped = folderOf({
    'hold/wait.ru.md': template('Наше.'),
    'hold/broken.ru.md': 'x',
  });
  const overlay = folderOf({ 'hold/wait.ru.md': template('Своё.') });
  const { templates, problems } = load(shipped, overlay);
  expect(templates.map(({ body, source }) => `${body} ${source}`)).toEqual(['Своё. overlay']);
  expect(problems).toHaveLength(1);
});
