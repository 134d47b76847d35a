import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readHandoverFile } from '../../src/content/handover-file.ts';

/** Everything that is wrong with a text, each as `line:column path code`. */
function faultsOf(text: string): readonly string[] {
  const read = readHandoverFile('f.json', text);
  if (read.ok) return [];
  return read.problem.map(({ line, column, path, code }) => {
    return [`${line}:${column}`, path, code].filter((part) => part !== '').join(' ');
  });
}

describe('a file of a hand-over', () => {
  test.each([
    ['nothing', '', ['1:1 not-json']],
    ['half of it', '{\n  "how": "ти', ['2:13 not-json']],
    ['what YAML would take', 'how: тихо', ['1:1 not-json']],
    ['a list', '[]', ['1:1 needs-map']],
    ['a number for a text', '{"how": 7}', ['1:9 how needs-text']],
    ['tabs, which are nothing wrong', '{\n\t"red":\t{}\n}', ['2:9 red needs-list']],
    ['a word for yes', '{"restAccepted": "да"}', ['1:18 restAccepted needs-yes-no']],
    ['a key twice', '{"how": "a", "how": "b"}', ['1:14 yaml-twice']],
    [
      'a key of its own',
      '{"hau": "a", "red": [{"key": "x", "oops": 1}]}',
      ['1:35 red.0.oops key-unknown', '1:2 hau key-unknown'],
    ],
    ['no key', '{"red": [{"accepted": true}]}', ['1:10 red.0.key key-missing']],
    ['half a revision', '{"revision": 1.5}', ['1:14 revision needs-number']],
    ['revision nought', '{"revision": 0}', ['1:14 revision number-too-small']],
    ['a foreign key', '{"__proto__": {"how": "x"}}', ['1:2 __proto__ key-unknown']],
    [
      'an unknown kind of remark',
      '{"remarks": [{"kind": "x", "text": ""}]}',
      ['1:14 remarks.0 value-wrong'],
    ],
  ])('with %s is told by its places', (_, text, places) => {
    expect(faultsOf(text)).toEqual(places);
  });

  it('that is made to exhaust a parser is told as well', () => {
    const deep = `{"said": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(faultsOf(deep)).toEqual([expect.stringContaining('json-odd')]);
    expect(faultsOf(' '.repeat(5_000_000))).toEqual(['1:1 file-too-large']);
  });

  it('may come with a mark of its encoding, escapes and next to nothing in it', () => {
    const read = readHandoverFile(
      'f.json',
      '\uFEFF{"how": "\\u0442\\ud83d\\ude00\\/", "remarks": ["да"]}',
    );
    expect(read).toMatchObject({
      ok: true,
      value: { value: { how: 'т😀/', red: [], remarks: [{ kind: 'remark', text: 'да' }] } },
    });
  });

  it('never makes the reader fail, whatever stands in it', () => {
    const json = fc.json({ maxDepth: 4 });
    const near = fc.record({
      red: fc.array(
        fc.dictionary(fc.constantFrom('key', 'accepted', 'newOwner', 'x'), fc.jsonValue()),
      ),
      remarks: fc.jsonValue(),
    });
    const anyText = fc.oneof(
      json,
      fc.string(),
      near.map((value) => JSON.stringify(value, null, 1)),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readHandoverFile('f.json', text);
        if (read.ok) return;
        for (const { line, column } of read.problem)
          expect(Math.min(line, column)).toBeGreaterThan(0);
        expect(read.problem.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
