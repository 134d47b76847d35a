import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStage, type Stage } from '../support/knowledge-stage.ts';
import { searchMemory } from '../support/search-memory.ts';
import { bringsArticles, threeArticles } from '../support/small-base.ts';

const openSmall = () => openStage({}, (here) => bringsArticles(here));

function found(stage: Stage): string[] {
  return stage.state.knowledge.hits.map(({ article }) => article.id);
}

test('letters are taken at once; the answers of before stay until the new ones are there', async () => {
  using stage = await openSmall();
  stage.types('3');
  await stage.searches('принтер');
  expect(found(stage)[0]).toBe('printer-queue');
  stage.presses('ctrl+u');
  stage.types('dgy');
  expect(stage.state.knowledge.query.present.text).toBe('dgy');
  expect(found(stage)[0]).toBe('printer-queue');
  await setImmediate();
  expect(found(stage)[0]).toBe('vpn-password');
  expect(stage.state.knowledge.readAs).toBe('впн');
});

test('of a run of letters only the last is answered', async () => {
  using stage = await openSmall();
  stage.types('3');
  const asked: string[] = [];
  const stop = stage.ui.store.subscribe(() => asked.push(stage.state.knowledge.asked));
  await stage.searches('пароль');
  stop();
  expect(new Set(asked)).toEqual(new Set(['', 'пароль']));
});

test('Enter opens what the whole query finds, even before it was shown', async () => {
  using stage = await openSmall();
  stage.types('3');
  await stage.searches('п');
  stage.types('ринтер');
  stage.presses('enter');
  expect(stage.state.knowledge.article?.shown.article.id).toBe('printer-queue');
});

test('the base is narrowed by kind and tag with counts, and widened step by step', async () => {
  using stage = await openSmall();
  stage.types('3');
  stage.presses('ctrl+f');
  const { overlay } = stage.state;
  const shown = overlay?.type === 'picker' ? overlay.shown : [];
  const counts = shown.map(({ label, detail }) => `${label} ${detail}`);
  expect(counts).toContain('вид: инструкция 2');
  expect(counts).toContain('метка: доступ 2');
  expect(counts).toContain('состояние: моё избранное 0');
  stage.types('инструкция');
  stage.presses('enter');
  expect(found(stage).toSorted()).toEqual(['mail-full', 'vpn-password']);
  stage.presses('ctrl+f');
  stage.types('для кого линия 1');
  stage.presses('enter');
  expect(found(stage)).toEqual(['mail-full']);
  await stage.searches('корзина');
  expect(found(stage)).toEqual(['mail-full']);
  stage.presses('ctrl+u');
  await setImmediate();
  stage.presses('backspace');
  expect(found(stage)).toHaveLength(2);
  stage.presses('escape');
  stage.presses('escape');
  expect(found(stage)).toHaveLength(threeArticles.length);
});

test('favourites and popular articles are parts of the base as well', async () => {
  using stage = await openSmall();
  stage.types('3');
  await stage.searches('ящик');
  stage.presses('enter');
  stage.types('*');
  expect(stage.state.toast?.text).toBe('в избранном');
  stage.presses('escape');
  for (const state of ['моё избранное', 'чаще открывают']) {
    stage.presses('escape');
    stage.presses('escape');
    stage.types('f');
    stage.types(state);
    stage.presses('enter');
    expect(found(stage), state).toEqual(['mail-full']);
  }
});

test('what was opened after a word is remembered; what was left is told to the owners', async () => {
  using stage = await openSmall();
  const { choices, lost } = searchMemory(stage.here.desk);
  stage.types('3');
  await stage.searches('пароль');
  stage.presses('enter');
  expect(choices('парол')).toEqual([{ articleId: 'vpn-password', times: 1 }]);
  stage.types('1');
  expect(lost()).toEqual([]);
  stage.types('3');
  stage.types('s');
  stage.presses('ctrl+u');
  await setImmediate();
  await stage.searches('очередь печати');
  stage.presses('escape');
  stage.types('1');
  expect(lost()).toEqual(['очередь печати: 0 failed, 1 abandoned']);
  stage.types('3');
  stage.types('4');
  expect(lost()).toHaveLength(1);
});

test('a search without an answer counts as failed when it is left', async () => {
  using stage = await openSmall();
  stage.types('3');
  await stage.searches('987654');
  expect(found(stage)).toEqual([]);
  stage.presses('ctrl+u');
  await setImmediate();
  expect(searchMemory(stage.here.desk).lost()).toEqual(['987654: 1 failed, 0 abandoned']);
});
