import { beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../src/util/must.ts';
import { hour } from '../../support/desk.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

let stage: WorkStage;
beforeEach(async () => {
  stage = await openWorkStage({ columns: 100, rows: 28 }, (here) => {
    here.person('lena', { name: 'Елена Ким' });
    const romashka = here.customer('ООО «Ромашка»');
    const buyer = here.contact('Ольга', { customerId: romashka.id });
    here.registers('VPN не подключается', 'Ошибка 809.', buyer.id);
    here.does(here.registers('Принтер молчит'), { type: 'tag', add: ['vpn-офис'], remove: [] });
    here.registers('Диск переполнен');
  });
  return () => stage.close();
});

const line = () => must(stage.state.queue.input, 'a filter line').present.text;
const offered = () => stage.state.queue.completion?.options.map(({ label }) => label) ?? [];

/** Opens the filter line and types into it. */
function filters(text: string): void {
  stage.presses('/');
  stage.types(text);
}

describe('the line goes on by Tab', () => {
  test.each([
    ['ста', 'статус:'],
    ['cnf', 'статус:'],
    ['статус:жд', 'статус:"ждём клиента" '],
    ['cnfnec:jnr', 'cnfnec:открыто '],
    ['кто:ким', 'кто:"Елена Ким" '],
    ['rnj:rbv', 'rnj:"Елена Ким" '],
    ['клиент:ромаш', 'клиент:"ООО Ромашка" '],
    ['метка:офис', 'метка:vpn-офис '],
    ['-метка:vpn', '-метка:vpn-офис '],
    ['обещано:сег', 'обещано:сегодня '],
    ['порядок:-соз', 'порядок:-создано '],
    ['status:новое,отк', 'status:новое,открыто '],
    ['это:массо', 'это:"общая авария" '],
    ['линия:вторая', 'линия:2 '],
    ['очередь:mi', 'очередь:mine '],
  ])('%s', (typed, whole) => {
    filters(typed);
    stage.presses('tab');
    expect(line()).toBe(whole);
    expect(stage.state.queue.filter).toBe(whole);
  });

  test('the arrow chooses another one first', () => {
    filters('статус:жд');
    expect(offered().slice(0, 2)).toEqual(['ждём клиента', 'ждём поставщика']);
    stage.presses('down');
    stage.presses('tab');
    expect(line()).toBe('статус:"ждём поставщика" ');
  });

  test('words to look for are never in the way of Tab, nor of the list', () => {
    filters('диск');
    expect(offered()).toEqual([]);
    stage.presses('tab');
    expect(line()).toBe('диск');
    expect(stage.state.queue.total).toBe(1);
  });

  test('what is still being typed is no mistake', () => {
    filters('статус:');
    expect(stage.state.queue.filterProblem).toBeNull();
    stage.types('бред ');
    expect(stage.state.queue.filterProblem).toBe('значения «бред» нет');
  });
});

describe('earlier filters', () => {
  test('come back by the arrow up, and what was typed by the arrow down', () => {
    for (const text of ['принтер', 'диск']) {
      filters(text);
      stage.presses('enter');
      stage.presses('escape');
    }
    filters('vp');
    stage.presses('up');
    expect(line()).toBe('диск');
    expect(stage.state.queue.total).toBe(1);
    stage.presses('up');
    stage.presses('up');
    expect(line()).toBe('принтер');
    stage.presses('down');
    stage.presses('down');
    expect(line()).toBe('vp');
  });

  test('one that was taken off with Escape is among them', () => {
    filters('принтер');
    stage.presses('escape');
    expect(stage.state.queue.filter).toBe('');
    stage.presses('/');
    stage.presses('up');
    expect(line()).toBe('принтер');
  });
});

describe('a list in groups', () => {
  test('the selection goes from ticket to ticket and follows its ticket', () => {
    filters('группы:клиент порядок:номер');
    stage.presses('enter');
    const numbers = stage.state.queue.rows.map(({ number }) => number);
    expect(numbers).toEqual(['SM-1', 'SM-2', 'SM-3']);
    expect([...stage.state.queue.groups.values()].map(({ name }) => name)).toEqual([
      'ООО «Ромашка»',
      null,
      null,
    ]);
    stage.presses('j');
    stage.presses('j');
    const { selectedId } = stage.state.queue;
    expect(selectedId).toBe(stage.here.desk.tickets.idByNumber('SM-3'));
  });

  test('however many groups there are, the selected ticket is in sight', () => {
    const { here } = stage;
    for (let n = 0; n < 40; n += 1) {
      const { id } = here.customer(`Клиент ${n}`);
      here.registers(`Тема ${n}`, 'текст', here.contact(`К ${n}`, { customerId: id }).id);
    }
    filters('group:customer');
    stage.presses('enter');
    for (const key of ['G', 'g g', ...Array.from({ length: 30 }, () => 'j'), 'pagedown', 'k']) {
      stage.presses(key);
      const { queue } = stage.state;
      const place = queue.offset + queue.rows.findIndex(({ id }) => id === queue.selectedId);
      expect(place).toBeGreaterThanOrEqual(queue.top);
      // Every ticket has a group of its own here: it takes two rows.
      expect(place - queue.top).toBeLessThan(9);
    }
  });
});

describe('saved queues', () => {
  test('what is seen is saved under a name and stands among the tabs', () => {
    filters('vpn');
    stage.presses('enter');
    stage.presses('S');
    stage.types('Мой VPN');
    stage.presses('enter');
    const { queue, counts } = stage.state;
    expect(queue.code).toBe('мой-vpn');
    expect(queue.filter).toBe('');
    expect(queue.rows.map(({ number }) => number)).toEqual(['SM-1']);
    expect(counts.at(-1)).toMatchObject({ queue: { name: { ru: 'Мой VPN' } }, count: 1 });
  });

  test('its count lives, its tab moves, and it opens after a restart', () => {
    filters('принтер');
    stage.presses('enter');
    stage.presses('S');
    stage.types('принтеры');
    stage.presses('enter');
    stage.here.registers('Ещё один принтер');
    stage.presses('{');
    const tabs = stage.state.counts.map(({ queue, count }) => [queue.code, count]);
    expect(tabs.at(-2)).toEqual(['принтеры', 2]);
  });

  test('a name that is taken stays in the question, with the reason', () => {
    filters('vpn');
    stage.presses('enter');
    stage.presses('S');
    stage.types('mine');
    stage.presses('enter');
    const { overlay } = stage.state;
    expect(overlay).toMatchObject({ type: 'prompt', problem: expect.stringContaining('занято') });
  });

  test('a line that hangs on the clock goes on meaning the same tomorrow', () => {
    filters('создано:сегодня');
    stage.presses('enter');
    stage.presses('S');
    stage.types('сегодня');
    stage.presses('enter');
    expect(stage.state.queue.total).toBe(3);
    stage.here.clock.forward(24 * hour);
    stage.presses('[');
    stage.presses(']');
    expect(stage.state.queue.total).toBe(0);
  });
});
