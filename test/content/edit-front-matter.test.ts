import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setFrontMatter } from '../../src/content/edit-front-matter.ts';
import { splitFrontMatter } from '../../src/content/front-matter.ts';

const backup = ['backup:', '  # снято с bk1', '  resource: база', '  verified: 2026-01-01'];
const file = ['---', 'id: a', 'reviewBy: 2026-11-01  # раз в год', ...backup, '---', 'Текст', ''];

describe('setting a value', () => {
  it.each(['\n', '\r\n'])('changes nothing else, with lines that end in %j', (end) => {
    const text = file.join(end);
    expect(setFrontMatter(text, ['reviewBy'], '2027-05-21')).toBe(
      text.replace('2026-11-01', '2027-05-21'),
    );
    expect(setFrontMatter(text, ['backup', 'verified'], '2026-11-17')).toBe(
      text.replace('2026-01-01', '2026-11-17'),
    );
    expect(setFrontMatter(text, ['backup', 'restoreMinutes'], 40)).toBe(
      text.replace('  resource', `  restoreMinutes: 40${end}  resource`),
    );
    expect(setFrontMatter(text, ['minutes'], 15)).toBe(
      text.replace(`${end}---${end}Текст`, `${end}minutes: 15${end}---${end}Текст`),
    );
  });

  it('keeps a mark of byte order and writes blocks in braces anew', () => {
    const text = '\ufeff---\nid: a\nbackup: {resource: x}\n---\nТекст\n';
    const set = setFrontMatter(text, ['backup', 'verified'], '2026-11-17');
    expect(set.startsWith('\ufeff---\nid: a\n')).toBe(true);
    expect(splitFrontMatter(set)).toMatchObject({
      data: { backup: { resource: 'x', verified: '2026-11-17' } },
      body: 'Текст\n',
    });
  });

  it('can be read back after any other values', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(words, words, fc.boolean(), (title, body, isThere) => {
        const day = isThere ? 'reviewBy: 2026-01-01\n' : '';
        const text = `---\ntitle: ${JSON.stringify(title)}\n${day}---\n${body}`;
        expect(splitFrontMatter(setFrontMatter(text, ['reviewBy'], '2027-05-21'))).toMatchObject({
          data: { title, reviewBy: '2027-05-21' },
          body,
        });
      }),
    );
  });
});
