import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInline, type Span, spansText } from '../../src/content/article-inline.ts';
import { type Block, parseArticleMarkdown } from '../../src/content/article-markdown.ts';

/** A block in one line, as a reader would draw it without colours. */
function drawn(block: Block): string {
  if (block.kind === 'rule') return '---';
  if (block.kind === 'code') return `code ${block.index} ${block.lang}: ${block.text}`;
  if (block.kind === 'table') {
    return [block.header, ...block.rows].map((row) => row.map(spansText).join(' | ')).join('\n');
  }
  const text = spansText(block.spans);
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${text}`;
  if (block.kind === 'item') return `${'  '.repeat(block.depth)}${block.marker} ${text}`;
  return block.kind === 'quote' ? `> ${text}` : text;
}

const read = (...lines: string[]) => parseArticleMarkdown(lines.join('\n')).map(drawn);

function styled(text: string): string {
  const style = ({ text: part, code, bold, italic, link }: Span) => {
    const target = link === null ? '' : `→${link.article ?? link.target}`;
    return `${code ? 'c' : ''}${bold ? 'b' : ''}${italic ? 'i' : ''}(${part}${target})`;
  };
  return parseInline(text).map(style).join('');
}

test('headings, paragraphs and rules come in reading order', () => {
  expect(
    read('# Один', '## Два ##', 'строка', 'её продолжение', '', 'другой', '---', 'конец'),
  ).toEqual(['# Один', '## Два', 'строка её продолжение', 'другой', '---', 'конец']);
  expect(read('#хештег', '# ')).toEqual(['#хештег', '# ']);
});

test('lists keep their marks, depth and continuation', () => {
  expect(
    read('1. первый', '   дальше', '   - внутри', '2. второй', '- точка', '', 'абзац', '- снова'),
  ).toEqual(['1. первый дальше', '  - внутри', '2. второй', '- точка', 'абзац', '- снова']);
  expect(read('-5 градусов', '1.5 ГБ', '* ')).toEqual(['-5 градусов 1.5 ГБ *']);
});

test('code is kept to the letter and numbered for copying', () => {
  const [first, second] = parseArticleMarkdown(
    '```bash\n# df -h\n  <!-- не примечание -->\n\n```\nтекст\n~~~\n**x**\n~~~',
  ).filter((block) => block.kind === 'code');
  expect(first).toEqual({
    kind: 'code',
    lang: 'bash',
    text: '# df -h\n  <!-- не примечание -->\n',
    index: 0,
  });
  expect(second).toMatchObject({ lang: '', text: '**x**', index: 1 });
  expect(read('- шаг', '  ```', '  ls', '  ```', '- шаг')).toEqual([
    '- шаг',
    'code 0 : ls',
    '- шаг',
  ]);
  expect(read('```', 'не закрыт')).toEqual(['code 0 : не закрыт']);
  expect(read('абзац', '', '    ipconfig /all')).toEqual(['абзац', 'code 0 : ipconfig /all']);
});

test('a table has a header and rows; a bar in code is not a border', () => {
  expect(read('| Код | Что |', '|---|:-:|', '| `a | b` | **x** \\| y |', '| один |')).toEqual([
    'Код | Что\na | b | x | y\nодин',
  ]);
  expect(read('a | b', 'просто текст')).toEqual(['a | b просто текст']);
});

test('a quote runs to its end', () => {
  expect(read('> сказал', '> клиент', '>', '> ещё', 'и дальше')).toEqual([
    '> сказал клиент',
    '> ещё и дальше',
  ]);
});

test('notes between authors are not shown', () => {
  expect(read('до <!-- раз --> после', '<!-- два', '', 'три -->', 'конец')).toEqual([
    'до  после конец',
  ]);
  expect(read('`<!-- код -->` и текст', '<!-- не закрыто')).toEqual([
    '<!-- код --> и текст <!-- не закрыто',
  ]);
});

test('spans are code, bold, italic and links', () => {
  expect(styled('Запустите `nginx -t` **сразу**')).toBe('(Запустите )c(nginx -t)( )b(сразу)');
  expect(styled('**код `a` внутри**')).toBe('b(код )cb(a)b( внутри)');
  expect(styled('*важно* и _тоже_')).toBe('i(важно)( и )i(тоже)');
  expect(styled('[сайт](https://a.example/x_y)')).toBe('(сайт→https://a.example/x_y)');
  expect(styled('см. https://a.example/x.')).toBe(
    '(см. )(https://a.example/x→https://a.example/x)(.)',
  );
  expect(styled('`` a`b ``')).toBe('c(a`b)');
});

test('a name in brackets leads to that article', () => {
  expect(styled('см. [disk-inodes-exhausted].')).toBe(
    '(см. )(disk-inodes-exhausted→disk-inodes-exhausted)(.)',
  );
  expect(styled('[как чистить](../instruction/disk-full.ru.md)')).toBe('(как чистить→disk-full)');
  expect(styled('[как чистить](disk-full)')).toBe('(как чистить→disk-full)');
});

test('marks that mean something else stay as they are', () => {
  for (const text of [
    '[emerg] сбой',
    '[1] [x]',
    'файлы *.log и *.txt',
    'max_user_name',
    '2*3*4',
    'a ** b',
  ]) {
    expect(spansText(parseInline(text)), text).toBe(text);
    expect(
      parseInline(text).every((span) => span.link === null && !span.italic),
      text,
    ).toBe(true);
  }
  expect(spansText(parseInline('\\*звёзды\\* и \\\\server\\share'))).toBe(
    '*звёзды* и \\\\server\\share',
  );
});

const WORDS = /[\p{L}\p{N}]+/gu;

function allWords(blocks: readonly Block[]): string {
  const parts = (spans: readonly Span[]) => [
    spansText(spans),
    ...spans.map((span) => span.link?.target ?? ''),
  ];
  return blocks
    .flatMap((block) => {
      if (block.kind === 'rule') return [];
      if (block.kind === 'code') return [block.lang, block.text];
      if (block.kind === 'table') return [block.header, ...block.rows].flat().flatMap(parts);
      return [...(block.kind === 'item' ? [block.marker] : []), ...parts(block.spans)];
    })
    .join(' ');
}

test('no word of any text is lost, and none makes it fail', () => {
  const marks = [
    '#',
    '- ',
    '1. ',
    '> ',
    '```',
    '`',
    '**',
    '*',
    '_',
    '|',
    '|---|',
    '---',
    '[',
    ']',
    '(',
    ')',
  ];
  const more = [
    '\n',
    '\n\n',
    '    ',
    '\\',
    'http://',
    '![',
    '~~~',
    '\t',
    '\r\n',
    '<',
    'a-b',
    'слово',
    '7',
  ];
  const piece = fc.oneof(
    fc.constantFrom(...marks, ...more),
    fc.constantFrom('диск', 'x', ' ', '\n'),
    fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => text.replaceAll('<!', '')),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const body = pieces.join('');
      fc.pre(!body.includes('<!--'));
      const kept = allWords(parseArticleMarkdown(body));
      for (const [word] of body.matchAll(WORDS)) expect(kept).toContain(word);
    }),
    { numRuns: 1_000 },
  );
});

test('a hostile text of one mark is read in no time', () => {
  const start = performance.now();
  for (const mark of [
    '`',
    '*',
    '[',
    '<!--',
    '_a',
    '![a](',
    '> ',
    '|',
    '``` ',
    '**a ',
    '\\',
    '  ',
  ]) {
    parseArticleMarkdown(mark.repeat(4_000));
    parseArticleMarkdown(`${mark}\n`.repeat(4_000));
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('the shipped articles hold no stray marks', () => {
  const folder = new URL('../../kb/', import.meta.url);
  for (const file of listMarkdown(folder)) {
    const text = readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    for (const block of parseArticleMarkdown(text)) {
      if (block.kind === 'code' || block.kind === 'rule') continue;
      const spans = block.kind === 'table' ? [block.header, ...block.rows].flat(2) : block.spans;
      const plain = spans.filter((span) => !span.code);
      expect(spansText(plain), `${file.pathname}`).not.toMatch(/\*\*|<!--|```/);
    }
  }
});

function listMarkdown(folder: URL): URL[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.endsWith('.md')).map((name) => new URL(name, folder));
  } catch {
    return [];
  }
}
