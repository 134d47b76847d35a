import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tracesOf, withoutTraces } from '../../../src/domain/shift/without-ticket.ts';
import { quietReport } from '../../support/any-shift-command.ts';
import { logItem } from '../../support/shift.ts';

const subject = 'Потеряна трудовая книжка Иванова';
const ticket = { ticketId: 't7', number: 'SM-7', subject, customer: 'Ромашка' } as const;
const other = { ...ticket, ticketId: 't8', number: 'SM-8', subject: 'Принтер' };

function cleaned<Value>(value: Value): Value {
  return withoutTraces(value, tracesOf(value, { ticketId: 't7' }));
}

test('a report says nothing of it any more, and everything of the others', () => {
  const owner = { id: 'anya', name: 'Аня' };
  const report = {
    ...quietReport,
    red: [{ ...ticket, owner, nextAction: `позвонить: ${subject}` }, other],
    spent: [{ number: 'SM-7', amount: 5, currency: 'RUB', reason: 'пропуск Иванову' }],
    how: `тихо, кроме SM-7 «${subject}»`,
  };
  const clean = cleaned(report);
  expect(JSON.stringify(clean)).not.toContain('Иванов');
  expect(clean.red).toEqual([
    { ...ticket, subject: '', customer: '', owner, nextAction: '' },
    other,
  ]);
  expect(clean.how).toBe('тихо, кроме SM-7 «…»');
  expect(clean.spent[0]).toMatchObject({ amount: 5, reason: '' });
});

test('what was said of it under the key of an item goes as well', () => {
  const events = [
    { items: [{ key: 'promise:p1', ticketId: 't7', nextAction: 'перезвонить Иванову' }] },
    { ...logItem('x').item, id: 'w1', ticketId: 't7', text: 'Иванов ждёт' },
    { type: 'item-settled', itemId: 'w1', outcome: 'Иванов доволен' },
    { items: [{ key: 'promise:p1', readBack: 'звоню Иванову', ownerId: 'oleg' }] },
  ];
  expect(JSON.stringify(cleaned(events))).not.toContain('Иванов');
  expect(cleaned(events)[3]).toEqual({
    items: [{ key: 'promise:p1', readBack: '', ownerId: 'oleg' }],
  });
});

test('a short subject is taken out only where its number stands beside it', () => {
  const red = [{ ...ticket, subject: 'VPN' }];
  const clean = cleaned({ red, how: 'VPN чинили весь день\nSM-7: VPN у Иванова' });
  expect(clean.how).toBe('VPN чинили весь день\nSM-7: … у Иванова');
});

test('what does not speak of it stays as it is, and nothing changes its form', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(cleaned(value)).toEqual(value);
    }),
  );
});
