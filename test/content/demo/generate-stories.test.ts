import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { checkStory } from '../../../src/content/demo/check-story.ts';
import { genderOf } from '../../../src/content/demo/contact-voice.ts';
import type { DemoStory } from '../../../src/content/demo/demo-story.ts';
import { generateStories } from '../../../src/content/demo/generate-stories.ts';
import { type ResolvedStory, resolveStory } from '../../../src/content/demo/resolve-story.ts';
import { shippedDesk } from './demo-desk.ts';

const now = Date.parse('2026-02-11T14:07:00+03:00');
const dayMs = 86_400_000;
const desk = shippedDesk();

let stories: readonly DemoStory[] = [];
let resolved: readonly ResolvedStory[] = [];
beforeAll(() => {
  stories = generateStories({ ...desk, seed: 1, count: 600 });
  resolved = stories.map((story) => resolveStory(story, now, zoneOf(story)));
});

function zoneOf(story: DemoStory): string | null {
  return desk.customers.find((customer) => customer.key === story.customer)?.timeZone ?? null;
}

function share(isSo: (story: ResolvedStory) => boolean): number {
  return (resolved.filter(isSo).length / resolved.length) * 100;
}

function repeats(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

test('the same seed tells the same stories, another one others', () => {
  expect(generateStories({ ...desk, seed: 1, count: 600 })).toEqual(stories);
  const other = generateStories({ ...desk, seed: 2, count: 600 });
  expect(other.map((story) => story.subject)).not.toEqual(stories.map((story) => story.subject));
});

test('a small desk is the beginning of a big one', () => {
  expect(generateStories({ ...desk, seed: 1, count: 40 })).toEqual(stories.slice(0, 40));
});

test('every generated story passes the checks of a hand-written one', () => {
  const problems = stories.flatMap((story) =>
    checkStory(story, desk.people, desk.customers).map((p) => `${story.id} ${p.message}`),
  );
  expect(problems).toEqual([]);
});

test('no two tickets of six hundred share a text', () => {
  expect(repeats(resolved.flatMap((story) => story.entries.map((entry) => entry.text)))).toEqual(
    [],
  );
});

test('nor do twenty thousand share what a customer wrote, nor a subject with its beginning', () => {
  const many = generateStories({ ...desk, seed: 3, count: 20_000 });
  const told = many.map((story) => resolveStory(story, now, zoneOf(story)));
  const bodies = told.flatMap(({ entries }) =>
    entries.filter((entry) => entry.from === 'customer').map((entry) => entry.text),
  );
  expect(repeats(bodies)).toEqual([]);
  expect(repeats(told.map((story) => `${story.subject}\n${story.entries[0]?.text}`))).toEqual([]);
});

test('every text is filled in to the end', () => {
  const texts = resolved.flatMap((story) => [story.subject, ...story.entries.map((e) => e.text)]);
  expect(texts.filter((text) => /[{}⏎›|]|^\[[\da-z,]+\] |(?<![<-])undefined/.test(text))).toEqual(
    [],
  );
  // Left over from an empty choice: doubled or orphaned punctuation.
  expect(texts.filter((text) => / [,.;](?:\s|$)|,[,.]|^[,.;]| {2}/m.test(text))).toEqual([]);
});

test('most tickets are closed within two months, the rest is a queue with everything in it', () => {
  expect(share((s) => s.status === 'closed')).toBeCloseTo(84, -0.5);
  for (const status of [
    'new',
    'open',
    'waiting-customer',
    'waiting-third-party',
    'scheduled',
  ] as const) {
    expect(
      share((s) => s.status === status),
      status,
    ).toBeGreaterThan(0.9);
  }
  const closed = resolved.filter((story) => story.status === 'closed');
  expect(closed.every((story) => now - story.createdAt < 66 * dayMs)).toBe(true);
  expect(closed.every(({ entries }) => entries.length >= 2 && entries.length <= 7)).toBe(true);
});

test('priorities are mixed as a desk has them', () => {
  expect(share((s) => s.priority === 'P1')).toBeCloseTo(3, -0.5);
  expect(share((s) => s.priority === 'P2')).toBeCloseTo(17, -0.5);
  expect(share((s) => s.priority === 'P3')).toBeCloseTo(60, -0.5);
});

test('a shift finds work: unassigned and own tickets, promises to keep, some missed', () => {
  expect(resolved.filter((s) => s.assignee === null).every((s) => s.status === 'new')).toBe(true);
  const mine = resolved.filter((s) => s.assignee === 'me');
  expect(mine.length).toBeGreaterThan(8);
  expect(mine.some((s) => s.status === 'open')).toBe(true);
  const dues = resolved.flatMap((s) =>
    s.entries.flatMap((e) => (e.promise?.state === 'open' ? [e.promise.dueAt - now] : [])),
  );
  expect(dues.filter((ms) => ms > 0 && ms < 3 * 3_600_000).length).toBeGreaterThan(4);
  expect(dues.some((ms) => ms <= 0)).toBe(true);
});

test('chats are usually answered within two minutes', () => {
  const waits = resolved
    .filter((story) => story.channel === 'chat')
    .flatMap(({ createdAt, entries }) => {
      const answer = entries.find((entry) => entry.from !== 'customer' && !entry.internal);
      return answer ? [answer.at - createdAt] : [];
    });
  const inTime = waits.filter((ms) => ms <= 120_000);
  expect(waits.length).toBeGreaterThan(50);
  expect(inTime.length / waits.length).toBeGreaterThan(0.85);
});

test('a contact keeps one voice: whoever shouts, shouts every time', () => {
  const shouts = (story: ResolvedStory) => /СРОЧНО|ОПЯТЬ|ПОВТОРНО|!!!/.test(story.subject);
  const authors = new Map<string, boolean>();
  for (const story of resolved) {
    const author = `${story.customer}/${story.contact}`;
    expect(authors.get(author) ?? shouts(story), author).toBe(shouts(story));
    authors.set(author, shouts(story));
  }
});

test('verbs agree with the contact', () => {
  const contact = (name: string, callName: string | null) => {
    return genderOf({ key: 'a', name, callName, role: '', email: '', phone: null, lang: 'ru' });
  };
  expect(contact('Фёдор Ильич Прилив', 'Фёдор Ильич')).toBe('male');
  expect(contact('Корзун Борис Юрьевич', null)).toBe('male');
  expect(contact('Раиса Мухтаровна Алиева', 'Раиса Мухтаровна')).toBe('female');
  expect(contact('Ольга Ступина', 'Оля')).toBe('female');
  expect(contact('Никита Лот', 'Никита')).toBe('male');
  expect(contact('Общий ящик склада', null)).toBeNull();
});

test('at any hour and for any seed stories ascend in the past', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 });
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1.7e12, max: 1.8e12 }), (seed, at) => {
      for (const story of generateStories({ ...desk, seed, count: 25 })) {
        const times = resolveStory(story, at, zoneOf(story)).entries.map((entry) => entry.at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times.at(-1)).toBeLessThan(at);
      }
    }),
    { numRuns: 25 },
  );
});
