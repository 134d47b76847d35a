import { afterEach, expect, test } from 'vitest';
import { noteProblem } from '../../../src/app/sync/known-server.ts';
import type { TicketCommand } from '../../../src/domain/command.ts';
import type { ProblemCode } from '../../../src/protocol/wire-problem.ts';
import { refreshStatus } from '../../../src/tui/model/act.ts';
import { openTicket } from '../../../src/tui/model/ticket-model.ts';
import { must } from '../../../src/util/must.ts';
import { minute } from '../../support/desk.ts';
import { type DriverOptions, openDriver, type ScreenDriver } from '../../support/driver.tsx';
import { joinServer, putIntoTray } from '../../support/tray.ts';

let driver: ScreenDriver | undefined;
afterEach(() => {
  driver?.[Symbol.dispose]();
  driver = undefined;
});

const long = Array.from({ length: 60 }, (_, i) => `строка ${i + 1}`).join('\n');
const note = (text: string): TicketCommand => ({ type: 'note', text });

/** A workstation of a server, with one thing in the tray; Борис has the ticket. */
async function opens(mine: TicketCommand, options: DriverOptions = {}): Promise<ScreenDriver> {
  driver = await openDriver(options, (here) => {
    const boris = here.person('boris', { name: 'Борис' });
    const ticketId = here.registers('VPN не пускает', 'Ошибка 691');
    here.does(ticketId, { type: 'take' }, boris.id);
    joinServer(here);
    putIntoTray(here, { kind: 'refused', mine, entityId: ticketId });
  });
  refreshStatus(driver.stage.ui);
  return driver;
}

test('in a wide window both sides stand side by side', async () => {
  const here = await opens(note('Проверил журнал шлюза'), { size: { columns: 120, rows: 40 } });
  await here.sees('8 Расхождения !1');
  here.keys('8');
  await here.sees('Проверил журнал шлюза');
  const row = here
    .frame()
    .split('\n')
    .find((line) => line.includes('Моё'));
  expect(row).toMatch(/Моё +│ Сейчас там/);
  await here.sees('Борис');
  await here.sees('сделать заметкой');
});

test('in a narrow one they stand one under the other, and the keys are still said', async () => {
  const here = await opens(note('Проверил журнал шлюза'), { size: { columns: 80, rows: 24 } });
  await here.sees('8 !1');
  here.keys('8');
  await here.sees('Сейчас там');
  expect(here.frame()).not.toContain('│');
  await here.sees('? справка');
});

test('a long text can be read to its end', async () => {
  const here = await opens(note(long), { size: { columns: 80, rows: 24 } });
  here.keys('8');
  await here.sees('ещё строк');
  for (let i = 0; i < 12; i += 1) here.keys('space');
  await here.sees('Сейчас там');
  await here.sees('Ошибка 691');
});

test('nothing in the tray breaks the screen, whatever a server sent', async () => {
  const hostile = 'до\u001b[2Jпосле\u202e\u0007 конец';
  const here = await opens(note(hostile), { size: { columns: 80, rows: 24 } });
  here.keys('8');
  await here.sees('конец');
  expect(here.cells()).not.toContain('\u001b[2J');
});

test('an empty tab says that all is well', async () => {
  driver = await openDriver({ size: { columns: 80, rows: 24 } }, joinServer);
  refreshStatus(driver.stage.ui);
  driver.keys('8');
  await driver.sees('Расхождений нет');
});

const refused = (code: ProblemCode) =>
  ({ kind: 'refused', status: 401, code, params: {}, retryAfterMs: null }) as const;

test.each<readonly [Parameters<typeof noteProblem>[1], string]>([
  [null, 'синхронизировано'],
  [{ kind: 'offline', reason: 'timeout' }, 'нет связи 12м'],
  [refused('token-revoked'), 'доступ отозван'],
  [refused('token-expired'), 'нужен вход'],
  [refused('client-too-old'), 'сервер новее'],
  [refused('server-too-old'), 'сервер старее'],
])('the header says how the exchange stands (%o)', async (problem, expected) => {
  driver = await openDriver({ size: { columns: 120, rows: 30 } }, joinServer);
  const { desk } = driver.stage.here;
  driver.stage.here.desk.store.sql.run('DELETE FROM outbox');
  noteProblem(desk.meta, problem, desk.clock.now());
  driver.stage.here.clock.forward(12 * minute);
  refreshStatus(driver.stage.ui);
  await driver.sees(expected);
});

test('without a server the header is what it always was', async () => {
  driver = await openDriver({ size: { columns: 120, rows: 30 } });
  await driver.sees('без сервера');
  expect(driver.frame()).not.toContain('Расхождения');
});

test('a colleague who writes in the ticket is seen in its card', async () => {
  driver = await openDriver({}, (here) => {
    here.registers('VPN не пускает');
    joinServer(here);
  });
  const { ui } = driver.stage;
  const ticketId = must(ui.store.get().queue.rows[0], 'a ticket').id;
  openTicket(ui, ticketId);
  const at = driver.stage.here.clock.now();
  const anna = { personId: 'p2', name: 'Анна', ticketId, doing: 'writing', at } as const;
  ui.store.set({ presence: [anna] });
  await driver.sees('Анна пишет');
});
