import { afterEach, expect, test, vi } from 'vitest';
import { refreshStatus } from '../../src/tui/model/act.ts';
import { PresenceTeller } from '../../src/tui/model/presence-model.ts';
import { openTicket } from '../../src/tui/model/ticket-model.ts';
import { ServerWatch } from '../../src/tui/server-watch.ts';
import { must } from '../../src/util/must.ts';
import { joinServer } from '../support/tray.ts';
import { openWorkStage, type WorkStage } from '../support/work-stage.ts';

let stage: WorkStage;
let watch: ServerWatch;
afterEach(async () => {
  await watch.stop();
  stage.close();
});

test('a store without a server asks nobody', async () => {
  stage = await openWorkStage();
  watch = new ServerWatch(stage.ui, '0');
  watch.look();
  expect(stage.state.sync).toBeNull();
});

test('a server that is not there stops no work, and the header says since when', async () => {
  stage = await openWorkStage({}, joinServer);
  refreshStatus(stage.ui);
  watch = new ServerWatch(stage.ui, '0');
  watch.look();
  await vi.waitFor(() => expect(stage.state.sync?.state).toBe('offline'), 5000);
  expect(stage.state.sync?.trouble?.since).toBe(stage.here.clock.now());
  stage.here.registers('Работа идёт дальше');
  expect(stage.here.desk.outbox.pendingMark()).not.toBe('');
});

test('the screens may be left before the exchange has begun', async () => {
  stage = await openWorkStage({}, joinServer);
  refreshStatus(stage.ui);
  watch = new ServerWatch(stage.ui, '0');
  watch.look();
  await watch.stop();
  watch.look();
});

test('what I write for a promise is told to those who lead, each five seconds and only what is new', async () => {
  stage = await openWorkStage({}, (here) => {
    const id = here.registers('Банк не пускает');
    const dueAt = here.clock.now() + 4 * 60_000;
    const promise = { id: 'p', kind: 'call-back', dueAt, text: '' } as const;
    here.does(id, { type: 'promise', promise });
    joinServer(here);
  });
  watch = new ServerWatch(stage.ui, '0');
  const { clock } = stage.here;
  const told: string[] = [];
  const link = {
    ...{ notify: () => {}, insist: () => {} },
    tellPresence: (_: string, __: string, draft?: string) => {
      if (draft !== undefined) told.push(draft);
    },
  };
  const teller = new PresenceTeller();
  const looks = (seconds: number) => {
    for (let n = 0; n < seconds; n += 1) {
      clock.forward(1000);
      teller.look(stage.ui, link, clock.now());
    }
  };
  openTicket(stage.ui, must(stage.state.queue.rows[0], 'a ticket').id);
  looks(6);
  stage.presses('i');
  stage.types('Чиним');
  looks(20);
  stage.types(', ещё час');
  looks(6);
  stage.presses('escape');
  looks(6);
  expect(told).toEqual(['Чиним', 'Чиним, ещё час', '']);
});

test('where I am is told each ten seconds at most, and that I have left', async () => {
  stage = await openWorkStage({}, (here) => {
    here.registers('VPN не пускает');
    joinServer(here);
  });
  watch = new ServerWatch(stage.ui, '0');
  const { clock } = stage.here;
  const told: string[] = [];
  const link = {
    ...{ notify: () => {}, insist: () => {} },
    tellPresence: (_: string, doing: string) => void told.push(doing),
  };
  const teller = new PresenceTeller();
  const looks = (seconds: number) => {
    for (let n = 0; n < seconds; n += 1) {
      clock.forward(1000);
      teller.look(stage.ui, link, clock.now());
    }
  };
  looks(20);
  expect(told).toEqual([]);
  openTicket(stage.ui, must(stage.state.queue.rows[0], 'a ticket').id);
  looks(20);
  expect(told).toEqual(['reading', 'reading']);
  stage.presses('i');
  looks(10);
  stage.presses('escape');
  stage.presses('1');
  looks(30);
  expect(told).toEqual(['reading', 'reading', 'writing', 'left']);
});
