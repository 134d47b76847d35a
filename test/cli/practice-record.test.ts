import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk } from '../../src/app/desk/close-desk.ts';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { recordLesson, recordRun } from '../../src/app/practice/record-run.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import { defaultSettings } from '../../src/config/settings.ts';
import type { FinishedRun } from '../../src/domain/practice/practice-record.ts';
import { writeRecord } from '../../src/store/people/record-rows.ts';
import { fixedClock } from '../../src/util/clock.ts';
import { uuidv7 } from '../../src/util/id.ts';
import { someWednesday } from '../support/desk.ts';
import { bidiAndControls } from '../support/hostile-marks.ts';
import { exam, shyExam, vera, yuri, zoya } from '../support/practice-record.ts';
import { HOSTILE_TEXTS } from '../util/hostile-texts.ts';
import { CliDesk } from './cli-desk.ts';

const path = `format: smena-path/1
title: Вторая линия
days:
  - day: 1
    title: Первый день
    items:
      - {id: t01-exam, kind: scenario, scenario: sso-401, mode: exam}
      - {id: attestation, kind: quiz, title: Аттестация, topics: [glossary], count: 10, pass: 80, attestation: true}
signOffs:
  - {channel: mail, scenarios: [sso-401]}
`;

const root = join(import.meta.dirname, '../..');
let desk: CliDesk;
beforeEach(async () => {
  desk = new CliDesk();
  const folder = join(desk.folder, 'content/practice');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'path.ru.yaml'), path);
  await zoyaDoes();
});
afterEach(() => desk.close());

/** What Zoya's own workstation hands in, on the same store. */
async function zoyaDoes(...runs: readonly FinishedRun[]): Promise<void> {
  const opened = await openDesk({
    paths: resolvePaths({}, root, desk.folder),
    settings: defaultSettings,
    language: 'ru',
    clock: fixedClock(someWednesday),
    makeId: uuidv7,
    seat: { login: 'desk', name: 'Стол', role: 'engineer', line: '2' },
  });
  for (const person of [zoya, yuri, vera]) {
    writeRecord(opened.store.sql, { type: 'person', person });
  }
  const zoyas = { ...opened, me: zoya };
  for (const run of runs) if (!recordRun(zoyas, run).ok) throw new Error('run refused');
  if (runs.length > 0) recordLesson(zoyas, { itemId: 'attestation', score: 9, max: 10 });
  closeDesk(opened);
}

const as = (who: string, line: readonly string[]) => ['--as', who, 'practice', ...line];
const judge = ['judge', 'run-1', '--pass', '--reason', 'спросила про HAR своими словами'];

type Json = Readonly<Record<string, unknown>>;

describe('what mentors and leads see and say', () => {
  it('a lead sees every hire with what waits and where they fail, a hire only themselves', async () => {
    await zoyaDoes(shyExam());
    const seen = await desk.json<Json[]>(as('vera', ['hires']));
    expect(seen).toMatchObject([
      {
        ...{ person: 'Зоя', personId: 'zoya', role: 'hire' },
        path: { done: 1, total: 2, percent: 50 },
        exams: { passed: 0, failed: 0, waiting: 1, repeated: 0 },
        weakest: {
          sections: [{ id: 'contact', percent: 60, runs: 1 }],
          facts: [{ id: 'ask_har', missed: 1, asked: 1 }],
          skills: [{ id: 'diagnose', percent: 80, runs: 1 }],
        },
        waiting: [{ run: 'run-1', scenario: 'sso-401' }],
        ...{ disputes: [], signOffs: [], certificate: null, help: { asked: 0, given: 0 } },
      },
    ]);
    const page = (await desk.run(as('vera', ['hires']))).out;
    expect(page).toContain('ждёт вашего решения: 401 после SSO');
    expect(page).toContain('часто не находится: ask_har 1 из 1');
    expect(await desk.json<Json[]>(as('zoya', ['hires']))).toMatchObject([{ personId: 'zoya' }]);
    expect(await desk.json<Json[]>(['practice', 'hires'])).toMatchObject([{ person: 'Анна' }]);
    expect(await desk.refused(as('zoya', ['runs', 'vera']))).toMatchObject({
      ...{ exit: 3, code: 'not-permitted' },
    });
  });

  it('a dispute, two overrides, a comment and a verdict stand with the run', async () => {
    await zoyaDoes(shyExam());
    await desk.json(as('zoya', ['dispute', 'run-1', 'open/ask_har', 'просила', 'файл', 'сети']));
    expect((await desk.run(as('vera', ['hires']))).out).toContain('оспорено: open/ask_har');
    const override = ['override', 'run-1', 'open/ask_har'];
    const yes = await desk.json(as('yuri', [...override, '--found', '--reason', 'так говорят']));
    expect(yes).toMatchObject({ score: 100, recordedScore: 80, passed: true, waiting: false });
    await desk.json(as('vera', [...override, '--not-found', '--reason', 'это другой файл']));
    await desk.json(as('yuri', ['comment', 'run-1', 'назовите', 'себя', '--line', '2']));
    await desk.json(as('yuri', judge));
    const run = await desk.json<Json>(as('zoya', ['runs', '--run', 'run-1']));
    expect(run).toMatchObject({
      ...{ score: 80, passed: true, waiting: false },
      disputes: [{ mark: 'open/ask_har', text: 'просила файл сети' }],
      overrides: [
        { by: 'Юрий', found: true },
        { by: 'Вера', found: false, points: 0 },
      ],
      comments: [{ line: 2, text: 'назовите себя', by: 'Юрий' }],
      verdict: { passed: true, by: 'Юрий' },
    });
    const { out } = await desk.run(as('zoya', ['runs', '--run', 'run-1']));
    expect(out).toContain('open/ask_har · 0 из 20 · не найдено');
    expect(out).toContain('Вера: не найдено, 0. это другой файл');
    expect((await desk.json<Json[]>(as('vera', ['hires'])))[0]).toMatchObject({ disputes: [] });
  });

  it('what cannot be done says so, and gives the words back', async () => {
    await zoyaDoes(shyExam());
    expect(await desk.refused(as('zoya', judge))).toMatchObject({
      ...{ exit: 3, code: 'not-permitted', text: 'спросила про HAR своими словами' },
    });
    const unknown = as('yuri', ['comment', 'run-7', 'текст']);
    expect(await desk.refused(unknown)).toMatchObject({
      ...{ exit: 1, code: 'practice-run-unknown', text: 'текст' },
    });
    expect(await desk.refused(as('yuri', ['judge', 'run-1', '--reason', 'x']))).toMatchObject({
      ...{ exit: 2, code: 'usage' },
    });
    const both = ['judge', 'run-1', '--pass', '--fail', '--reason', 'x'];
    expect(await desk.refused(as('yuri', both))).toMatchObject({ exit: 2, code: 'usage' });
    expect(await desk.refused(as('yuri', ['sign-off', 'zoya', 'pigeon']))).toMatchObject({
      exit: 2,
    });
  });

  it('hostile words reach no terminal', async () => {
    const some = HOSTILE_TEXTS.filter((_, n) => n % 10 === 0);
    const runs = some.map(({ text }, n) => shyExam({ id: `h${n}`, title: text, scenarioId: text }));
    await zoyaDoes(...runs);
    for (const line of [['runs', 'zoya'], ['hires']]) {
      const { out, err, code } = await desk.run(as('vera', line));
      expect(code).toBe(0);
      expect(bidiAndControls(out + err)).toEqual([]);
    }
  });
});

describe('sign-offs and certificates', () => {
  it('a channel is opened by exams, or by a lead with a reason', async () => {
    expect(await desk.refused(as('yuri', ['sign-off', 'zoya', 'mail']))).toMatchObject({
      ...{ exit: 3, code: 'sign-off-exams-missing' },
      message: expect.stringContaining('sso-401'),
    });
    const early = ['sign-off', 'zoya', 'mail', '--override', '--reason', 'два года на почте'];
    expect(await desk.json(as('vera', early))).toMatchObject({ state: 'by-override', by: 'Вера' });
    await zoyaDoes(exam());
    expect(await desk.json(as('yuri', ['sign-off', 'zoya', 'mail']))).toMatchObject({
      ...{ channel: 'mail', state: 'signed-off', scenarios: ['sso-401'], changed: ['sso-401'] },
    });
    const back = ['sign-off', 'zoya', 'mail', '--withdraw', '--reason', 'письмо ушло не туда'];
    expect(await desk.json(as('yuri', back))).toMatchObject({ state: 'withdrawn' });
  });

  it('a certificate is issued, written as a page, and verified until it ends', async () => {
    expect(await desk.refused(as('yuri', ['attest', 'zoya']))).toMatchObject({
      ...{ exit: 3, code: 'attest-exams-missing' },
    });
    expect(await desk.refused(as('zoya', ['certificate']))).toMatchObject({
      ...{ exit: 1, code: 'no-certificate' },
    });
    await zoyaDoes(exam({ title: '<script>alert(1)</script>' }));
    const made = await desk.json<{ code: string }>(as('yuri', ['attest', 'zoya']));
    expect(made).toMatchObject({ quizScore: 90, expiresAt: '2027-11-18T11:00:00.000Z' });
    const file = join(desk.folder, 'zoya.html');
    await desk.run(as('zoya', ['certificate', '--format', 'html', '-o', file]));
    const page = readFileSync(file, 'utf8');
    expect(page).toContain(made.code);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|https?:\/\//);
    const { out } = await desk.run(as('zoya', ['certificate']));
    expect(out).toContain('# Сертификат');
    expect(out).toContain('Наставник: Юрий');
    expect(await desk.json(['practice', 'verify', made.code.toUpperCase()])).toEqual({
      ...{ code: made.code, state: 'valid', title: 'Вторая линия' },
      ...{ expiresAt: '2027-11-18T11:00:00.000Z', changed: ['sso-401'] },
    });
    const late = ['--now', '2027-11-18T11:00:00Z', 'practice', 'verify', made.code];
    expect(await desk.run(late)).toMatchObject({ code: 1, out: expect.stringContaining('до') });
    expect(await desk.run(['practice', 'verify', '0123456789'])).toMatchObject({ code: 1 });
  });

  it('an exam is taken again with leave, which is used up', async () => {
    await zoyaDoes(shyExam());
    const retake = ['retake', 'zoya', 'sso-401', '--reason', 'не было связи'];
    expect(await desk.json(as('yuri', retake))).toMatchObject({ scenario: 'sso-401' });
    await zoyaDoes(exam({ id: 'run-2' }), exam({ id: 'run-3' }));
    const runs = await desk.json<Json[]>(as('vera', ['runs', 'zoya']));
    expect(runs.map(({ id, repeated }) => [id, repeated])).toEqual([
      ...[
        ['run-3', true],
        ['run-2', false],
        ['run-1', false],
      ],
    ]);
  });
});
