import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storySchema } from '../../../src/content/demo/demo-story.ts';
import { resolveStory } from '../../../src/content/demo/resolve-story.ts';
import { tellTimes } from '../../../src/content/demo/tell-times.ts';

const noon = Date.parse('2026-02-11T12:00:00+03:00');

function story(changes: object) {
  return storySchema.parse({
    ...{ id: 'a', subject: 'Принтер', customer: 'demo', contact: 'olya', channel: 'mail' },
    ...{ kind: 'incident', priority: 'P3', line: 2, assignee: 'me', status: 'open' },
    ...changes,
  });
}

const promised = story({
  entries: [
    { at: '-2h', from: 'customer', text: '14 стоит' },
    {
      at: '-1h50m',
      from: 'me',
      event: 'take',
      text: '{Greet}. Напишу до {due}, письмо было в {t-10m}.',
      promise: { due: '+33m', kind: 'next-update', state: 'open' },
    },
  ],
});

test('times become moments; the promise is a round time on the clock of the customer', () => {
  const { createdAt, entries } = resolveStory(promised, noon, 'Asia/Novosibirsk');
  expect(createdAt).toBe(noon - 7_200_000);
  expect(entries[1]?.promise?.dueAt).toBe(noon + 35 * 60_000);
  expect(entries[1]?.text).toBe(
    'Добрый день. Напишу до 16:35 по вашему времени, письмо было в 14:00.',
  );
});

test('in Moscow nobody says whose time it is', () => {
  expect(resolveStory(promised, noon).entries[1]?.text).toBe(
    'Доброе утро. Напишу до 12:35, письмо было в 10:00.',
  );
});

test('a promise for another day says so', () => {
  const at = noon;
  const tell = (dueAt: number) => tellTimes('до {due}', { at, dueAt, timeZone: null });
  expect(tell(noon + 86_400_000)).toBe('до 12:00 завтра');
  expect(tell(noon + 3 * 86_400_000)).toBe('до 12:00 14.02');
});

test('braces of a command are left alone', () => {
  const text = "docker ps --format '{{.Names}}' | awk '{print $1}'";
  expect(tellTimes(text, { at: noon, dueAt: null, timeZone: null })).toBe(text);
});

test('a scheduled ticket comes back when it was promised', () => {
  const scheduled = { ...promised, status: 'scheduled' as const };
  expect(resolveStory(scheduled, noon).scheduledUntil).toBe(noon + 35 * 60_000);
  expect(resolveStory(promised, noon).scheduledUntil).toBeNull();
});

test('whatever the hour, entries ascend and none is in the future', () => {
  const today = story({
    entries: ['-1d 23:50', '-0d 09:00', '-0d 18:30', '-5m'].map((at) => ({
      at,
      from: 'customer',
      text: 'ау',
    })),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1.7e12, max: 1.8e12 }), (now) => {
      const times = resolveStory(today, now).entries.map((entry) => entry.at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(times).size).toBe(times.length);
      expect(times.at(-1)).toBeLessThan(now);
    }),
  );
});
