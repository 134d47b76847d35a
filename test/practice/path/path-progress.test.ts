import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemsOf, type LearningPath } from '../../../src/content/learning/learning-path.ts';
import { parsePath, readPath } from '../../../src/content/learning/read-path.ts';
import { readQuizBank } from '../../../src/content/learning/read-quiz.ts';
import {
  type PathFacts,
  pathProgress,
  type ScenarioTrack,
} from '../../../src/practice/path/path-progress.ts';
import { must } from '../../../src/util/must.ts';

const root = join(import.meta.dirname, '../../..');
const shipped = join(root, 'templates/practice');

const week = `
format: smena-path/1
title: Неделя
days:
  - day: 1
    title: Первый
    items:
      - {id: read, kind: lesson, title: Прочитать, article: some-article}
      - {id: quiz, kind: quiz, title: Опрос, topics: [words], count: 5, pass: 80, requires: [read]}
      - {id: play, kind: scenario, scenario: t02, requires: [quiz]}
      - {id: exam, kind: scenario, scenario: t02, mode: exam, requires: [play]}
      - {id: later, kind: scenario, scenario: not-written}
      - {id: last, kind: scenario, scenario: t04, requires: [later]}
signOffs:
  - {channel: mail, scenarios: [t02]}
  - {channel: call, scenarios: [t02, not-written]}
`;

function parsed(text: string): LearningPath {
  const read = parsePath('path.ru.yaml', text, 'ru');
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

function track(id: string, about: Partial<ScenarioTrack> = {}): ScenarioTrack {
  const never = { isPracticePassed: false, isExamPassed: false, isExamWaiting: false, best: null };
  return { id, requires: [], ...never, ...about };
}

function facts(about: Partial<PathFacts> = {}, tracks: readonly ScenarioTrack[] = []): PathFacts {
  const all = [track('t02'), track('t04'), ...tracks];
  const scenarios = new Map(all.map((one) => [one.id, one]));
  return { lessons: [], signedOff: [], ...about, scenarios };
}

const read = { itemId: 'read', score: null, max: null };
const passedQuiz = { itemId: 'quiz', score: 4, max: 5 };

function states(of: PathFacts): Record<string, string> {
  const { days } = pathProgress(parsed(week), of);
  return Object.fromEntries(
    days.flatMap(({ items }) => items.map((one) => [one.item.id, one.state])),
  );
}

describe('the learning path', () => {
  it('begins with what waits for nothing, and waits for nobody who is not there', () => {
    expect(states(facts())).toEqual({
      read: 'open',
      quiz: 'locked',
      play: 'locked',
      exam: 'locked',
      later: 'missing',
      last: 'open',
    });
    const { next, percent, total } = pathProgress(parsed(week), facts());
    expect([next?.item.item.id, next?.why, percent, total]).toEqual(['read', 'first', 0, 5]);
  });

  it('goes on step by step and says why', () => {
    const failed = { itemId: 'quiz', score: 3, max: 5 };
    const tried = pathProgress(parsed(week), facts({ lessons: [read, failed] }));
    expect([tried.next?.item.item.id, tried.next?.why]).toEqual(['quiz', 'not-passed-yet']);

    const passed = pathProgress(parsed(week), facts({ lessons: [read, failed, passedQuiz] }));
    expect([passed.next?.item.item.id, passed.next?.why]).toEqual(['play', 'in-order']);
    expect(passed.percent).toBe(40);
  });

  it('counts an exam for the practice of the same scenario, and waits for the mentor’s word', () => {
    const lessons = [read, passedQuiz];
    const exam = track('t02', { isExamPassed: true });
    expect(states(facts({ lessons }, [exam]))).toMatchObject({ play: 'done', exam: 'done' });
    const waiting = track('t02', { isPracticePassed: true, isExamWaiting: true });
    expect(states(facts({ lessons }, [waiting]))).toMatchObject({ play: 'done', exam: 'waiting' });
  });

  it('names what locks an item, prerequisites of its scenario too', () => {
    const { days } = pathProgress(
      parsed(week),
      facts({ lessons: [read, passedQuiz] }, [track('t02', { requires: ['t04', 'unknown'] })]),
    );
    const play = days[0]?.items.find(({ item }) => item.id === 'play');
    expect(play).toMatchObject({ state: 'locked', lockedBy: ['t04'] });
  });

  it('opens a channel by exams, where there are exams', () => {
    const gates = (of: PathFacts) =>
      pathProgress(parsed(week), of).signOffs.map((gate) => gate.isReady);
    expect(gates(facts({}, [track('t02', { isPracticePassed: true })]))).toEqual([false, false]);
    expect(gates(facts({}, [track('t02', { isExamPassed: true })]))).toEqual([true, true]);
    const onlyMissing = parsed(week.replace('[t02, not-written]', '[not-written]'));
    expect(pathProgress(onlyMissing, facts()).signOffs[1]?.isReady).toBe(false);
  });
});

describe('the file of a path', () => {
  it.each([
    ['an item twice', week.replace('id: last', 'id: read'), 'code-twice', 'days.0.items.5.id'],
    [
      'what stands below',
      week.replace('requires: [read]', 'requires: [last]'),
      'reference-unknown',
      'days.0.items.1.requires.0',
    ],
    [
      'an unknown key',
      week.replace('pass: 80', 'passs: 80'),
      'key-unknown',
      'days.0.items.1.passs',
    ],
    ['another format', week.replace('smena-path/1', 'smena-path/9'), 'value-unknown', 'format'],
    [
      'an unknown channel',
      week.replace('channel: mail', 'channel: fax'),
      'value-unknown',
      'signOffs.0.channel',
    ],
  ])('tells %s at its place', (_, text, code, path) => {
    const result = parsePath('path.ru.yaml', text, 'ru');
    const problems = result.ok ? [] : result.problem;
    expect(problems.map((one) => [one.code, one.path])).toContainEqual([code, path]);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });
});

describe.each(['ru', 'en'] as const)('what is shipped (%s)', (lang) => {
  const path = readPath(join(shipped, `path.${lang}.yaml`), lang);
  const { bank, problems } = readQuizBank([join(shipped, 'quiz')], lang);

  it('is right', () => {
    expect(path.ok ? [] : path.problem).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('asks of what there is: articles, cards, topics with enough questions', () => {
    const kinds = readdirSync(join(root, 'kb'));
    const articles = kinds.flatMap((kind) => readdirSync(join(root, 'kb', kind)));
    const cards = readdirSync(join(root, 'templates/dont'));
    const items = itemsOf(must(path.ok ? path.value : null, 'path'));
    for (const item of items) {
      if (item.kind === 'lesson') {
        const { article, card } = item;
        expect(
          articles.some((name) => name.startsWith(`${article}.`)) ||
            cards.includes(`${card}.${lang}.md`),
          item.id,
        ).toBe(true);
      }
      if (item.kind !== 'quiz') continue;
      const fitting = bank.questions.filter(({ topic }) => item.topics.includes(topic));
      expect(
        item.topics.filter((topic) => !bank.topics.has(topic)),
        item.id,
      ).toEqual([]);
      expect(fitting.length, item.id).toBeGreaterThanOrEqual(item.count);
    }
  });

  it('has questions enough, each with one answer of several that can be taken', () => {
    expect(bank.questions.length).toBeGreaterThanOrEqual(lang === 'ru' ? 60 : 30);
    const longest = bank.questions.filter(({ options }) => {
      return options.toSorted((a, b) => b.text.length - a.text.length)[0]?.isRight;
    });
    // Who takes the longest option without reading must not pass.
    expect(longest.length / bank.questions.length).toBeLessThan(0.4);
    for (const { id, options } of bank.questions) {
      const texts = options.map(({ text }) => text);
      expect(new Set(texts).size, id).toBe(texts.length);
    }
  });
});
