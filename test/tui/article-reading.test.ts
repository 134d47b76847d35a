import { expect, test } from 'vitest';
import { contextOf } from '../../src/tui/model/context.ts';
import { openTicket } from '../../src/tui/model/ticket-model.ts';
import {
  articleTop,
  articleView,
  rowText,
  visibleRows,
} from '../../src/tui/present/article-view.ts';
import { must } from '../../src/util/must.ts';
import { openStage, type Stage } from '../support/knowledge-stage.ts';
import { bringsArticles } from '../support/small-base.ts';

async function reads(query: string, columns = 100): Promise<Stage> {
  const stage = await openStage({ columns }, (here) => bringsArticles(here));
  stage.types('3');
  await stage.searches(query);
  stage.presses('enter');
  return stage;
}

function page(stage: Stage): string[] {
  const article = must(stage.state.knowledge.article, 'an open article');
  const view = articleView(article, stage.state);
  return [...view.head, ...visibleRows(article, view, stage.state)].map(rowText);
}

function openId(stage: Stage): string | undefined {
  return stage.state.knowledge.article?.shown.article.id;
}

test('the contents lead to a part of the article', async () => {
  using stage = await reads('691');
  stage.types('t');
  expect(stage.offers()).toEqual([
    'Как это выглядит',
    'Что сделать',
    'Подробности',
    'Что сказать клиенту',
  ]);
  stage.types('3');
  expect(stage.state.overlay).toBeNull();
  expect(page(stage)[3]).toContain('Подробности');
});

test('in a wide window the contents stand beside the text and say where one is', async () => {
  using stage = await reads('691', 170);
  expect(page(stage)[3]).toMatch(/│ Содержание$/);
  expect(page(stage)[4]).toMatch(/│ › Как это выглядит$/);
  stage.types('G');
  expect(page(stage).join('\n')).toMatch(/│ › Что сказать клиенту/);
});

test('words are found in the article in the wrong layout, and n goes on round the ends', async () => {
  using stage = await reads('691');
  stage.types('/');
  expect(contextOf(stage.state)).toBe('find');
  stage.types('gfhjkm');
  expect(page(stage)[1]).toContain('совпадений: 3');
  const article = must(stage.state.knowledge.article, 'an open article');
  const view = articleView(article, stage.state);
  const marked = view.lines.map(rowText).flatMap((row, i) => (/пароль/i.test(row) ? [i] : []));
  expect(article.find?.row).toBe(marked[0]);
  stage.presses('enter');
  expect(contextOf(stage.state)).toBe('article');
  stage.types('n');
  stage.types('n');
  expect(stage.state.knowledge.article?.find?.row).toBe(marked[2]);
  expect(stage.state.toast?.text).toBe('совпадение 3 из 3');
  const now = must(stage.state.knowledge.article, 'an open article');
  const top = articleTop(now, view);
  expect(must(marked[2], 'a third match')).toBeGreaterThanOrEqual(top);
  expect(must(marked[2], 'a third match')).toBeLessThan(top + view.height);
  stage.types('n');
  expect(stage.state.knowledge.article?.find?.row).toBe(marked[0]);
  stage.types('N');
  expect(stage.state.knowledge.article?.find?.row).toBe(marked[2]);
});

test('an article found by other words has those marked that answered', async () => {
  const body = '## Что сделать\nПодключить VPN снова.\n';
  using stage = await openStage({}, (here) =>
    bringsArticles(here, [{ id: 'tunnel', title: 'Туннель падает', body }]),
  );
  stage.types('3');
  await stage.searches('впн');
  stage.presses('enter');
  const { find } = must(stage.state.knowledge.article, 'an open article');
  expect(find?.inRow('Подключить VPN снова')).toEqual([[11, 14]]);
});

test('the way back leads through articles to the rows where they were left', async () => {
  using stage = await reads('691');
  stage.types('[');
  expect(stage.state.toast?.text).toBe('раньше других статей не открывали');
  stage.types('jjj');
  stage.types('o');
  stage.presses('enter');
  await expect.poll(() => openId(stage)).toBe('printer-queue');
  stage.types('[');
  expect([openId(stage), stage.state.knowledge.article?.scroll]).toEqual(['vpn-password', 3]);
  // On the Russian layout the same key.
  stage.types('ъ');
  expect(openId(stage)).toBe('printer-queue');
  stage.types(']');
  expect(stage.state.toast?.text).toBe('дальше статей нет');
});

test('one block is copied at once, of several one by its number', async () => {
  using stage = await reads('691');
  stage.types('y');
  expect(stage.offers()).toEqual(['rasdial demo /disconnect', 'rasdial demo']);
  stage.types('2');
  await expect.poll(() => stage.copied).toEqual(['rasdial demo']);
  stage.types('o');
  stage.presses('enter');
  await expect.poll(() => openId(stage)).toBe('printer-queue');
  stage.types('y');
  await expect.poll(() => stage.copied.at(-1)).toBe('net stop spooler');
});

test('an article that helped knows its ticket, and tickets that name it', async () => {
  using stage = await reads('очередь встала');
  stage.types('T');
  expect(stage.state.toast?.text).toContain('ни одно обращение');
  const named = stage.here.registers('Печать', 'Смотрите [printer-queue].');
  stage.here.registers('Другое', 'printer-queue без скобок');
  const solved = stage.here.registers('Не печатает');
  openTicket(stage.ui, solved);
  stage.types('3');
  stage.types('h');
  expect(stage.state.toast?.text).toBe(`отмечено: помогла в ${stage.here.ticket(solved).number}`);
  stage.types('h');
  expect(stage.state.toast?.kind).toBe('problem');
  stage.types('T');
  expect(stage.offers()).toEqual([
    `${stage.here.ticket(solved).number}  Не печатает`,
    `${stage.here.ticket(named).number}  Печать`,
  ]);
  stage.presses('down');
  stage.presses('enter');
  expect(stage.state.ticket?.view.ticket.id).toBe(named);
});

test('stars, favourites and marks stand beside the article', async () => {
  using stage = await reads('ящик');
  stage.types('r');
  stage.types('4');
  expect(stage.state.toast?.text).toBe('ваша оценка: 4');
  stage.types('*');
  expect(page(stage)[1]).toContain('★ избранное · оценка 4 (1)');
  stage.types('*');
  expect(page(stage)[1]).not.toContain('★');
  stage.types('x');
  stage.types('корзина называется иначе');
  stage.presses('enter');
  expect(stage.state.toast?.text).toContain('устарела');
});

test('a text of others says whose it is', async () => {
  using stage = await reads('очередь встала');
  expect(page(stage)[3]).toContain('источник: demo/docs · лицензия: CC-BY-4.0');
});
