import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintIt, rulesOf } from './lint-scene.ts';

/** `rules | options | text`, see the top of the file. */
const rows = readFileSync(join(import.meta.dirname, 'lint-sentences.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('|') && !line.startsWith('#'))
  .map((line) => {
    const [rules = '', options = '', ...text] = line.split('|');
    const pairs = options.split(';').map((pair) => pair.trim().split('='));
    return {
      rules: rules.split(' ').filter((rule) => rule !== '' && rule !== '-'),
      options: Object.fromEntries(pairs.filter(([name]) => name !== '')),
      text: text.join('|').trim().replaceAll('\\n', '\n'),
    };
  });

describe('messages as engineers write them', () => {
  test('are many', () => expect(rows.length).toBeGreaterThan(500));

  test.each(rows)('$rules $text', ({ rules, options, text }) => {
    expect(rulesOf(lintIt(text, options))).toEqual(rules.toSorted());
  });
});
