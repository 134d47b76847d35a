import { expect, test } from 'vitest';
import { parseArticleMarkdown } from '../../src/content/article-markdown.ts';
import { articleLines } from '../../src/tui/present/article-lines.ts';
import { type Line, lineWidth } from '../../src/tui/present/line.ts';

function shows(markdown: string, width = 40): string[] {
  return linesOf(markdown, width).map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );
}

function linesOf(markdown: string, width = 40): Line[] {
  return [...articleLines(parseArticleMarkdown(markdown), width).lines];
}

test('headings stand apart from what is before them and close to their text', () => {
  expect(shows('Раз.\n\n## Как проверить\nДва.')).toEqual(['Раз.', '', 'Как проверить', 'Два.']);
  expect(linesOf('## Заголовок')[0]?.[0]?.role).toBe('title');
});

test('paragraphs are wrapped at words and keep their styles over a break', () => {
  const lines = linesOf('Введите **очень длинную жирную команду** и ждите', 20);
  expect(shows('Введите **очень длинную жирную команду** и ждите', 20)).toEqual([
    'Введите очень',
    'длинную жирную',
    'команду и ждите',
  ]);
  expect(lines[1]?.map(({ role }) => role)).toEqual(['strong']);
  expect(lines[2]?.map(({ role }) => role)).toEqual(['strong', 'plain']);
});

test('lists are tight, nested and hang behind their marks', () => {
  const list = '1. Первый пункт, который не помещается\n   - вложенный\n2. Второй';
  expect(shows(list, 24)).toEqual([
    '1. Первый пункт, который',
    '   не помещается',
    '  · вложенный',
    '2. Второй',
  ]);
});

test('code keeps its rows behind a bar; a long row goes on behind a dotted one', () => {
  const lines = shows('```\ndf -h\n\tls --color=never /var/log\n```', 20);
  expect(lines).toEqual(['│ df -h', '│     ls', '┊ --color=never', '┊ /var/log']);
  expect(linesOf('```\ndf -h\n```')[0]?.[1]?.role).toBe('code');
});

test('a table is aligned, and long cells go on in further rows', () => {
  const table =
    '| Код | Что значит |\n|---|---|\n| 16 | имя или пароль не совпали |\n| 48 | политика |';
  expect(shows(table, 40)).toEqual([
    'Код │ Что значит',
    '────┼──────────────────────────',
    '16  │ имя или пароль не совпали',
    '48  │ политика',
  ]);
  expect(shows(table, 22)).toEqual(
    [
      'Код │ Что значит',
      '────┼─────────────────',
      '16  │ имя или пароль',
      '    │ не совпали',
      '────┼─────────────────',
      '48  │ политика',
    ].map((line) => line.slice(0, 22)),
  );
});

test('a link shows where it leads, unless its text says so', () => {
  expect(shows('[журнал](https://logs.example/a) и [vpn-809-behind-nat]', 80)).toEqual([
    'журнал <https://logs.example/a> и vpn-809-behind-nat',
  ]);
  expect(shows('см. https://logs.example/a', 80)).toEqual(['см. https://logs.example/a']);
});

test('quotes have their mark on every row', () => {
  expect(shows('> пароль сменил утром как просили и все', 24)).toEqual([
    '> пароль сменил утром',
    '> как просили и все',
  ]);
});

test('no row is wider than asked, whatever the article holds', () => {
  const hostile = [
    `# ${'о'.repeat(90)}`,
    `- ${'x'.repeat(300)}`,
    '| a | b | c | d |\n|-|-|-|-|\n| 你好你好你好你好 | b | \u001b[31mred | d |',
    `> ${'👩‍👩‍👧'.repeat(30)}`,
    '```\n\u001b]0;title\u0007\n```',
  ].join('\n\n');
  for (const width of [20, 40, 77]) {
    const lines = linesOf(hostile, width);
    expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(width);
    expect(lines.flat().some(({ text }) => text.includes('\u001b'))).toBe(false);
  }
});
