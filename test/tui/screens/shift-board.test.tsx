import { afterEach, describe, expect, test, vi } from 'vitest';
import { currentShift } from '../../../src/app/shift/current-shift.ts';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { openShift } from '../../../src/app/shift/open-shift.ts';
import { noteProblem } from '../../../src/app/sync/known-server.ts';
import { registerTicket } from '../../../src/app/ticket/register-ticket.ts';
import { findFormDraft } from '../../../src/app/ticket/save-draft.ts';
import { selectTickets } from '../../../src/app/ticket/select-tickets.ts';
import { emptyMember } from '../../../src/domain/shift/decide-roster.ts';
import { boardTexts } from '../../../src/i18n/board-texts.ts';
import { refreshStatus } from '../../../src/tui/model/act.ts';
import { selectedCell } from '../../../src/tui/model/board-model.ts';
import { openComposer } from '../../../src/tui/model/composer-model.ts';
import { saveForm } from '../../../src/tui/model/form-draft.ts';
import { refreshShift } from '../../../src/tui/model/open-shift.ts';
import { openTicket } from '../../../src/tui/model/ticket-model.ts';
import type { Tab } from '../../../src/tui/model/ui-state.ts';
import { boardScreen } from '../../../src/tui/present/board-lines.ts';
import { createTimeText } from '../../../src/tui/present/time-text.ts';
import { must } from '../../../src/util/must.ts';
import { day, hour, minute, type TestDesk } from '../../support/desk.ts';
import { type DriverOptions, openDriver, type ScreenDriver } from '../../support/driver.tsx';
import { joinServer } from '../../support/tray.ts';

let driver: ScreenDriver | undefined;
afterEach(() => {
  driver?.[Symbol.dispose]();
  driver = undefined;
});

const lead = { seat: { role: 'lead' } } as const;

async function opens(
  options: DriverOptions = {},
  prepare: (here: TestDesk) => void = busyMorning,
): Promise<ScreenDriver> {
  driver = await openDriver({ ...lead, ...options }, prepare);
  return driver;
}

/** A late ticket of nobody, a critical one of Борис, and a promise of Вера that is near. */
function busyMorning(here: TestDesk): void {
  const boris = here.person('boris', { name: 'Борис К.' });
  const vera = here.person('vera', { name: 'Вера Т.' });
  here.registers('Принтер молчит');
  here.clock.forward(20 * day);
  const critical = here.registers('Лежит шлюз');
  here.does(critical, { type: 'set-fields', fields: { priority: 'P1', reason: 'лежит всё' } });
  here.does(critical, { type: 'take' }, boris.id);
  const promised = here.registers('Перезвонить про VPN');
  here.does(promised, { type: 'take' }, vera.id);
  const times = { id: here.desk.makeId(), dueAt: here.clock.now() + 4 * minute };
  const promise = { ...times, kind: 'call-back', text: 'Перезвоню' } as const;
  here.does(promised, { type: 'promise', promise }, vera.id);
}

async function atBoard(options: DriverOptions = {}): Promise<ScreenDriver> {
  const here = await opens(options);
  here.keys('6');
  await here.sees(here.state.language === 'ru' ? 'Горит' : 'Red');
  return here;
}

/** Puts the finger on a cell as soon as it is on the board. */
async function goesTo(here: ScreenDriver, selectedId: string): Promise<void> {
  await vi.waitFor(() => {
    here.ui.store.set({ shift: { ...here.state.shift, selectedId } });
    expect(selectedCell(here.ui)?.id).toBe(selectedId);
  });
  await here.drawn();
}

/** Waits until the keys have led somewhere. */
function goesOn(here: ScreenDriver, tab: Tab): Promise<void> {
  return vi.waitFor(() => expect(here.state.tab).toBe(tab));
}

describe('the glance', () => {
  const sizes = [
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
    { columns: 200, rows: 60 },
  ];

  test.each(sizes)('at $columns×$rows the essential is seen', async (size) => {
    const here = await atBoard({ size });
    await here.sees('Горит 2');
    await here.sees('SM-2');
    await here.sees('Обещано до');
    await here.sees('данные на');
    await here.sees('? справка');
    const rows = here.frame().split('\n');
    expect(rows.length).toBeLessThanOrEqual(size.rows);
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(size.columns);
  });

  test('a wide window has the people and the log beside', async () => {
    const here = await atBoard({ size: { columns: 120, rows: 40 } });
    await here.sees('Люди');
    await here.sees('Журнал');
  });

  test('in English nothing is Russian but the data', async () => {
    const here = await atBoard({ language: 'en', size: { columns: 120, rows: 40 } });
    await here.sees('Promised until');
    await here.sees('Waiting for customer');
    expect(here.frame()).not.toMatch(/Обещано|Горит|Люди/);
  });

  test('hostile names stay inside their cells', async () => {
    const here = await opens({ size: { columns: 120, rows: 40 } }, (at) => {
      const id = at.registers('тема\u001b[2J\u202eконец');
      const evil = at.person('evil', { name: 'Э\u0007\u001b]0;x\u0007вил' });
      at.does(id, { type: 'set-fields', fields: { priority: 'P1', reason: 'всё' } });
      at.does(id, { type: 'take' }, evil.id);
    });
    here.keys('6');
    await here.sees('конец');
    expect(here.cells()).not.toMatch(/\u001b\[2J|\u202e|\u0007/);
  });
});

describe('looking into it', () => {
  test('a count leads to the queue and the way back to the board and the old queue', async () => {
    const here = await atBoard();
    await goesTo(here, 'late');
    here.keys('enter');
    await goesOn(here, 'queue');
    expect(here.state.queue.filterProblem).toBeNull();
    expect(here.state.queue.total).toBe(1);
    here.keys('escape');
    await here.sees('Горит');
    expect(here.state.shift.selectedId).toBe('late');
    expect(here.state.queue.filter).toBe('');
  });

  test('a ticket opens, and Esc leads back to its row', async () => {
    const here = await atBoard();
    const critical = must(here.state.shift.board?.red.rows[0], 'a red ticket');
    await goesTo(here, `ticket:${critical.ticketId}`);
    here.keys('enter');
    await goesOn(here, 'ticket');
    here.keys('escape');
    await goesOn(here, 'shift');
    expect(here.state.shift.selectedId).toBe(`ticket:${critical.ticketId}`);
  });

  test('every filter that the board opens is understood in both languages', async () => {
    const { here } = await opens();
    for (const language of ['ru', 'en'] as const) {
      const { ages, line, ofLine, ...single } = boardTexts(language).filters;
      const ofLines = [line('2'), ofLine('2')];
      for (const filter of [...Object.values(single), ...Object.values(ages), ...ofLines]) {
        const { problems, words } = selectTickets(here.desk, null, filter);
        expect({ filter, problems, words }).toEqual({ filter, problems: [], words: '' });
      }
    }
  });

  test('? says what a figure means', async () => {
    const here = await atBoard();
    await goesTo(here, 'late');
    here.keys('?');
    await here.sees('ближайший срок которых прошёл');
    await here.sees('Обращения за этим числом: 1');
    await here.sees('Принтер молчит');
  });

  test('arrows and letters go from cell to cell', async () => {
    const here = await atBoard();
    for (const key of ['l', 'right', 'j']) {
      here.keys(key);
      await here.drawn();
    }
    await vi.waitFor(() => expect(here.state.shift.selectedId).toMatch(/^ticket:/));
    here.keys('g g');
    await vi.waitFor(() => expect(here.state.shift.selectedId).toBe('red'));
    here.keys('G');
    await vi.waitFor(() => expect(here.state.shift.selectedId).toMatch(/^report:/));
  });

  test('the charts have a table twin', async () => {
    const here = await atBoard();
    here.keys('T');
    await here.sees('То же в числах');
    await here.sees(/\d/);
  });
});

describe('what goes on', () => {
  test('the cell at hand stays at hand while everything round it changes', async () => {
    const here = await atBoard();
    await goesTo(here, 'late');
    const ticketId = here.here.registers('Ещё одна авария');
    here.here.does(ticketId, {
      ...{ type: 'set-fields', fields: { priority: 'P1', reason: 'лежит всё' } },
    });
    refreshShift(here.ui);
    await here.sees('Горит 3');
    expect(here.state.shift.selectedId).toBe('late');
  });

  test('without a connection it says of when the colleagues’ work is', async () => {
    const here = await opens({ size: { columns: 120, rows: 40 } }, (at) => {
      busyMorning(at);
      joinServer(at);
    });
    noteProblem(here.here.desk.meta, { kind: 'offline', reason: 'timeout' }, here.here.clock.now());
    refreshStatus(here.ui);
    here.keys('6');
    await here.sees('× данные на');
  });

  test('the lead takes over from a silent station with the text so far, and sends nothing', async () => {
    const here = await opens();
    const { desk, clock } = here.here;
    const veraId = must(desk.people.findPerson('vera'), 'Вера').id;
    const [promise] = here.ui
      .desk()
      .store.sql.all<{ id: string }>('SELECT ticket_id AS id FROM promise');
    const ticketId = must(promise, 'a promise').id;
    const now = clock.now();
    here.ui.store.set({
      stations: {
        since: now - hour,
        heardAt: new Map([[veraId, now - 3 * minute]]),
        drafts: [{ personId: veraId, ticketId, text: 'Добрый день! Проверяю', at: now - minute }],
      },
    });
    here.keys('6');
    await here.sees('молчит 3м');
    const id = must(here.state.shift.board?.promises.rows[0], 'a promise').promiseId;
    await goesTo(here, `promise:${id}`);
    here.keys('w');
    await here.sees('не отправлено');
    expect(here.here.ticket(ticketId).assigneeId).toBe(desk.me.id);
    openTicket(here.ui, ticketId);
    openComposer(here.ui, ticketId, 'reply');
    expect(here.draft).toBe('Добрый день! Проверяю');
  });
});

describe('the log', () => {
  test('one key writes it from the middle of a letter, and the letter stays', async () => {
    const here = await opens();
    const [row] = here.state.queue.rows;
    const { id, number } = must(row, 'a ticket');
    openTicket(here.ui, id);
    openComposer(here.ui, id, 'reply');
    here.type('Добрый');
    here.keys('ctrl+l');
    await here.sees('Журнал смены');
    here.type('Антон задержится');
    here.keys('enter');
    await here.sees('Записано в журнал');
    expect(here.draft).toBe('Добрый');
    const item = currentShift(here.here.desk).state?.items[0];
    expect(item).toMatchObject({ kind: 'remark', text: 'Антон задержится' });
    expect(here.here.ticket(must(item?.ticketId, 'its ticket')).number).toBe(number);
  });

  test('one key writes it over whatever is open, which is there again afterwards', async () => {
    const here = await opens();
    here.keys('ctrl+p');
    await here.sees('предыдущая очередь');
    here.keys('ctrl+l');
    await here.sees('Журнал смены');
    here.type('Лифт не работает');
    here.keys('ctrl+l');
    here.keys('enter');
    await here.sees('Записано в журнал');
    expect(here.state.overlay?.type).toBe('picker');
    here.keys('ctrl+l');
    await here.sees('Журнал смены');
    here.keys('escape');
    await here.sees('предыдущая очередь');
    const { state } = currentShift(here.here.desk);
    expect(state?.items.map(({ text }) => text)).toEqual(['Лифт не работает']);
  });

  test('a watch item has its end, its stop and its owner', async () => {
    const here = await atBoard();
    here.keys('L');
    await here.sees('Журнал смены');
    here.type('Лаг репликации');
    here.keys('tab');
    here.keys('3');
    here.keys('tab');
    here.type('22:00');
    here.keys('tab');
    here.type('DBA говорит, что ушло');
    here.keys('ctrl+x');
    await here.sees('Записано в журнал: под контролем');
    expect(currentShift(here.here.desk).state?.items[0]).toMatchObject({
      ...{ kind: 'watch', stopWhen: 'DBA говорит, что ушло' },
      until: Date.parse('2026-12-08T19:00:00Z'),
    });
  });

  test('what was typed and left is there again', async () => {
    const here = await atBoard();
    here.keys('L');
    await here.sees('Журнал смены');
    here.type('Половина мысли');
    saveForm(here.ui);
    here.keys('escape');
    expect(findFormDraft(here.here.desk, 'shift-log', null)?.text).toContain('Половина мысли');
    here.keys('L');
    await here.sees('Половина мысли');
  });

  test('a line is settled with what came of it', async () => {
    const here = await atBoard({ size: { columns: 120, rows: 40 } });
    here.keys('L');
    await here.sees('Журнал смены');
    here.type('Посмотреть очередь почты');
    here.keys('enter');
    await here.sees('Посмотреть очередь');
    const item = must(currentShift(here.here.desk).state?.items[0], 'a line');
    await goesTo(here, `item:${item.id}`);
    here.keys('enter');
    await here.sees('снять');
    here.keys('1');
    await here.sees('Чем кончилось');
    here.type('пусто');
    here.keys('enter');
    await here.sees('✓ 14:00');
    expect(currentShift(here.here.desk).state?.items[0]?.settled?.outcome).toBe('пусто');
  });
});

describe('the shift', () => {
  test('is begun by two keys, and closed', async () => {
    const here = await atBoard({ size: { columns: 120, rows: 40 } });
    await here.sees('Смена не начата');
    here.keys('o');
    await here.sees('Начать смену');
    here.keys('enter');
    await here.sees('старший: я');
    here.keys('C');
    await here.sees('Смена закрыта');
    expect(currentShift(here.here.desk).state?.closedAt).not.toBeNull();
  });

  test('people are put on it, come and leave; they stand by name', async () => {
    const here = await atBoard({ size: { columns: 120, rows: 40 } });
    here.keys('o');
    await here.sees('Начать смену');
    here.keys('enter');
    await here.sees('старший: я');
    here.keys('p');
    await here.sees('Добавить человека');
    here.type('Борис');
    here.keys('ctrl+x');
    await here.sees('Сохранено: Борис К.');
    const boris = must(here.here.desk.people.findPerson('boris'), 'Борис');
    await goesTo(here, `person:${boris.id}`);
    here.keys('enter');
    await here.sees('уже здесь');
    here.keys('1');
    await here.sees('на смене 2 из 2');
  });

  test('an engineer sees the own day and the team, and no figures of others', async () => {
    driver = await openDriver({ size: { columns: 120, rows: 40 } }, (at) => {
      const lida = at.person('lida', { name: 'Лида', role: 'lead' });
      busyMorning(at);
      const borisId = must(at.desk.people.findPerson('boris'), 'Борис').id;
      const { plan, id } = currentShift(at.desk);
      const members = [{ ...emptyMember(borisId), cameAt: at.clock.now() }];
      const command = { type: 'open-shift', plan, leadId: lida.id, members } as const;
      expect(executeShift(at.desk, id, command, { byId: lida.id }).ok).toBe(true);
    });
    driver.keys('6');
    await driver.sees('Мой день');
    await driver.sees('Вся смена');
    const { shift } = driver.state;
    const time = createTimeText(driver.state.timeZone, 'ru');
    const cells = boardScreen({ ...driver.state, shift }, time).cells.map(({ cell }) => cell.id);
    expect(cells.filter((id) => id.startsWith('person:'))).toEqual([]);
  });
});

/** The desk as an engineer, or whoever else leads nothing, sees it under a lead. */
async function underLead(options: DriverOptions): Promise<ScreenDriver> {
  driver = await openDriver(options, (at) => {
    const lida = at.person('lida', { name: 'Лида', role: 'lead' });
    if (at.desk.me.role !== 'hire') busyMorning(at);
    const { plan, id } = currentShift(at.desk);
    const command = { type: 'open-shift', plan, leadId: lida.id, members: [] } as const;
    expect(executeShift(at.desk, id, command, { byId: lida.id }).ok).toBe(true);
  });
  driver.keys('6');
  return driver;
}

describe('who does not lead', () => {
  test('an engineer comes first to the own day, and hears nothing of what blocks the report', async () => {
    const here = await underLead({ size: { columns: 80, rows: 24 } });
    await here.sees('Мой день');
    await here.sees('Как прошло');
    expect(here.state.shift.report?.blockers).not.toEqual([]);
    expect(here.frame()).not.toMatch(/мешает сдать|сдать смену|писать отчёт|начать смену/);
    const rows = here.frame().split('\n');
    expect(rows.findIndex((row) => row.includes('Мой день'))).toBeLessThan(5);
    await goesTo(here, 'report:how');
    here.keys('enter');
    await vi.waitFor(() => expect(here.state.overlay?.type).toBe('shift-report'));
  });

  test('an engineer is told at once that beginning a shift and its people are the lead’s', async () => {
    const here = await underLead({});
    await here.sees('Мой день');
    for (const key of ['o', 'p']) {
      here.keys(key);
      await here.sees('старший смены');
      expect(here.state.overlay).toBeNull();
    }
  });

  test('an engineer writes into the log like anybody', async () => {
    const here = await underLead({});
    here.keys('L');
    await here.sees('Журнал смены');
    here.type('Звонил клиент');
    here.keys('enter');
    await here.sees('Записано в журнал');
  });

  test('a trainee sees no live figure, and is told before typing that the log is not theirs', async () => {
    const here = await underLead({ seat: { role: 'hire' } });
    await here.sees('Живых показателей стажёр не видит');
    expect(here.frame()).not.toMatch(/Горит|Поступило|SM-\d|Как прошло/);
    here.keys('L');
    await here.sees('нельзя');
    expect(here.state.overlay).toBeNull();
  });
});

test('the board of one line counts its tickets only, and so does the list behind a count', async () => {
  const here = await opens({}, (at) => {
    busyMorning(at);
    const third = registerTicket(at.desk, { subject: 'База', text: 'лежит', line: '3' });
    if (!third.ok) throw new Error(third.problem.code);
    at.does(third.value.ticket.id, {
      type: 'set-fields',
      fields: { priority: 'P1', reason: 'лежит всё' },
    });
    expect(openShift(at.desk, { line: '3' }).ok).toBe(true);
  });
  here.keys('6');
  await here.sees('Горит 1');
  expect(here.state.shift.board).toMatchObject({ open: 1, critical: 1, lines: [{ line: '3' }] });
  await goesTo(here, 'open');
  here.keys('enter');
  await goesOn(here, 'queue');
  expect(here.state.queue.total).toBe(1);
});

describe('the review of dialogues', () => {
  test('two marks stand in a row, are counted, and Enter leads there and back', async () => {
    const here = await atBoard({ size: { columns: 120, rows: 30 } });
    const { id } = must(here.state.queue.rows[0], 'a ticket');
    here.here.replies(id, 'Проверьте, пожалуйста');
    here.keys('d');
    await here.sees('Диалоги за сегодня и вчера');
    const before = must(here.state.shift.dialogues, 'a review').review.unresolved;
    here.keys('space');
    await here.sees('отметка сохранена');
    expect(here.state.shift.dialogues?.review.unresolved).toBe(before - 1);
    const at = here.state.shift.dialogues?.selectedId;
    here.keys('enter');
    await goesOn(here, 'ticket');
    here.keys('escape');
    await here.sees('Диалоги за сегодня и вчера');
    expect(here.state.shift.dialogues?.selectedId).toBe(at);
    here.keys('escape');
    await here.sees('Горит');
  });

  test('with the Russian layout on the same keys do the same', async () => {
    const here = await atBoard();
    here.type('в');
    await here.sees('Диалоги за сегодня и вчера');
    here.keys('escape');
    await here.sees('Горит');
    here.type('Д');
    await here.sees('Журнал смены');
  });
});
