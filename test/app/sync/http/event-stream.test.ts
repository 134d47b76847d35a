import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventStreamParser } from '../../../../src/app/sync/http/event-stream.ts';

const line = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replace(/[\r\n]/g, ''));

test('the same events come out wherever the network cuts the bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
      fc.boolean(),
      (events, cuts, isCrLf) => {
        const end = isCrLf ? '\r\n' : '\n';
        const said = events
          .map((lines) => lines.map((one) => `data: ${one}${end}`).join('') + end)
          .join('');
        const bytes = new TextEncoder().encode(said);
        const heard: string[] = [];
        const parser = new EventStreamParser((data) => heard.push(data));
        for (let at = 0; at < bytes.length; ) {
          const next = at + (cuts.next().value ?? 1);
          expect(parser.push(bytes.subarray(at, next))).toBe(true);
          at = next;
        }
        expect(heard).toEqual(events.map((lines) => lines.join('\n')));
      },
    ),
  );
});

test('a line without an end is not kept for ever', () => {
  const parser = new EventStreamParser(() => undefined);
  const chunk = new TextEncoder().encode('data: '.padEnd(1000, 'x'));
  let isHonest = true;
  for (let n = 0; n < 100 && isHonest; n += 1) isHonest = parser.push(chunk);
  expect(isHonest).toBe(false);
});
