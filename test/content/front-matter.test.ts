import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';

const ARTICLE = `---
id: disk-full
title: "Диск полон"
tags: [linux, диск]
owner:
  line: 2
---
## Как выглядит
Текст
`;

test('an article is its metadata and the text below', () => {
  expect(splitFrontMatter(ARTICLE)).toMatchObject({
    ok: true,
    data: { id: 'disk-full', title: 'Диск полон', tags: ['linux', 'диск'], owner: { line: 2 } },
    body: '## Как выглядит\nТекст\n',
    bodyLine: 8,
  });
});

test('a value is found where it stands in the file, a missing one where its parent is', () => {
  const matter = splitFrontMatter(ARTICLE);
  if (!matter.ok) throw new Error(matter.reason);
  expect(matter.positionOf(['title'])).toEqual({ line: 3, col: 8 });
  expect(matter.positionOf(['tags', 1])).toEqual({ line: 4, col: 15 });
  expect(matter.positionOf(['owner', 'line'])).toEqual({ line: 6, col: 9 });
  expect(matter.positionOf(['owner', 'person'])).toEqual({ line: 6, col: 3 });
  expect(matter.positionOf(['reviewBy'])).toEqual({ line: 1, col: 1 });
});

test('a file saved on Windows with a mark of its encoding is the same article', () => {
  const windows = `\uFEFF${ARTICLE.replaceAll('\n', '\r\n')}`;
  expect(splitFrontMatter(windows)).toMatchObject({
    ok: true,
    data: { title: 'Диск полон' },
    body: '## Как выглядит\r\nТекст\r\n',
    bodyLine: 8,
  });
});

test('empty metadata is no error of the splitter', () => {
  expect(splitFrontMatter('---\n---\n')).toMatchObject({
    ok: true,
    data: null,
    body: '',
    bodyLine: 3,
  });
});

test('a slip in the metadata is named with its place', () => {
  const broken = splitFrontMatter('---\nid: a\ntitle: "не закрыто\n---\nтекст');
  expect(broken).toMatchObject({ ok: false, reason: 'bad-yaml', line: 3 });
  expect(broken).toHaveProperty('detail', expect.stringContaining('quote'));
  expect(splitFrontMatter('---\nid: a\nid: b\n---\n')).toMatchObject({
    reason: 'bad-yaml',
    line: 3,
  });
  expect(splitFrontMatter('---\nid: *nobody\n---\n')).toMatchObject({ reason: 'bad-yaml' });
});

test('a file without metadata, or whose metadata never ends, says so', () => {
  expect(splitFrontMatter('# Заголовок')).toMatchObject({ reason: 'missing', line: 1, col: 1 });
  expect(splitFrontMatter('')).toMatchObject({ reason: 'missing' });
  expect(splitFrontMatter('---\nid: a\n')).toMatchObject({ reason: 'unclosed', line: 1 });
  const wrong = `---\n${'строка журнала\n'.repeat(10_000)}`;
  expect(splitFrontMatter(wrong)).toMatchObject({ reason: 'too-long' });
});

test('a bomb of aliases is refused, not expanded', () => {
  const levels = Array.from({ length: 12 }, (_, at) => {
    const items = at === 0 ? 'x, x' : `*a${at - 1}, *a${at - 1}, *a${at - 1}, *a${at - 1}`;
    return `a${at}: &a${at} [${items}]`;
  });
  expect(splitFrontMatter(`---\n${levels.join('\n')}\n---\n`)).toMatchObject({ ok: false });
});

test('the body is the rest of the file, byte for byte, whatever the file holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (head, body) => {
      const text = `---\n${head}\n---\n${body}`;
      const matter = splitFrontMatter(text);
      if (matter.ok) expect(text.endsWith(matter.body)).toBe(true);
      else expect(matter.line).toBeGreaterThan(0);
    }),
  );
});
