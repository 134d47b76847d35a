import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplates } from '../../src/app/content/read-templates.ts';
import { joinTemplateFiles, readTemplateFiles } from '../../src/content/read-template-files.ts';
import type { TemplateProblem } from '../../src/content/template-problem.ts';
import type { Language } from '../../src/domain/vocabulary.ts';
import { createReplyEngine } from '../../src/render/reply-engine.ts';
import { folderOf } from '../support/article-folder.ts';

const deskTimeZone = 'Europe/Moscow';
const engine = (language: Language) => createReplyEngine({ language, deskTimeZone });

const load = (shipped: string, overlay: string | null = null) =>
  readTemplates(
    joinTemplateFiles(
      readTemplateFiles(shipped, 'shipped'),
      ...(overlay === null ? [] : [readTemplateFiles(overlay, 'overlay')]),
    ),
    { engine, deskTimeZone },
  );

const describe = ({ file, line, column, code, params }: TemplateProblem, folder = '') => {
  const { known: _, expected: __, ...told } = params;
  return [`${file.replace(`${folder}/`, '')}:${line}:${column}`, code, ...Object.values(told)]
    .join(' ')
    .trim();
};

const told = async (folder: string) =>
  (await load(folder)).problems.map((problem) => describe(problem, folder));

const template = (body: string, actions = '') =>
  `---\nid: wait\ntitle: Нужно время\nsituation: hold\nlang: ru\nchannel: [chat]\nwhen: Когда ждут.\nrequires: []\n${actions}---\n${body}`;

const part = (id: string, body: string) => `---\nid: ${id}\n---\n${body}\n`;

test('every shipped template loads, in both languages', async () => {
  const { templates, problems } = await load(join(import.meta.dirname, '../../templates/replies'));
  expect(problems.map((problem) => describe(problem))).toEqual([]);
  const langs = Map.groupBy(templates, ({ id }) => id);
  expect(langs.size).toBeGreaterThanOrEqual(20);
  for (const [id, twins] of langs) {
    expect(
      twins.map(({ lang }) => lang),
      id,
    ).toEqual(['en', 'ru']);
    const same = twins.map(({ situation, channels, requires, actions }) =>
      JSON.stringify([situation, channels, requires, { ...actions, reason: '' }]),
    );
    expect(new Set(same).size, id).toBe(1);
  }
});

test('a template is read with its actions', async () => {
  const actions =
    'actions:\n  promise: {kind: hold, from: 1, warn: 2m}\n  status: closed\n  confirm: {by: contact}\n  tags: {add: [a], remove: [b]}\n  time: 5m\n  reason: ждём\n  escalation: {line: 3}\n';
  const folder = folderOf({ 'hold/wait.ru.md': template('\nНужно ${1:10 минут}.\n\n', actions) });
  expect(await load(folder)).toEqual({
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
          status: 'closed',
          reason: 'ждём',
          isConfirmation: true,
          addTags: ['a'],
          removeTags: ['b'],
          timeSpentMs: 300_000,
          escalateTo: '3',
        },
        body: 'Нужно ${1:10 минут}.',
        source: 'shipped',
        file: join(folder, 'hold/wait.ru.md'),
      },
    ],
  });
});

test('an unknown variable, an unknown filter and a broken stop are told at their line of the file', async () => {
  expect(
    await told(folderOf({ 'hold/wait.ru.md': template('\nДа.\n{{ ticket.nubmer }} ${1:нет\n') })),
  ).toEqual([
    'hold/wait.ru.md:12:4 variable-unknown ticket.nubmer',
    'hold/wait.ru.md:12:21 stop-unclosed',
  ]);
  expect(await told(folderOf({ 'hold/wait.ru.md': template('{{ now | strftime }}') }))).toEqual([
    'hold/wait.ru.md:10:10 filter-unknown strftime',
  ]);
});

test('a promise needs its stop, a template needs a text', async () => {
  const actions = 'actions:\n  promise: {kind: hold, from: 3}\n';
  expect(await told(folderOf({ 'hold/wait.ru.md': template('До ${1:14:30}', actions) }))).toEqual([
    'hold/wait.ru.md:12:1 promise-stop 3',
  ]);
  expect(await told(folderOf({ 'hold/wait.ru.md': template('\n \n') }))).toEqual([
    'hold/wait.ru.md:12:1 no-text',
  ]);
});

test('a wrong folder, channel, duration or language is told where it stands', async () => {
  const actions = 'actions:\n  promise: {kind: hold, from: 1, warn: скоро}\n  colour: red\n';
  const wrong = template('До ${1:14:30}', actions)
    .replace('[chat]', '[fax]')
    .replace('when: Когда ждут.\n', '')
    .replace('lang: ru', 'lang: de');
  expect(await told(folderOf({ 'hold/wait.ru.md': wrong }))).toEqual([
    'hold/wait.ru.md:5:7 field-wrong lang de',
    'hold/wait.ru.md:6:11 field-wrong channel.0 fax',
    'hold/wait.ru.md:1:1 field-missing when',
    'hold/wait.ru.md:9:40 field-no-duration actions.promise.warn скоро',
    'hold/wait.ru.md:10:11 field-unknown actions.colour',
  ]);
  expect(await told(folderOf({ 'pause/wait.ru.md': template('Да.') }))).toEqual([
    'pause/wait.ru.md:4:12 situation-elsewhere situation hold pause',
  ]);
});

test('only a confirmation closes, and nobody requires what nobody can give', async () => {
  const closing = template('Да.', 'actions: {status: closed}\n');
  expect(await told(folderOf({ 'hold/wait.ru.md': closing }))).toEqual([
    'hold/wait.ru.md:9:19 closing-unconfirmed actions.status',
  ]);
  const confirming = template('Да.', 'actions: {status: open, confirm: {by: contact}}\n');
  expect((await told(folderOf({ 'hold/wait.ru.md': confirming })))[0]).toContain(
    'confirmation-alone',
  );
  const asking = template('Да.').replace('requires: []', 'requires: [customer.name, серийник]');
  expect(await told(folderOf({ 'hold/wait.ru.md': asking }))).toEqual([
    'hold/wait.ru.md:8:27 requirement-unknown requires.1 серийник',
  ]);
});

test('a broken template takes nobody else down, and the desk’s own stands in for the shipped one', async () => {
  const shipped = folderOf({
    'hold/wait.ru.md': template('Наше.'),
    'hold/broken.ru.md': 'x',
    'hold/name.md': 'x',
    'hold/bytes.ru.md': Uint8Array.of(0xff, 0xfe, 0x41),
  });
  const overlay = folderOf({ 'hold/wait.ru.md': template('Своё.') });
  const { templates, problems } = await load(shipped, overlay);
  expect(templates.map(({ body, source }) => `${body} ${source}`)).toEqual(['Своё. overlay']);
  expect(problems.map(({ code }) => code).sort()).toEqual([
    'file-name',
    'front-missing',
    'not-utf8',
  ]);
});

test('a broken template of the desk leaves the shipped one in its place', async () => {
  const shipped = folderOf({ 'hold/wait.ru.md': template('Наше.') });
  const overlay = folderOf({ 'hold/wait.ru.md': template('{{ свое }}') });
  const { templates, problems } = await load(shipped, overlay);
  expect(templates.map(({ body }) => body)).toEqual(['Наше.']);
  expect(problems.map(({ code }) => code)).toEqual(['variable-unknown']);
});

test('texts that templates share are put in, also parts of parts, and the desk’s own part stands in', async () => {
  const shipped = folderOf({
    'hold/wait.ru.md': template('{% render "hello" %}\n\nЖду {%- render "bye" -%} \n.'),
    'parts/hello.ru.md': part('hello', '{{ now | greeting: contact }}! {% render "us" %}'),
    'parts/us.ru.md': part('us', 'Это {{ org.name }}.'),
    'parts/bye.ru.md': part('bye', ', ${1:до связи}'),
  });
  const [own] = (await load(shipped)).templates;
  expect(own?.body).toBe(
    '{{ now | greeting: contact }}! Это {{ org.name }}.\n\nЖду, ${1:до связи}.',
  );
  const overlay = folderOf({ 'parts/us.ru.md': part('us', 'Пишет {{ me.name }}.') });
  const [changed] = (await load(shipped, overlay)).templates;
  expect(changed?.body).toContain('contact }}! Пишет {{ me.name }}.');
});

test('a broken part is told at its own place and where it is used; others stay', async () => {
  const folder = folderOf({
    'hold/wait.ru.md': template('Да.\n{% render "hello" %} {{ nope }}'),
    'hold/fine.ru.md': template('{% render "us" %}').replace('id: wait', 'id: fine'),
    'parts/hello.ru.md': part('hello', 'Раз\nДва {{ ticket.nubmer }} {% render "us" %}'),
    'parts/us.ru.md': part('us', 'Мы.'),
  });
  expect(await told(folder)).toEqual([
    'parts/hello.ru.md:5:8 variable-unknown ticket.nubmer',
    'hold/wait.ru.md:11:1 part-broken hello',
  ]);
  expect((await load(folder)).templates.map(({ id }) => id)).toEqual(['fine']);
});

test('a broken part of the desk leaves the shipped part in use', async () => {
  const shipped = folderOf({
    'hold/wait.ru.md': template('{% render "us" %}'),
    'parts/us.ru.md': part('us', 'Мы.'),
  });
  const overlay = folderOf({ 'parts/us.ru.md': part('us', '{{ мы }}') });
  const { templates, problems } = await load(shipped, overlay);
  expect(templates.map(({ body }) => body)).toEqual(['Мы.']);
  expect(problems.map(({ code }) => code)).toEqual(['variable-unknown']);
});

test('parts that are not there, use themselves, take arguments or are too many are told', async () => {
  const many = '{% render "us" %}'.repeat(60);
  const folder = folderOf({
    'hold/wait.ru.md': template(
      `{% render "no" %}\n {% render us %}{% render "us", a: 1 %}\n${many}`,
    ),
    'parts/us.ru.md': part('us', 'Мы.'),
    'parts/a.ru.md': part('a', 'a {% render "b" %}'),
    'parts/b.ru.md': part('b', 'b {% render "a" %}'),
    'parts/act.ru.md': '---\nid: act\nactions: {status: open}\n---\nДа.',
  });
  const problems = await told(folder);
  expect(problems).toContain('parts/act.ru.md:3:10 field-unknown actions');
  expect(problems).toContain('parts/a.ru.md:4:3 part-recursive b');
  expect(problems).toContain('hold/wait.ru.md:10:1 part-unknown no');
  expect(problems).toContain('hold/wait.ru.md:11:2 part-arguments us');
  expect(problems).toContain('hold/wait.ru.md:11:17 part-arguments "us", a: 1');
  expect(problems.some((problem) => problem.includes('part-too-deep us'))).toBe(true);
});

test('parts that multiply are stopped before they are put together', async () => {
  const tenfold = (id: string) => `{% render "${id}" %}`.repeat(10);
  const overlay = folderOf({
    'hold/wait.ru.md': template(tenfold('a')),
    'parts/a.ru.md': part('a', tenfold('b')),
    'parts/b.ru.md': part('b', tenfold('c')),
    'parts/c.ru.md': part('c', 'x'.repeat(3_000)),
  });
  const { templates, problems } = await load(folderOf({}), overlay);
  expect(templates).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
});
