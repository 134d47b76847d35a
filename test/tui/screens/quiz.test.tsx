import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { executePractice } from '../../../src/app/practice/execute-practice.ts';
import { practiceFile } from '../../../src/app/practice/practice-file.ts';
import { selectedPractice } from '../../../src/tui/model/practice/practice-tab.ts';
import { askQuiz } from '../../../src/tui/model/practice/quiz-model.ts';
import { type AskedQuiz, askedQuestion } from '../../../src/tui/model/practice/quiz-state.ts';
import { must } from '../../../src/util/must.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

const path = `format: smena-path/1
title: Неделя
days:
  - day: 1
    title: Первый
    items:
      - {id: read, kind: lesson, title: Прочитать про диск, article: disk-usage-90}
      - {id: card, kind: lesson, title: Так не говорим, card: your-problem, requires: [read]}
      - {id: lamps, kind: quiz, title: Опрос про лампы, topics: [lamps], count: 3, pass: 60, requires: [read]}
      - {id: last, kind: quiz, title: Последний опрос, topics: [lamps], count: 3, pass: 70, attestation: true, requires: [lamps]}
`;

const bank = `format: smena-quiz/1
topic: lamps
title: Лампы
questions:
  - id: dark
    text: Лампа не горит. С чего начать?
    options: [{text: Проверить розетку, right: true}, {text: Купить новую}]
    why: Розетка проверяется за минуту.
    source: памятка про лампы
  - id: safe
    text: Чего не делать под напряжением?
    options: [{text: Лезть отвёрткой, right: true}, {text: Мыть мокрой тряпкой, right: true}, {text: Смотреть}]
    why: Ток не спрашивает, кто вы.
    source: памятка про ток
  - id: told
    text: Что сказать клиенту?
    options: [{text: Когда напишем, right: true}, {text: Ничего}]
    why: Он ждёт времени.
    source: правило обещаний
`;

function ownPath({ desk }: TestDesk): void {
  const own = join(desk.paths.overlay, 'practice');
  mkdirSync(join(own, 'quiz'), { recursive: true });
  writeFileSync(join(own, 'path.ru.yaml'), path);
  writeFileSync(join(own, 'quiz/lamps.ru.yaml'), bank);
}

async function openPath(size = { columns: 80, rows: 24 }): Promise<ScreenDriver> {
  const driver = await openDriver({ size }, ownPath);
  driver.press('tab-practice');
  await driver.sees('Сценарии');
  return driver;
}

function asked({ state }: ScreenDriver): AskedQuiz {
  const { quiz } = state.practice;
  return must(quiz?.type === 'asked' ? quiz : null, 'a quiz that is asked');
}

/** Goes to an item of the path and opens it. */
async function opens(driver: ScreenDriver, itemId: string): Promise<void> {
  const at = () => selectedPractice(driver.state.practice)?.id;
  driver.press('practice-bottom');
  await driver.drawn();
  for (let up = 0; up < 9 && at() !== `item/${itemId}`; up++) {
    driver.press('practice-up');
    await driver.drawn();
  }
  expect(at()).toBe(`item/${itemId}`);
  driver.press('practice-play');
  await driver.drawn();
}

/** Presses the digits of the right options, or of a wrong one, and Enter where several are right. */
async function answers(driver: ScreenDriver, isRight: boolean): Promise<void> {
  const { options, id } = must(askedQuestion(asked(driver)), 'a question');
  const places = options.flatMap((one, at) => (one.isRight === isRight ? [at + 1] : []));
  for (const place of places) driver.keys(`${place}`);
  if (id === 'safe') driver.press('quiz-answer');
  await driver.drawn();
}

test('a lesson is read and leads back to its row; what it locked is open then', async () => {
  using driver = await openPath();
  await opens(driver, 'lamps');
  await driver.sees('Закрыто: сначала пройдите Прочитать про диск');

  await opens(driver, 'read');
  await driver.sees('Алерт: диск занят');
  expect(driver.state.tab).toBe('knowledge');
  driver.press('article-back');
  await driver.sees('✓ Прочитать про диск');
  expect(driver.state.practice.selectedId).toBe('item/read');

  await opens(driver, 'card');
  await driver.sees('Почему так не надо');
  driver.keys('escape');
  await driver.sees('✓ Так не говорим');
});

test('a quiz tells why at once, waits where it was left, and moves the path on', async () => {
  using driver = await openPath();
  await opens(driver, 'read');
  driver.press('article-back');
  await driver.sees('Путь обучения');
  await opens(driver, 'lamps');
  await driver.sees('вопрос 1 из 3');

  await answers(driver, true);
  await driver.sees('почему так');
  expect(driver.frame()).toContain('Верно.');
  driver.press('quiz-next');
  await driver.sees('вопрос 2 из 3');
  const before = asked(driver).sitting;
  driver.press('quiz-leave');
  await driver.sees('Отложено на 1 из 3');
  // What is on disk is all that is left after a crash.
  await opens(driver, 'lamps');
  await driver.sees('вопрос 2 из 3');
  expect(asked(driver).sitting).toEqual(before);

  await answers(driver, true);
  driver.press('quiz-next');
  await driver.sees('вопрос 3 из 3');
  await answers(driver, false);
  await driver.sees(/Не совсем|Верно/);
  expect(driver.frame()).not.toMatch(/неверно/i);
  driver.press('quiz-next');
  await driver.sees('пройдено');
  await driver.sees('записано на пути обучения');
  const { desk } = driver.here;
  expect(desk.practiceRecords.of(desk.me.id).lessons).toMatchObject([
    { itemId: 'read' },
    { itemId: 'lamps', score: 2, max: 3 },
  ]);
  expect(practiceFile(desk).quizzes.of(desk.me.id, 'lamps')).toBeNull();
  driver.press('quiz-close');
  await driver.sees('✓ Опрос про лампы');
});

test('where several are right each is marked, and an empty answer is none', async () => {
  using driver = await openPath();
  await opens(driver, 'read');
  driver.press('article-back');
  await driver.sees('Путь обучения');
  await opens(driver, 'lamps');
  for (let i = 0; i < 3 && askedQuestion(asked(driver))?.id !== 'safe'; i++) {
    driver.press('quiz-skip');
    await driver.drawn();
  }
  await driver.sees('Верных несколько');
  driver.press('quiz-answer');
  await driver.sees('Отметьте хотя бы один ответ');
  driver.press('quiz-mark');
  await driver.sees('1 [x]');
  driver.press('quiz-mark');
  await driver.sees('1 [ ]');
  expect(asked(driver).sitting.given).toEqual([]);
});

test('an attestation is asked for, tells nothing before its end, and is taken once', async () => {
  using driver = await openPath();
  const { desk } = driver.here;
  for (const lesson of [
    { itemId: 'read', score: null, max: null },
    { itemId: 'lamps', score: 3, max: 3 },
  ]) {
    executePractice(desk, desk.me.id, { type: 'finish-lesson', lesson });
  }
  driver.press('tab-practice');
  await driver.sees('путь: 2 из 4');
  await opens(driver, 'last');
  await driver.sees('одна попытка');
  driver.keys('2');
  await driver.sees('АТТЕСТАЦИЯ');
  for (let i = 0; i < 3; i++) {
    expect(driver.frame()).not.toContain('почему так');
    await answers(driver, true);
  }
  await driver.sees('Закончить? Отвечено 3 из 3');
  expect(desk.practiceRecords.of(desk.me.id).runs).toEqual([]);
  driver.keys('2');
  await driver.sees('3 из 3 · 100%');
  await driver.sees('почему так');
  expect(desk.practiceRecords.of(desk.me.id).runs).toMatchObject([
    { scenarioId: 'quiz/last', mode: 'exam', score: 3, passed: true },
  ]);
  driver.press('quiz-close');
  await driver.sees('Путь обучения');
  await opens(driver, 'last');
  await driver.sees('3 из 3 · 100%');
});

test.each([
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
])('a quiz fits $columns×$rows', async (size) => {
  using driver = await openDriver({ size });
  driver.press('tab-practice');
  await driver.sees('Тренажёр');
  await askQuiz(driver.ui, 'quiz-web');
  await driver.sees('вопрос 1 из 12');
  for (let i = 0; i < 12; i++) {
    expect(driver.frame().split('\n')).toHaveLength(size.rows);
    driver.keys('1');
    await driver.drawn();
    if (driver.context === 'quiz') driver.press('quiz-answer');
    await driver.drawn();
    driver.press('quiz-next');
    await driver.drawn();
  }
  await driver.sees('Итог');
  expect(driver.frame().split('\n')).toHaveLength(size.rows);
});
