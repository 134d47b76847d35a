import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkOutgoing } from '../../src/render/check-outgoing.ts';

const marks = (text: string) =>
  checkOutgoing(text).map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);

test('an ordinary letter may go', () => {
  expect(marks('Добрый день! Готово, {фигурные} скобки и цена 5$ не мешают.')).toEqual([]);
});

test('what was not filled in is found with its place', () => {
  expect(checkOutgoing('Причина: ⟦одной фразой⟧.')).toEqual([
    { code: 'unfilled', start: 9, end: 23, text: 'одной фразой' },
  ]);
  expect(marks('обрывок ⟦ остался')).toEqual(['unfilled ⟦']);
});

test('marks of templates do not reach the customer', () => {
  expect(marks('{{ contact.name }}, {% if x %} и ${1:что-то}')).toEqual([
    'template-mark {{',
    'template-mark {%',
    'template-mark ${',
  ]);
});

test('the same signs may be quoted as code', () => {
  expect(marks('Впишите `${HOME}/bin` или\n```\nname: {{ .Values.name }}\n```\nи готово')).toEqual(
    [],
  );
  expect(marks('`⟦что⟧`')).toEqual(['unfilled ⟦что⟧']);
  expect(marks('один ` апостроф ${a}')).toEqual(['template-mark ${']);
});

test('a megabyte of backticks is read at once', () => {
  const before = performance.now();
  checkOutgoing('`'.repeat(1_000_000));
  checkOutgoing('```\n'.repeat(100_000));
  expect(performance.now() - before).toBeLessThan(2_000);
});

test('any text is read and every problem points at its mark', () => {
  const text = fc.string({ unit: fc.constantFrom('⟦', '⟧', '{', '%', '$', '`', '~', '\n', 'я') });
  fc.assert(
    fc.property(text, (source) => {
      for (const { start, end } of checkOutgoing(source)) {
        expect(source.slice(start, end)).toMatch(/^(?:⟦|⟧|\{\{|\{%|\$\{)/);
      }
    }),
  );
});
