import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkApart } from '../../../src/app/content/check-apart.ts';
import { checkTemplates } from '../../../src/app/content/check-templates.ts';
import type { BodyToCheck } from '../../../src/content/load-parts.ts';
import { folderOf } from '../../support/article-folder.ts';
import { openTestDesk } from '../../support/desk.ts';

const deskTimeZone = 'Europe/Moscow';
const body = (text: string): BodyToCheck => {
  return { body: text, lang: 'ru', source: 'overlay', promiseFrom: null };
};
const template = (text: string, id = 'wait') =>
  `---\nid: ${id}\ntitle: Ждём\nsituation: hold\nchannel: [chat]\nwhen: Когда ждут.\n---\n${text}\n`;

test('foreign texts are read in a thread of their own, each by itself', async () => {
  const checked = await checkApart(
    [body('Да.'), body('{{ nope }}'), body('{{ now | hm: contact }}')],
    {
      deskTimeZone,
    },
  );
  expect(checked.map((remarks) => remarks.map(({ code }) => code))).toEqual([
    [],
    ['variable-unknown'],
    [],
  ]);
});

test('a text that takes too long is killed with its thread, and the others are still read', async () => {
  const endless = body('{{'.repeat(10_000));
  const checked = await checkApart([endless, body('{{ nope }}')], { deskTimeZone, limitsMs: [1] });
  expect(checked[0]?.map(({ code }) => code)).toEqual(['too-slow']);
  expect(checked).toHaveLength(2);
});

test('templates that try to loop, grow or reach out are told, and nothing hangs', async () => {
  const hostile = {
    'hold/for.ru.md': template('{% for a in (1..1000000000) %}x{% endfor %}', 'for'),
    'hold/file.ru.md': template('{% include "/etc/passwd" %}', 'file'),
    'hold/proto.ru.md': template('{{ contact.constructor.constructor }}', 'proto'),
    'hold/replace.ru.md': template('{{ "a" | replace: "a", "aaaa" }}', 'replace'),
    'hold/braces.ru.md': template('{{'.repeat(9_000), 'braces'),
    'hold/long.ru.md': template('я'.repeat(60_000), 'long'),
    'hold/deep.ru.md': template('{% if now %}'.repeat(800) + '{% endif %}'.repeat(800), 'deep'),
    'hold/good.ru.md': template('Да.', 'good'),
  };
  using desk = await openTestDesk();
  const { checked, problems } = await checkTemplates(desk.desk.paths, [folderOf(hostile)]);
  expect(checked).toBe(8);
  const codes = new Map(problems.map(({ file, code }) => [file.split('/').at(-1), code]));
  expect(codes.get('for.ru.md')).toBe('tag-unknown');
  expect(codes.get('file.ru.md')).toBe('tag-unknown');
  expect(codes.get('proto.ru.md')).toBe('variable-unknown');
  expect(codes.get('replace.ru.md')).toBe('filter-unknown');
  expect(codes.get('long.ru.md')).toBe('too-long');
  expect(codes.has('braces.ru.md')).toBe(true);
  expect(codes.has('good.ru.md')).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'a pipe is never waited for, a link to nowhere is told, a link back is not followed',
  async () => {
    const folder = folderOf({ 'hold/good.ru.md': template('Да.', 'good') });
    execFileSync('mkfifo', [join(folder, 'hold/pipe.ru.md')]);
    symlinkSync('nowhere', join(folder, 'hold/gone.ru.md'));
    symlinkSync('self.ru.md', join(folder, 'hold/self.ru.md'));
    symlinkSync('.', join(folder, 'hold/again'));
    using desk = await openTestDesk();
    const { checked, problems } = await checkTemplates(desk.desk.paths, [folder]);
    expect(checked).toBe(4);
    expect(problems.map(({ file, code }) => [file.split('/').at(-1), code])).toEqual([
      ['gone.ru.md', 'file-not-readable'],
      ['pipe.ru.md', 'file-not-readable'],
      ['self.ru.md', 'file-not-readable'],
    ]);
  },
);

test('one file anywhere is checked with the parts beside it and those of the desk', async () => {
  const folder = folderOf({
    'wait.ru.md': template('{% render "us" %}'),
    'parts/us.ru.md': '---\nid: us\n---\nМы.\n',
    'parts/broken.ru.md': '---\nid: broken\n---\n{{ мы }}\n',
  });
  using desk = await openTestDesk();
  const { paths } = desk.desk;
  expect(await checkTemplates(paths, [join(folder, 'wait.ru.md')])).toEqual({
    checked: 1,
    problems: [],
  });
  const all = await checkTemplates(paths, [folder]);
  expect(all.checked).toBe(3);
  expect(all.problems).toMatchObject([
    { file: join(folder, 'parts/broken.ru.md'), line: 4, column: 4 },
  ]);
  await expect(checkTemplates(paths, [join(folder, 'gone')])).rejects.toMatchObject({
    code: 'file-not-found',
  });
});

test('the templates of the desk are right', async () => {
  using desk = await openTestDesk();
  const { checked, problems } = await checkTemplates(desk.desk.paths, []);
  expect(problems).toEqual([]);
  expect(checked).toBeGreaterThan(40);
});
