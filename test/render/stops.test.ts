import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeForStops, fillStop, parseStops, withOpenStops } from '../../src/render/stops.ts';

const said = (source: string) => {
  const { text, stops } = parseStops(source);
  return stops.map(({ start, end }) => text.slice(start, end));
};

test('a default stands in the text, a bare stop is a place for the caret', () => {
  const { text, stops, problems } = parseStops('Здравствуйте, ${1:коллега}! $0');
  expect(text).toBe('Здравствуйте, коллега! ');
  expect(stops).toEqual([
    { number: 1, required: false, hint: '', choices: [], start: 14, end: 21, isFilled: true },
    { number: 0, required: false, hint: '', choices: [], start: 23, end: 23, isFilled: true },
  ]);
  expect(problems).toEqual([]);
});

test('what must be filled shows its hint in brackets that nobody types', () => {
  const { text, stops } = parseStops('Причина: ${1!:одной фразой, словами клиента}.');
  expect(text).toBe('Причина: ⟦одной фразой, словами клиента⟧.');
  expect(stops[0]).toMatchObject({
    required: true,
    isFilled: false,
    hint: 'одной фразой, словами клиента',
  });
  expect(parseStops('${1!} ${2!:}').text).toBe('⟦…⟧ ⟦…⟧');
  expect(parseStops('${3!|да,нет|}').text).toBe('⟦да / нет⟧');
});

test('the first choice is taken; commas and bars of a choice are escaped', () => {
  const { text, stops } = parseStops('${2|до 14:30 (МСК),до 15:00\\, не позже,a\\|b}|}');
  expect(text).toBe('до 14:30 (МСК)');
  expect(stops[0]?.choices).toEqual(['до 14:30 (МСК)', 'до 15:00, не позже', 'a|b}']);
});

test('one number says one thing everywhere, before and after the stop that says it', () => {
  expect(parseStops('$1 и ещё раз: ${1:SM-1042}, ${1}').text).toBe(
    'SM-1042 и ещё раз: SM-1042, SM-1042',
  );
  expect(said('$10 ${10!:кто}')).toEqual(['⟦кто⟧', '⟦кто⟧']);
});

test('numbers have one or two digits, colons and commas belong to the default', () => {
  expect(parseStops('${12:в 14:30, у себя}').stops[0]).toMatchObject({ number: 12, start: 0 });
  expect(said('${12:в 14:30, у себя}')).toEqual(['в 14:30, у себя']);
  expect(parseStops('$123').problems).toMatchObject([{ offset: 0 }]);
});

test('escaped signs are signs', () => {
  const { text, stops } = parseStops('\\$1 и ${1:цена \\$5 \\} \\\\} C:\\temp');
  expect(text).toBe('$1 и цена $5 } \\ C:\\temp');
  expect(stops).toHaveLength(1);
});

test.each([
  ['${1:не закрыт', 0],
  ['текст ${имя}', 6],
  ['a ${1|да,нет}', 2],
  ['${1|да,,нет|}${2||}', 13],
  ['${1| ,a|}', 0],
  ['${1:а ${2:б}}', 0],
  ['${123:a}', 0],
])('a broken stop is told and stands as it was written: %s', (source, offset) => {
  const parsed = parseStops(source);
  expect(parsed.problems[0]).toMatchObject({ offset });
  expect(parsed.text).toContain('${');
});

test('filling a stop fills its mirrors and moves the stops behind it', () => {
  const reply = parseStops('${1!:имя}, до ${2|14:30,15:00|}. $1!');
  const filled = fillStop(fillStop(reply, 1, 'Ольга'), 2, '9:00');
  expect(filled.text).toBe('Ольга, до 9:00. Ольга!');
  expect(filled.stops.map(({ start, end }) => filled.text.slice(start, end))).toEqual([
    'Ольга',
    '9:00',
    'Ольга',
  ]);
  expect(filled.stops.every(({ isFilled }) => isFilled)).toBe(true);
  expect(fillStop(filled, 1, ' ').text).toBe('⟦имя⟧, до 9:00. ⟦имя⟧!');
  expect(fillStop(filled, 7, 'x').text).toBe(filled.text);
});

test('what is still to be filled is written as in the template, values stay as they are', () => {
  const reply = fillStop(
    parseStops('${1!:имя\\}, до}: ${2:14:30}. ${3!|да,нет\\, нет|} ${4!:кто}'),
    4,
    '${1}',
  );
  const open = withOpenStops(reply);
  expect(open.text).toBe('${1!:имя\\}, до}: 14:30. ${3!|да,нет\\, нет|} ${1}');
  expect(open.stops.map(({ start, end }) => open.text.slice(start, end))).toEqual([
    '${1!:имя\\}, до}',
    '14:30',
    '${3!|да,нет\\, нет|}',
    '${1}',
  ]);
});

test('any text comes through escaping literally, in the open and inside stops', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const value = escapeForStops(name);
      expect(parseStops(value)).toMatchObject({ text: name, stops: [], problems: [] });
      expect(said(`a ${'${1:'}${value}} b`)).toEqual([name]);
      if (name.trim() !== '') {
        expect(parseStops(`${'${1|'}${value},${value}|}`).stops[0]?.choices).toEqual([name, name]);
      }
    }),
  );
});

const syntax = fc.string({
  unit: fc.constantFrom('$', '{', '}', '|', ',', ':', '!', '\\', '1', '0', 'а', ' ', '\n', '⟦'),
});

test('any text is read: ranges lie in the text, in order, never overlapping', () => {
  fc.assert(
    fc.property(syntax, syntax, fc.nat(12), (source, value, number) => {
      const parsed = parseStops(source);
      for (const reply of [parsed, fillStop(parsed, number, value)]) {
        let at = 0;
        for (const { start, end } of reply.stops) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(reply.text.length);
      }
    }),
  );
});
