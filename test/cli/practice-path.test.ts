import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lamp } from '../support/practice.ts';
import { CliDesk } from './cli-desk.ts';

const path = `format: smena-path/1
title: Неделя
days:
  - day: 1
    title: Первый
    items:
      - {id: read, kind: lesson, title: Прочитать, article: disk-usage-90}
      - {id: words, kind: quiz, title: Слова, topics: [glossary], count: 3, pass: 60, requires: [read]}
      - {id: lamp-exam, kind: scenario, scenario: lamp, mode: exam, requires: [words]}
      - {id: last, kind: quiz, title: Аттестация, topics: [glossary], count: 4, pass: 70, attestation: true}
signOffs:
  - {channel: mail, scenarios: [lamp]}
`;

const good = [
  '{"action": "open", "attachment": "log"}',
  '{"reply": "Вера, добрый день! Пришлите, пожалуйста, снимок экрана. Напишу до 13:30."}',
  '{"action": "resolve", "cause": "перегорел блок лампы"}',
].join('\n');

let desk: CliDesk;

beforeEach(() => {
  desk = new CliDesk();
  keep('practice/path.ru.yaml', path);
  keep('scenarios/lamp.scenario.yaml', lamp);
});
afterEach(() => desk.close());

function keep(name: string, text: string): void {
  const file = join(desk.folder, 'content', name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

async function json(line: readonly string[], stdin?: string) {
  const ran = await desk.run(['practice', ...line, '--json'], stdin === undefined ? {} : { stdin });
  expect(ran.err).toBe('');
  return JSON.parse(ran.out);
}

interface Shown {
  readonly id: string;
  readonly right: readonly string[];
}

/** Answers that are all right, made of what the program says is right. */
async function rightAnswers(item: string): Promise<string> {
  const blank = await json(['quiz', '--topic', 'glossary', '--count', '100', '--answers', '-'], '');
  const right = new Map(blank.questions.map((one: Shown) => [one.id, one.right]));
  const { questions } = await json(['quiz', '--item', item]);
  return questions
    .map(({ id }: Shown) => JSON.stringify({ question: id, answer: right.get(id) }))
    .join('\n');
}

describe('smena practice path, plan and quiz', () => {
  it('lead a hire through the path, one thing after the other', async () => {
    const begun = await json(['path']);
    expect(begun).toMatchObject({ title: 'Неделя', percent: 0, done: 0, total: 4 });
    expect(begun.next).toMatchObject({ id: 'read', why: 'first', article: 'disk-usage-90' });

    expect(await json(['lesson', 'read'])).toEqual({ item: 'read', done: true });
    const words = await rightAnswers('words');
    const taken = await json(['quiz', '--item', 'words', '--answers', '-'], words);
    expect(taken).toMatchObject({ score: 3, max: 3, passed: true, recorded: true });

    const next = await json(['plan']);
    expect(next).toMatchObject({ percent: 50, resumable: null, skills: [] });
    expect(next.next).toMatchObject({ id: 'lamp-exam', scenarioId: 'lamp', mode: 'exam' });

    const record = ['run', 'lamp', '--answers', '-', '--mode', 'exam', '--record'];
    const exam = await json(record, good);
    expect(exam).toMatchObject({ score: 100, passed: true, ending: 'good' });
    const after = await json(['path']);
    expect(after.percent).toBe(75);
    expect(after.signOffs).toEqual([
      { channel: 'mail', ready: true, signedOff: false, scenarios: [{ id: 'lamp', passed: true }] },
    ]);
    const again = await desk.run(['practice', ...record], { stdin: good });
    expect([again.code, again.out]).toEqual([1, '']);

    const [kept] = await json(['history']);
    expect(kept).toMatchObject({ id: exam.run, mode: 'exam', score: 100, attempt: 1 });
    const replayed = await json(['replay', exam.run.slice(-12)]);
    expect(replayed).toMatchObject({ score: 100, passed: true, scenario: 'lamp', steps: 4 });
    expect(replayed.replies[0].reference.text).toContain('Пришлите снимок');

    const { facts, scenarios } = await json(['stats']);
    expect(facts).toContainEqual(
      expect.objectContaining({ fact: 'asks_picture', judged: 1, found: 1, overrideRate: 0 }),
    );
    expect(scenarios).toEqual([
      expect.objectContaining({ scenarioId: 'lamp', runs: 1, exams: 1, passed: 1, passRate: 1 }),
    ]);
  });

  it('give an attestation one attempt, and show each answer of it afterwards', async () => {
    const answers = await rightAnswers('last');
    const first = answers.split('\n').slice(0, 3).join('\n');
    const taken = await json(['quiz', '--item', 'last', '--answers', '-'], first);
    expect(taken).toMatchObject({ score: 3, max: 4, percent: 75, passed: true, recorded: true });
    const again = await desk.run(['practice', 'quiz', '--item', 'last', '--answers', '-'], {
      stdin: answers,
    });
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('одна')]);

    const [{ id }] = await json(['runs']);
    const { questions, score } = await json(['replay', id]);
    expect(score).toBe(3);
    expect(questions.map(({ isRight }: { isRight: boolean }) => isRight)).toEqual([
      ...[true, true, true, false],
    ]);
  });

  it('tell what is wrong in the desk’s own path and go on with what is shipped', async () => {
    keep('practice/path.ru.yaml', path.replace('kind: lesson', 'kind: lecture'));
    const ran = await desk.run(['practice', 'path', '--json']);
    expect(ran.err).toContain('path.ru.yaml:7:');
    expect(JSON.parse(ran.out).days).toHaveLength(6);
  });

  it('propose a skill again when it is due, with a scenario for it', async () => {
    keep('scenarios/lamp.scenario.yaml', lamp.replace('greeting, facts', 'blinking, lighting'));
    await json(['run', 'lamp', '--answers', '-', '--record'], good.split('\n')[0] ?? '');
    const later = ['--now', '2026-11-20T11:00:00Z'];
    const plan = await json(['plan', ...later]);
    expect(plan.skills).toMatchObject([
      { skill: 'blinking', scenario: 'Лампа мигает', scenarioId: 'lamp', lastPercent: 20 },
      { skill: 'lighting', scenarioId: 'lamp' },
    ]);
    const { out } = await desk.run(['practice', 'plan', ...later]);
    expect(out).toContain('blinking');
  });

  it.each([
    [['quiz', '--topic', 'nothing'], 1],
    [['quiz', '--item', 'read'], 1],
    [['quiz', '--item', 'words', '--count', '2'], 2],
    [['lesson', 'words'], 1],
    [['replay', 'nothing'], 1],
    [['share', 'nothing'], 1],
    [['path', 'nobody'], 1],
  ])('refuse %j with exit code %d and a sentence', async (line, code) => {
    const ran = await desk.run(['practice', ...line]);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).not.toMatch(/\{\w+\}/);
  });

  it('say everything in words, too', async () => {
    await json(['run', 'lamp', '--answers', '-', '--record'], good);
    const [{ id }] = await json(['history']);
    await json(['share', id]);
    for (const line of [['path'], ['plan'], ['history'], ['stats'], ['replay', id], ['quiz']]) {
      const { code, out } = await desk.run(['practice', ...line]);
      expect([code, out.length > 0], line.join(' ')).toEqual([0, true]);
      expect(out, line.join(' ')).not.toMatch(/\{\w+\}|undefined|NaN/);
    }
  });
});
