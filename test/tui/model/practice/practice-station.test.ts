import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { practiceFile } from '../../../../src/app/practice/practice-file.ts';
import { itemPlace } from '../../../../src/app/practice/world/item-place.ts';
import { practiceFolder } from '../../../../src/app/practice/world/open-practice-desk.ts';
import { practiceRunOf, refusePractice } from '../../../../src/app/practice/world/practice-mark.ts';
import { practiceTuiTexts } from '../../../../src/i18n/practice-tui-texts.ts';
import { contextOf } from '../../../../src/tui/model/context.ts';
import { paceOf } from '../../../../src/tui/model/practice/run-view.ts';
import { actionText } from '../../../../src/tui/present/action-text.ts';
import { must } from '../../../../src/util/must.ts';
import { testArticle } from '../../../support/base.ts';
import { openPracticeStage, type PracticeStage } from '../../../support/practice-stage.ts';

const good =
  'Добрый день, Игорь Сергеевич! Я Антон, вторая линия. Снимите, пожалуйста, HAR с приватной ' +
  'вкладки и пришлите. Не входит никто или кто-то один, по паролю люди попадают?';

function entries({ shown }: PracticeStage): string[] {
  const ticketId = must(shown.practice?.mainTicket(), 'a ticket');
  return shown
    .desk()
    .tickets.entries(ticketId)
    .map(({ text }) => text);
}

/** Everything that the store of live work holds, row by row. */
function liveTables({ live }: PracticeStage): string {
  const { sql } = live.desk().store;
  const names = sql.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return names
    .map(({ name }) => `${name}: ${JSON.stringify(sql.all(`SELECT * FROM "${name}"`))}`)
    .join('\n');
}

test('a run is played in the ticket itself: letters, choices, files, and the way back', {
  timeout: 60_000,
}, async () => {
  using stage = await openPracticeStage();
  stage.work.here.registers('Принтер', 'Не печатает');
  const before = liveTables(stage);
  await stage.begins('sso-401');
  expect(stage.state.tab).toBe('ticket');
  expect(stage.run.expected.reply).toBe(true);
  expect(entries(stage)[0]).toContain('делали SSO по вашей инструкции');

  await stage.replies(good);
  expect(entries(stage)).toContain(good);
  expect(entries(stage).at(-1)).toContain('Держите. Пробовали я и Лена');
  expect(contextOf(stage.state)).toBe('choices');

  // An answer that is taken back never happened, and its text is not lost.
  await stage.presses('p r');
  expect(entries(stage)).toHaveLength(1);
  expect(stage.state.composer?.history.present.text).toBe(good);
  await stage.presses('ctrl+x');
  if (contextOf(stage.state) === 'review') await stage.presses('enter');

  await stage.presses('1');
  expect(stage.run.state.promises.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'hold open',
  ]);
  const ticket = must(stage.state.ticket, 'the ticket').view.ticket;
  expect(ticket.promises).toHaveLength(1);

  await stage.presses('o');
  await stage.presses('1');
  expect(stage.run.state.opened).toEqual(['har']);

  await stage.presses('p w');
  expect(stage.run.state.transcript.at(-1)?.what).toBe('waited');
  await stage.presses('q');
  expect(stage.shown).toBe(stage.live);
  expect(liveTables(stage)).toBe(before);
});

test('a run that was left goes on where it was, with the sentence that was being written', async () => {
  using stage = await openPracticeStage();
  await stage.begins('sso-401');
  const { runId } = must(stage.shown.practice, 'a run').session;
  await stage.presses('v');
  await stage.types('Добрый день, ');
  must(stage.shown.practice, 'a run').leave();
  expect(practiceFile(stage.live.desk()).runs.draft(runId)).toBe('Добрый день, ');

  await stage.goesOn(runId);
  expect(stage.state.composer?.history.present.text).toBe('Добрый день, ');
  expect(entries(stage)).toHaveLength(1);
});

test('the form of a step opens by its usual key and is noted in the ticket', async () => {
  using stage = await openPracticeStage();
  await stage.begins('sso-401');
  await stage.presses('E');
  expect(stage.state.toast?.text).toContain('не ждёт');
  await stage.replies(good);
  await stage.presses('1');
  await stage.replies(
    'Отказываем мы, код SSO-4117: ответ подписан не целиком. Часы ни при чём. Передаю третьей линии, ' +
      'повторять ничего не придётся. Напишу в четверг до 12:00 по вашему времени.',
  );
  expect(stage.run.expected.actions.map(({ name }) => name)).toEqual(['escalate']);
  await stage.presses('E');
  expect(contextOf(stage.state)).toBe('form');
  await stage.presses('3');
  await stage.types('SSO-4117');
  await stage.presses('ctrl+x');
  expect(entries(stage).some((text) => text.includes('код: SSO-4117'))).toBe(true);
});

test('the desk of a run lies apart, has its own clock, and never joins a server', async () => {
  using stage = await openPracticeStage();
  stage.live.desk().articles.put(testArticle('own', 'Наша статья', '', { origin: 'store' }));
  await stage.begins('sso-401');
  const desk = stage.shown.desk();
  // What the desk wrote itself is at hand there, and nothing has to be read again.
  expect(desk.articles.one('own', 'ru')?.title).toBe('Наша статья');
  expect(desk.articles.waiting()).toBe(0);
  const { runId } = must(stage.shown.practice, 'a run').session;
  expect(desk.paths.dataFolder).toBe(practiceFolder(stage.live.desk().paths, runId));
  expect(practiceRunOf(desk)).toBe(runId);
  expect(() => refusePractice(desk)).toThrow('practice-desk-stays-alone');
  expect(() => refusePractice(stage.live.desk())).not.toThrow();
  expect(desk.settings.deliver).toEqual({ command: null, smtp: null, from: null });
  expect(existsSync(join(desk.paths.dataFolder, 'smena.db'))).toBe(true);

  const { session } = must(stage.shown.practice, 'a run');
  const began = session.now();
  stage.work.here.clock.forward(60_000);
  session.tick(stage.live.desk().clock.now());
  expect(session.now() - began).toBe(8 * 60_000);
});

test('a hint stays in the ticket; a run that was ended is gone through and its desk is gone', async () => {
  using stage = await openPracticeStage();
  await stage.begins('sso-401');
  const folder = stage.shown.desk().paths.dataFolder;
  await stage.presses('p h');
  expect(entries(stage).at(-1)).toBe('Подсказка: Что видно на экране, а чего на нём не видно?');
  await stage.presses('p x');
  await stage.presses('2');
  expect(stage.shown).toBe(stage.live);
  await expect.poll(() => stage.state.practice.review?.run.last.ending).toBeNull();
  expect(existsSync(folder)).toBe(false);
});

test('while a reply is written the run goes as fast as life, and at its own speed again after', async () => {
  using stage = await openPracticeStage();
  await stage.begins('sso-401');
  expect(paceOf(stage.state, 8)).toBe(8);
  await stage.presses('v');
  expect(paceOf(stage.state, 8)).toBe(1);
  expect(paceOf(stage.state, 0.5)).toBe(0.5);
  const { session } = must(stage.shown.practice, 'a run');
  const began = session.now();
  stage.work.here.clock.forward(60_000);
  session.tick(stage.live.desk().clock.now(), paceOf(stage.state, session.speed));
  expect(session.now() - began).toBe(60_000);
});

test('a reply to another ticket of the run is no answer to its customer, and its text stays', async () => {
  using stage = await openPracticeStage();
  await stage.begins('sso-401');
  await stage.presses('v');
  await stage.types(good);
  const composer = must(stage.state.composer, 'a composer');
  must(stage.shown.practice, 'a run').finish({ ...composer, ticketId: 'another' });
  await stage.settles();
  expect(stage.state.toast?.text).toContain('Попытка идёт по обращению T-1');
  expect(stage.state.composer?.history.present.text).toBe(good);
  expect(entries(stage)).toHaveLength(1);
});

test('what was chosen in a form is told by its words, and one of the drawn items is on', async () => {
  using stage = await openPracticeStage();
  await stage.begins('b03-classification');
  const { scenario, state } = stage.run;
  const step = [...scenario.steps.values()].find(({ actions }) => actions[0]?.name === 'classify');
  const values = { kind: 'incident', priority: 'P3', line: '2' };
  const line = { step: must(step, 'a form').id, text: 'classify', values };
  expect(actionText(line, scenario, practiceTuiTexts('ru'))).toBe(
    'классификация\nВид: инцидент\nСрочность: P3\nЛиния: вторая',
  );
  expect(itemPlace(scenario, state)).toEqual({ place: 1, count: 10 });
  expect(itemPlace(scenario, { ...state, ending: 'good' })?.place).toBe(10);
});
