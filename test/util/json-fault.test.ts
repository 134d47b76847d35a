import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFaultOf } from '../../src/util/json-fault.ts';

test.each([
  ['{"a": [,]}', '{"a": ['],
  ['{"a": 1,}', '{"a": 1,'],
  ['{"a": 1 "b": 2}', '{"a": 1 '],
  ['{"a": tru}', '{"a": tru'],
  ['{"a": "раз\nдва"}', '{"a": "раз'],
  ['[1, 2]]', '[1, 2]'],
  ['[1, 2', '[1, 2'],
  ['calendars:', ''],
  ['', ''],
])('%j is JSON up to where it breaks', (text, whole) => {
  expect(jsonFaultOf(text)).toBe(whole.length);
});

test('a text without a fault has no place of one', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonFaultOf(text)).toBeNull();
    }),
  );
});

test('a character that never stands in JSON is found wherever it was put', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, place) => {
      const text = JSON.stringify([value], null, 1);
      const at = text.slice(0, place % text.length).lastIndexOf('\n') + 1;
      expect(jsonFaultOf(`${text.slice(0, at)}@${text.slice(at)}`)).toBe(at);
    }),
  );
});
