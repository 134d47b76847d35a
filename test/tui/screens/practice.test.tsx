import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shareRun } from '../../../src/app/practice/run-history.ts';
import { startRun } from '../../../src/app/practice/start-run.ts';
import { must } from '../../../src/util/must.ts';
import { openTestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

/** Plays a run by its session alone and leaves it as it stands. */
async function played(driver: ScreenDriver): Promise<string> {
  const session = await startRun(driver.here.desk, 'sso-401', { mode: 'practice', seed: 1 });
  await session.answer({ type: 'replied', text: 'Добрый день! Пришлите, пожалуйста, HAR.' });
  session.finish();
  return session.runId;
}

test('the tab lists what to do today, all scenarios, the path and what was played', async () => {
  using driver = await openDriver({ size: { columns: 120, rows: 40 } });
  const runId = await played(driver);
  driver.press('tab-practice');
  await driver.sees('Сценарии');
  await driver.sees('Мышка залипает');
  expect(driver.frame()).toContain('Путь обучения');

  driver.press('practice-bottom');
  await driver.sees(/▌ 401 после настройки единого входа +попытка 1/);
  driver.press('practice-play');
  await driver.sees('Разбор «401 после настройки единого входа»');
  const review = must(driver.state.practice.review, 'a review');
  expect(review.run.runId).toBe(runId);

  for (const mark of review.run.marks) {
    if (mark.fact === 'ask_har') break;
    driver.press('review-next-mark');
  }
  await driver.sees('«Пришлите, пожалуйста, HAR»');
  expect(driver.frame()).not.toMatch(/неверно/i);
  driver.press('review-side');
  await driver.sees('Образец');

  driver.press('review-share');
  await driver.sees('видно наставникам');
  driver.press('run-review-back');
  await driver.sees('Тренажёр');
});

test.each([
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
])('the tab and the review fit $columns×$rows', async (size) => {
  using driver = await openDriver({ size });
  await played(driver);
  driver.press('tab-practice');
  await driver.sees('Тренажёр');
  driver.press('practice-bottom');
  driver.press('practice-play');
  await driver.sees('Разбор');
  expect(driver.frame().split('\n')).toHaveLength(size.rows);
});

/** A hire plays on this folder, shares the run, and goes. */
async function hirePlays(folder: string): Promise<void> {
  using hire = await openTestDesk({
    folder,
    ids: '0b',
    isContentRead: true,
    seat: { login: 'kolya', name: 'Коля', role: 'hire' },
  });
  const session = await startRun(hire.desk, 't02-mouse', { mode: 'practice', seed: 1 });
  await session.answer({
    type: 'replied',
    text: 'Добрый день! Пришлите, пожалуйста, точный текст ошибки.',
  });
  session.finish();
  expect(shareRun(hire.desk, session.runId)).toBeNull();
}

test('a mentor opens the run of a hire, writes a remark and decides about a mark', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'smena-test-'));
  try {
    await hirePlays(folder);
    const seat = { login: 'olga', name: 'Ольга', role: 'lead' } as const;
    using driver = await openDriver({
      ...{ folder, seat, isContentRead: false },
      size: { columns: 120, rows: 40 },
    });
    driver.press('tab-practice');
    await driver.sees('Сценарии');
    driver.press('practice-learners');
    await driver.sees(/▌ Коля/);
    expect(driver.frame()).toContain('Баллы теряются в разделах');
    driver.press('practice-down');
    driver.press('practice-play');
    await driver.sees('видно наставникам');

    driver.press('review-comment');
    await driver.sees('Замечание к этой строке');
    driver.type('Хорошо, но где имя?');
    driver.press('form-submit');
    await driver.sees('✎ Хорошо, но где имя?');

    driver.press('review-override');
    await driver.sees('это есть?');
    driver.keys('1');
    driver.type('сказано другими словами');
    driver.press('form-submit');
    await driver.sees('Наставник: это есть');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('those who learn are for mentors and leads', async () => {
  using driver = await openDriver({ size: { columns: 100, rows: 30 } });
  driver.press('tab-practice');
  await driver.sees('Сценарии');
  driver.press('practice-learners');
  await driver.sees('Это для наставников и руководителей');
});
