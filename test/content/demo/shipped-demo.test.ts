import { expect, test } from 'vitest';
import { describeProblem } from '../../../src/content/content-problem.ts';
import type { DemoPhrases, Topic } from '../../../src/content/demo/demo-phrases.ts';
import { loadDemo } from '../../../src/content/demo/load-demo.ts';
import { loadPhrases } from '../../../src/content/demo/load-phrases.ts';
import { canGoTogether } from '../../../src/content/demo/phrase-deck.ts';
import { resolveStory } from '../../../src/content/demo/resolve-story.ts';
import { demoFolder, shippedDesk } from './demo-desk.ts';

test('the shipped demo desk has nothing wrong', () => {
  expect(loadDemo(demoFolder).problems.map(describeProblem)).toEqual([]);
});

test('it serves forty companies, some with sites of their own', () => {
  const { customers, people } = loadDemo(demoFolder);
  expect(customers.filter((customer) => customer.parent === null)).toHaveLength(40);
  expect(customers.filter((customer) => customer.parent !== null).length).toBeGreaterThan(1);
  expect(customers.filter((customer) => customer.timeZone === null)).toEqual([]);
  expect(people.filter((person) => person.line === '2').length).toBeGreaterThan(7);
});

test('at least forty stories are told whole and say why', () => {
  const { stories } = loadDemo(demoFolder);
  const whole = stories.filter((story) => story.entries.length >= 5 && story.why !== null);
  expect(whole.length).toBeGreaterThanOrEqual(40);
});

test('no two hand-written stories share what a customer wrote', () => {
  const { stories } = loadDemo(demoFolder);
  const openings = stories.map((story) => story.entries[0]?.text);
  expect(new Set(openings).size).toBe(stories.length);
});

test('every time zone of a customer is known to the system', () => {
  const { stories, customers } = loadDemo(demoFolder);
  const zones = new Map(customers.map((customer) => [customer.key, customer.timeZone]));
  for (const story of stories) {
    const zone = zones.get(story.customer) ?? null;
    expect(() => resolveStory(story, Date.UTC(2026, 1, 11), zone)).not.toThrow();
  }
});

test('the phrases of the generator have nothing wrong', () => {
  expect(loadPhrases(demoFolder).problems.map(describeProblem)).toEqual([]);
});

test('thirty topics, each told in every voice', () => {
  const { phrases } = shippedDesk();
  expect(phrases.topics.length).toBeGreaterThanOrEqual(30);
  const voices = Object.keys(phrases.voices);
  expect(voices.length).toBeGreaterThanOrEqual(6);
});

test('whatever the cause, every topic has words for it', () => {
  const { phrases } = shippedDesk();
  expect(phrases.topics.flatMap((topic) => holesOf(topic))).toEqual([]);
});

test('customers and engineers do not use the words that the style forbids', () => {
  const { phrases } = shippedDesk();
  const own = deskLines(phrases).filter((line) =>
    /данн(?:ый|ая|ое|ой|ому)(?![а-я])|осуществ|в случае возникновения|\(а\)|[Уу]важаем|!/.test(
      line,
    ),
  );
  expect(own).toEqual([]);
});

function holesOf(topic: Topic): readonly string[] {
  const causes = topic.fix.map((_, i) => `[${i + 1}] `);
  const holes = causes.flatMap((cause) => {
    const lists = { subject: topic.subject, ask: topic.ask, answer: topic.answer, ok: topic.ok };
    const missing = Object.entries(lists).filter(
      ([, lines]) => !lines.some((line) => canGoTogether(line, cause)),
    );
    return missing.map(([name]) => `${topic.id}: no ${name} for cause ${cause}`);
  });
  return topic.note.length === topic.fix.length
    ? holes
    : [...holes, `${topic.id}: notes and fixes`];
}

function deskLines(phrases: DemoPhrases): readonly string[] {
  const topics = phrases.topics.flatMap((t) => [...t.ask, ...t.fix, ...(t.refix ?? [])]);
  return [...Object.values(phrases.desk).flat(), ...topics];
}
