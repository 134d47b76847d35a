import { expect, test } from 'vitest';
import { noticeLine } from '../../../src/tui/present/notice-line.ts';
import { createTimeText } from '../../../src/tui/present/time-text.ts';
import { minute } from '../../support/desk.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

async function withTicket(): Promise<{ stage: WorkStage; id: string; other: string }> {
  const stage = await openWorkStage();
  const id = stage.here.registers('VPN');
  const other = stage.here.registers('Почта');
  stage.here.does(id, { type: 'take' });
  stage.selects(id);
  return { stage, id, other };
}

/** Keys that change nothing, a minute apart. */
function worksFor(stage: WorkStage, minutes: number): void {
  for (let i = 0; i < minutes; i += 1) {
    stage.here.clock.forward(minute);
    stage.presses(i % 2 === 0 ? 'j' : 'k');
  }
}

function offered(stage: WorkStage): string {
  const time = createTimeText(stage.state.timeZone, 'ru');
  const line = noticeLine(stage.state, time, 100);
  return line
    .map(({ text }) => text)
    .join('')
    .trim();
}

test('leaving a ticket offers the time spent in it in one line; Enter notes it', async () => {
  const { stage, id } = await withTicket();
  using _ = stage;
  stage.presses('enter');
  worksFor(stage, 12);
  stage.presses('escape');
  expect(stage.state.tab).toBe('queue');
  expect(offered(stage)).toBe('SM-1: записать 12м? Enter');
  stage.here.clock.forward(1000);
  stage.presses('enter');
  expect(stage.state.tab).toBe('queue');
  expect(stage.here.ticket(id).timeSpentMs).toBe(12 * minute);
  expect(stage.toast).toBe('SM-1: записано 12м');
  expect(stage.state.timeOffer).toBeNull();
});

test('any other key goes on its way, and the time is offered again the next time', async () => {
  const { stage, id } = await withTicket();
  using _ = stage;
  stage.presses('enter');
  worksFor(stage, 5);
  stage.presses('escape');
  stage.here.clock.forward(1000);
  stage.presses('j');
  expect(stage.state.timeOffer).toBeNull();
  expect(stage.here.ticket(id).timeSpentMs ?? 0).toBe(0);

  stage.selects(id);
  stage.presses('enter');
  expect(stage.state.tab).toBe('ticket');
  worksFor(stage, 3);
  stage.presses('escape');
  expect(offered(stage)).toContain('записать 8м?');
});

test('an Enter that was on its way before the line was seen opens the ticket as always', async () => {
  const { stage } = await withTicket();
  using _ = stage;
  stage.presses('enter');
  worksFor(stage, 5);
  stage.presses('escape');
  stage.presses('enter');
  expect(stage.state.tab).toBe('ticket');
});

test('a pause longer than the desk counts is not work', async () => {
  const { stage } = await withTicket();
  using _ = stage;
  stage.presses('enter');
  worksFor(stage, 2);
  stage.here.clock.forward(40 * minute);
  stage.presses('j');
  worksFor(stage, 2);
  stage.presses('escape');
  expect(offered(stage)).toContain('записать 4м?');
});

test('time in another ticket, in the queue or on a call is not counted here', async () => {
  const { stage, id, other } = await withTicket();
  using _ = stage;
  stage.presses('enter');
  worksFor(stage, 2);
  stage.presses('ctrl+t');
  stage.here.clock.forward(4 * minute);
  stage.types('Звонок');
  stage.here.clock.forward(4 * minute);
  stage.presses('escape');
  stage.presses('escape');
  worksFor(stage, 3);
  stage.selects(other);
  stage.presses('enter');
  worksFor(stage, 4);
  stage.presses('escape');
  expect(offered(stage)).toContain('SM-2: записать 4м?');
  expect(stage.state.worked.sums.get(id)).toBe(2 * minute);
});

test('less than a minute is nothing to note', async () => {
  const { stage } = await withTicket();
  using _ = stage;
  stage.presses('enter');
  stage.here.clock.forward(30_000);
  stage.presses('escape');
  expect(stage.state.timeOffer).toBeNull();
});

test('a solved ticket offers its time where it stands', async () => {
  const { stage } = await withTicket();
  using _ = stage;
  stage.presses('enter');
  worksFor(stage, 3);
  stage.presses('g d');
  expect(stage.here.desk.tickets.byId(stage.state.ticket?.view.ticket.id ?? '')?.status).toBe(
    'resolved',
  );
  expect(stage.state.timeOffer).toMatchObject({ number: 'SM-1', ms: 3 * minute });
});

test('g w notes time by hand: what was counted stands there, and it is not offered again', async () => {
  const { stage, id } = await withTicket();
  using _ = stage;
  stage.presses('enter');
  worksFor(stage, 7);
  stage.presses('g w');
  const { overlay } = stage.state;
  const length = overlay?.type === 'form' ? overlay.entries.get('length') : null;
  expect(length?.history.present.text).toBe('7м');
  stage.presses('ctrl+u');
  stage.types('25');
  stage.presses('tab');
  stage.types('разбирал журнал');
  stage.presses('tab');
  stage.types('2ч назад');
  stage.presses('enter');
  expect(stage.here.ticket(id).timeLog).toMatchObject([
    {
      ms: 25 * minute,
      note: 'разбирал журнал',
      at: stage.here.clock.now() - 120 * minute,
    },
  ]);
  expect(stage.toast).toBe('SM-1: записано 25м');
  stage.presses('escape');
  expect(stage.state.timeOffer).toBeNull();
});
