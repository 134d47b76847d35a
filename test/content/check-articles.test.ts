import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleProblems } from '../../src/content/article-problem.ts';
import { requiredSections } from '../../src/content/article-sections.ts';
import { checkArticles } from '../../src/content/check-articles.ts';
import { loadArticles } from '../../src/content/load-articles.ts';
import { articleKinds } from '../../src/domain/article.ts';
import { articleCheck as english } from '../../src/i18n/en/article-check.ts';
import { articleCheck as russian } from '../../src/i18n/ru/article-check.ts';
import { answer, folderOf, front, instruction } from '../support/article-folder.ts';

const today = '2026-11-21';
const root = join(import.meta.dirname, '../..');

/** What a check tells, as `file:line:column code`. */
function told(...folders: string[]): string[] {
  const { problems } = checkArticles({ folders, today });
  return problems.map(({ file, line, column, code }) => {
    const name = folders.reduce((path, folder) => path.replace(`${folder}/`, ''), file);
    return `${name}:${line}:${column} ${code}`;
  });
}

/** What a check tells of one article. */
function codes(name: string, text: string | Uint8Array): string[] {
  return told(folderOf({ [name]: text })).map((line) => line.split(' ')[1] ?? '');
}

test('the shipped base has no mistakes', () => {
  const { problems } = checkArticles({ folders: [join(root, 'kb')], today });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('every problem has a sentence in both languages', () => {
  const known = Object.keys(articleProblems).toSorted();
  expect(Object.keys(english.problems).toSorted()).toEqual(known);
  expect(Object.keys(russian.problems).toSorted()).toEqual(known);
});

describe('an article by its kind', () => {
  test('an instruction without a message and without a command is refused', () => {
    expect(codes('instruction/disk.ru.md', instruction('disk', 'Диск полон.'))).toEqual([
      'no-message',
    ]);
    for (const look of ['`df`', '«Недостаточно места на диске»', '```\ncp: error\n```']) {
      expect(codes('instruction/disk.ru.md', instruction('disk', look))).toEqual([]);
    }
  });

  test('missing and empty sections are told, a suffix of a heading and ё are no matter', () => {
    const text = instruction('disk')
      .replace('## Как откатить\nТекст.', '## Как откатить')
      .replace('## Как проверить', '## Как посмотреть')
      .replace('## Что сделать', '## ЧТО СДЕЛАТЬ (15 минут)');
    expect(told(folderOf({ 'instruction/disk.ru.md': text }))).toEqual([
      'instruction/disk.ru.md:4:7 section-missing',
      'instruction/disk.ru.md:24:1 section-empty',
    ]);
  });

  test('a symptom tree has a table, an article about customers names one', () => {
    const tree = instruction('tree').replace('kind: instruction', 'kind: symptom-tree');
    expect(codes('symptom-tree/tree.ru.md', tree)).toEqual(['no-table']);
    const table = `${tree}\n## Шаг 1\n| Код | Причина |\n|---|---|\n| 401 | часы |\n`;
    expect(codes('symptom-tree/tree.ru.md', table)).toEqual([]);
    const fields = { kind: 'peculiarity', public: 'false' };
    const habits = `${front('habits', fields)}## Что сказать клиенту\nДа.\n## Чего не делать\nНет.\n`;
    expect(codes('peculiarity/habits.ru.md', habits)).toEqual(['no-topic']);
    expect(codes('peculiarity/habits.ru.md', `${habits}## Демо-Молоко\nЗвонит.\n`)).toEqual([]);
  });

  test('an answer for customers is public and keeps our words to itself', () => {
    const closed = front('faq', { public: 'false' }) + answer;
    expect(codes('faq-public/faq.ru.md', closed)).toEqual(['not-public']);
    const ours = `${front('faq', { tags: '[srv-1c]' })}${answer}Вторая линия, SM-42, 10.0.0.7.\n`;
    expect(told(folderOf({ 'faq-public/faq.ru.md': ours }))).toEqual([
      'faq-public/faq.ru.md:6:8 internal-word',
      'faq-public/faq.ru.md:19:1 internal-word',
      'faq-public/faq.ru.md:19:15 internal-word',
      'faq-public/faq.ru.md:19:22 internal-word',
    ]);
    const remark = `${front('faq')}<!-- SM-42, линия 2 -->\n${answer}`;
    expect(codes('faq-public/faq.ru.md', remark)).toEqual([]);
    expect(codes('faq-public/faq.ru.md', `${front('faq')}${answer}<!-- не закрыто`)).toEqual([
      'comment-open',
    ]);
  });

  test('a template that nobody has filled is told as such, filled it is right', () => {
    const folder = join(root, 'templates/articles');
    const files = readdirSync(folder).map((file): [string, string] => {
      const [kind = ''] = file.split('.');
      const text = readFileSync(join(folder, file), 'utf8');
      return [
        `${kind}/${kind}.${file.split('.')[1]}.md`,
        text.replace('{id}', kind).replace('{reviewBy}', '2027-05-21'),
      ];
    });
    expect(files).toHaveLength(articleKinds.length * 2);
    const filled = files.map(([name, text]): [string, string] => [
      name,
      text
        .replace(/^title: .*/m, `title: ${name}`)
        .replace(/(minutes|restoreMinutes): ‹[^›]*›/gi, '$1: 10')
        .replace(/‹([^›]*)›/g, '$1'),
    ]);
    for (const [name, text] of files) {
      expect(new Set(codes(name, text)), name).toEqual(new Set(['unfilled']));
    }
    const rest = [
      ...checkArticles({ folders: [folderOf(Object.fromEntries(filled))], today }).problems,
    ];
    expect(new Set(rest.map(({ code }) => code))).toEqual(new Set(['backup-unproven']));
  });

  test.each(articleKinds)('%s names its sections in two languages', (kind) => {
    for (const { name } of requiredSections[kind]) {
      expect(name.ru).toMatch(/\p{Script=Cyrillic}/u);
      expect(name.en).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });
});

describe('front matter', () => {
  const name = 'faq-public/faq.ru.md';
  test.each([
    ['no front matter', 'без шапки', 'front-missing'],
    ['no end of it', '---\nid: faq\n', 'front-unclosed'],
    ['not YAML', '---\nid: [\n---\n', 'front-not-yaml'],
    ['a misspelt field', `${front('faq', { titel: 'x' })}${answer}`, 'field-unknown'],
    ['a missing field', `${front('faq', { owner: null })}${answer}`, 'field-missing'],
    ['no day of review', `${front('faq', { reviewBy: null })}${answer}`, 'field-missing'],
    ['an empty title', `${front('faq', { title: '""' })}${answer}`, 'field-empty'],
    ['no such day', `${front('faq', { reviewBy: '2027-02-30' })}${answer}`, 'field-no-day'],
    ['no id', `${front('faq', { related: '[А]' })}${answer}`, 'field-no-id'],
    ['a wrong value', `${front('faq', { public: 'maybe' })}${answer}`, 'field-wrong'],
    ['an unknown kind', `${front('faq', { kind: 'howto' })}${answer}`, 'kind-unknown'],
    ['another id than the file', `${front('other')}${answer}`, 'id-differs'],
    ['another language', `${front('faq', { lang: 'en' })}${answer}`, 'lang-differs'],
  ])('%s', (_, text, code) => {
    expect(codes(name, text)).toEqual([code]);
  });

  test('names of files and folders', () => {
    expect(codes('loose.ru.md', answer)).toEqual(['file-name']);
    expect(codes('faq-public/Вопрос.md', answer)).toEqual(['file-name']);
    expect(codes('alert/faq.ru.md', front('faq') + answer)).toEqual(['kind-elsewhere']);
    expect(codes('README.md', 'ничего')).toEqual([]);
    expect(codes('thesaurus/words.md', 'ничего')).toEqual([]);
  });
});

describe('between articles', () => {
  test('links lead to articles and files that are there, and never out of the folder', () => {
    const text = `${front('faq', { public: 'false', kind: 'typical-answer', related: '[gone, vpn]' })}
## Когда отвечать так
[vpn] [no-such] [vpn-home] [дома](../faq-public/vpn-home.ru.md#что) ![снимок](../shots/a.png)
\`[not-a-link]\` [2026-11-20] [нет](../shots/b.png) [а](../../../etc/passwd) [б](/etc/passwd)
[в](javascript:alert) [г](file:///etc) [д](https://example.com) [е](mailto:a@b.example)

## Ответ
Да.

## Чего не писать
Нет.
`;
    const folder = folderOf({
      'typical-answer/faq.ru.md': text,
      'faq-public/vpn.ru.md': front('vpn') + answer,
      'faq-public/vpn-home.ru.md': front('vpn-home', { title: 'Дома' }) + answer,
      'shots/a.png': 'a',
      'shots/orphan.png': 'b',
    });
    expect(told(folder)).toEqual([
      'shots/orphan.png:1:1 orphan-file',
      'typical-answer/faq.ru.md:10:11 link-broken',
      'typical-answer/faq.ru.md:14:7 link-broken',
      'typical-answer/faq.ru.md:15:29 link-broken',
      'typical-answer/faq.ru.md:15:51 link-escapes',
      'typical-answer/faq.ru.md:15:76 link-escapes',
      'typical-answer/faq.ru.md:16:1 link-scheme',
      'typical-answer/faq.ru.md:16:23 link-scheme',
    ]);
  });

  test('a public article does not lead to an internal one', () => {
    const folder = folderOf({
      'faq-public/faq.ru.md': `${front('faq')}${answer}[disk-full]\n`,
      'instruction/disk-full.ru.md': instruction('disk-full'),
    });
    expect(told(folder)).toEqual(['faq-public/faq.ru.md:19:1 link-internal']);
  });

  test('one id under two kinds, and titles that say the same', () => {
    const title = 'Принтер не печатает: что делать, пока ждём';
    const folder = folderOf({
      'faq-public/a.ru.md': front('a', { title: `"${title}"` }) + answer,
      'faq-public/b.ru.md':
        front('b', { title: `"Принтер НЕ печатает — что делать, пока ждем!"` }) + answer,
      'faq-public/c.ru.md': front('c', { title: '"Принтер не видит бумагу"' }) + answer,
      'instruction/a.en.md': instruction('a'),
    });
    expect(told(folder)).toEqual([
      'faq-public/b.ru.md:3:8 same-title',
      'instruction/a.en.md:1:1 duplicate-id',
    ]);
  });

  test('time makes warnings only: a late review, a stale copy, a copy nobody has tried', () => {
    const backup = (verified: string | null, every: number) =>
      `\n  resource: база\n  where: bk1\n  restoreMinutes: 5\n  every: ${every}${verified === null ? '' : `\n  verified: ${verified}`}`;
    const text = (id: string, copy: string, reviewBy = '2026-11-21') =>
      `${front(id, { kind: 'backup', public: 'false', minutes: '5', reviewBy, backup: copy })}${['Ресурс', 'Восстановление', 'Как проверить', 'Чего не делать', 'Когда передать'].map((one) => `## ${one}\nДа.\n`).join('')}`;
    const folder = folderOf({
      'backup/fresh.ru.md': text('fresh', backup('2026-11-11', 10)),
      'backup/late.ru.md': text('late', backup('2026-11-11', 10), '2026-11-20'),
      'backup/never.ru.md': text('never', backup(null, 10)),
      'backup/stale.ru.md': text('stale', backup('2026-11-10', 10)),
    });
    const { problems } = checkArticles({ folders: [folder], today });
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning overdue',
      'warning backup-unproven',
      'warning backup-stale',
    ]);
  });

  test('the desk’s own article stands in for the shipped one and may refer to all of them', () => {
    const shipped = folderOf({
      'faq-public/a.ru.md': front('a', { reviewBy: '2020-01-01' }) + answer,
      'faq-public/old-one.ru.md': front('old-one') + answer,
    });
    const overlay = folderOf({ 'faq-public/a.ru.md': `${front('a')}${answer}[old-one]\n` });
    expect(told(shipped, overlay)).toEqual([]);
  });
});

describe('files that are no articles', () => {
  const cp1251 = Uint8Array.from([0x2d, 0x0a, 0xd0, 0x9f, 0xcf, 0xf0, 0xe8]);
  test.each([
    ['another encoding, at its first wrong byte', cp1251, '2:2 not-utf8'],
    ['half a letter at the end', Uint8Array.from([0x61, 0xd0]), '1:2 not-utf8'],
    ['UTF-16', Buffer.from('\ufeffтекст', 'utf16le'), '1:1 not-utf8'],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0x0a, 0x00]), '2:1 binary'],
    ['a huge one', 'x'.repeat(1_000_001), '1:1 too-large'],
  ])('%s', (_, bytes, expected) => {
    expect(told(folderOf({ 'alert/x.ru.md': bytes }))).toEqual([`alert/x.ru.md:${expected}`]);
  });

  test('controls and signs that turn a text round', () => {
    const text = `${front('faq')}${answer}да\u202eтен\u001b[31m\n`;
    expect(told(folderOf({ 'faq-public/faq.ru.md': text }))).toEqual([
      'faq-public/faq.ru.md:19:3 control-character',
    ]);
  });

  test('links out of the folder are not followed', () => {
    const outside = folderOf({ 'alert/secret.ru.md': 'тайна', 'x.md': 'тайна' });
    const folder = folderOf({ 'faq-public/faq.ru.md': front('faq') + answer });
    symlinkSync(join(outside, 'x.md'), join(folder, 'faq-public/x.ru.md'));
    symlinkSync(join(outside, 'alert'), join(folder, 'alert'));
    symlinkSync(join(outside, 'gone'), join(folder, 'faq-public/gone.ru.md'));
    mkdirSync(join(folder, '.git'));
    expect(told(folder)).toEqual([
      'alert:1:1 symlink-escapes',
      'faq-public/gone.ru.md:1:1 file-not-readable',
      'faq-public/x.ru.md:1:1 symlink-escapes',
    ]);
  });

  test('a missing folder has no mistakes', () => {
    expect(told('/nowhere/at/all')).toEqual([]);
  });
});

test('whatever keeps an article out of the base is told', () => {
  const piece = fc.constantFrom(
    ...['---\n', 'id: faq\n', 'title: x\n', 'title: ""\n', 'kind: faq-public\n', 'kind: 5\n'],
    ...[
      'line: 1\n',
      'owner: lead\n',
      'tags: [a]\n',
      'public: true\n',
      'reviewBy: скоро\n',
      'x: y\n',
    ],
    ...[
      '`',
      '```\n',
      '<!--',
      '-->',
      '[',
      '](',
      '‹',
      '## Что',
      '\u0000',
      '\n',
      '- ',
      '| a |\n|---|\n',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const folder = folderOf({ 'faq-public/faq.ru.md': pieces.join('') });
      const loaded = loadArticles(folder, null);
      const { problems } = checkArticles({ folders: [folder], today });
      if (loaded.problems.length > 0) expect(problems.length).toBeGreaterThan(0);
      for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
