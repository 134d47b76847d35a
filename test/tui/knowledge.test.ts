import { expect, test } from 'vitest';
import { contextOf } from '../../src/tui/model/context.ts';
import { openKnowledge } from '../../src/tui/model/knowledge-model.ts';
import { openTicket } from '../../src/tui/model/ticket-model.ts';
import { openStage } from '../support/knowledge-stage.ts';

test('the tab opens with the caret in the search line and lists every article by kind', async () => {
  using stage = await openStage();
  stage.types('3');
  expect(stage.state.tab).toBe('knowledge');
  expect(contextOf(stage.state)).toBe('search');
  const kinds = stage.state.knowledge.hits.map(({ article }) => article.kind);
  expect(kinds.length).toBeGreaterThan(20);
  expect([...new Set(kinds)]).toHaveLength(kinds.filter((kind, i) => kind !== kinds[i - 1]).length);
});

test('a query in the other layout is answered while it is typed', async () => {
  using stage = await openStage();
  stage.types('3');
  await stage.searches('dgy gfhjkm');
  const { hits, readAs, selected } = stage.state.knowledge;
  expect(readAs).toBe('впн пароль');
  expect(hits[0]?.article.id).toBe('vpn-691-after-password-change');
  expect(selected).toBe(0);
});

test('a key is taken in less than 5 ms', async () => {
  using stage = await openStage();
  stage.types('3');
  stage.types('сер');
  const times = [...'тификат истекает'].map((char) => {
    const start = performance.now();
    stage.types(char);
    return performance.now() - start;
  });
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  expect(median).toBeLessThan(5);
});

test('the arrows move while typing, Enter reads, Esc comes back to the same place', async () => {
  using stage = await openStage();
  stage.types('3');
  await stage.searches('пароль');
  stage.presses('down');
  const second = stage.state.knowledge.hits[1]?.article.id;
  stage.presses('enter');
  expect(contextOf(stage.state)).toBe('article');
  expect(stage.state.knowledge.article?.shown.article.id).toBe(second);
  stage.presses('escape');
  expect(contextOf(stage.state)).toBe('knowledge');
  expect(stage.state.knowledge.selected).toBe(1);
  stage.types('k');
  expect(stage.state.knowledge.selected).toBe(0);
  stage.types('/');
  stage.types('k');
  expect(stage.state.knowledge.query.present.text).toBe('парольk');
  stage.presses('escape');
  stage.presses('escape');
  expect(stage.state.tab).toBe('knowledge');
});

test('an article is scrolled between its ends', async () => {
  using stage = await openStage({ columns: 80, rows: 24 });
  stage.types('3');
  await stage.searches('691');
  stage.presses('enter');
  const scroll = () => stage.state.knowledge.article?.scroll ?? -1;
  stage.types('k');
  expect(scroll()).toBe(0);
  stage.types('jj');
  expect(scroll()).toBe(2);
  stage.presses('ctrl+d');
  stage.types(' ');
  const middle = scroll();
  stage.types('G');
  const end = scroll();
  expect(end).toBeGreaterThan(middle);
  stage.types('j');
  expect(scroll()).toBe(end);
  stage.types('gg');
  expect(scroll()).toBe(0);
});

test('y asks which code block to copy', async () => {
  using stage = await openStage();
  stage.types('3');
  await stage.searches('691');
  stage.presses('enter');
  stage.types('y');
  expect(stage.offers().length).toBeGreaterThan(1);
  stage.types('rasdial');
  stage.presses('enter');
  await Promise.resolve();
  expect(stage.copied.join()).toContain('rasdial "Демо-VPN"');
});

test('a passage goes into the reply to the open ticket, and the article stays where it was', async () => {
  using stage = await openStage();
  openTicket(stage.ui, stage.here.registers('VPN после смены пароля'));
  stage.types('3');
  await stage.searches('691');
  stage.presses('enter');
  stage.types('jj+');
  expect(stage.offers()[0]).toContain('[vpn-691-after-password-change]');
  stage.types('Отключить подстановку');
  stage.presses('enter');
  expect(stage.state.tab).toBe('ticket');
  expect(contextOf(stage.state)).toBe('composer');
  expect(stage.draft).toMatch(/^1\. Отключить подстановку[^`]*\n2\. /);
  stage.presses('escape');
  stage.types('3');
  expect(stage.state.knowledge.article?.scroll).toBe(2);
});

test('from a text being written to the base and back: the text and its caret wait', async () => {
  using stage = await openStage();
  openTicket(stage.ui, stage.here.registers('VPN после смены пароля'));
  stage.types('r');
  stage.types('Добрый день');
  stage.presses('left');
  stage.presses('ctrl+p');
  stage.types('база');
  stage.presses('enter');
  expect(contextOf(stage.state)).toBe('search');
  await stage.searches('691');
  expect(stage.draft).toBe('Добрый день');
  stage.presses('enter');
  stage.types('+');
  stage.presses('enter');
  expect(stage.state.tab).toBe('ticket');
  expect(stage.draft).toMatch(/^Добрый ден\nVPN не пускает.*\[vpn-691-after-password-change\]ь$/);
  stage.presses('ctrl+z');
  expect(stage.draft).toBe('Добрый день');
});

test('without a ticket there is nowhere to insert to, and it is said', async () => {
  using stage = await openStage();
  openKnowledge(stage.ui);
  stage.presses('enter');
  stage.types('+');
  expect(stage.state.overlay).toBeNull();
  expect(stage.state.toast?.text).toBe('здесь нечего выбрать');
});

test('an article leads to its related ones', async () => {
  using stage = await openStage();
  stage.types('3');
  await stage.searches('691');
  stage.presses('enter');
  stage.types('o');
  stage.types('809');
  stage.presses('enter');
  await expect
    .poll(() => stage.state.knowledge.article?.shown.article.id)
    .toBe('vpn-809-behind-nat');
});
