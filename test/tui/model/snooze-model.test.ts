import { expect, test } from 'vitest';
import { wakeDue } from '../../../src/tui/model/snooze-model.ts';
import { day } from '../../support/desk.ts';
import { openWorkStage } from '../../support/work-stage.ts';

test('a ticket is put off until a time, with a reason, and comes back by itself', async () => {
  using stage = await openWorkStage();
  const { here } = stage;
  const id = here.registers('Закупить кабель');
  stage.selects(id);
  stage.presses('g s');
  stage.types('завтра 10');
  stage.presses('enter');
  stage.types('ждём поставку');
  stage.presses('enter');
  expect(stage.toast).toBe('SM-1: отложено до завтра 10:00');
  expect(here.ticket(id).status).toBe('scheduled');
  const reasons = here.desk.tickets.events(id).map(({ fact }) => 'reason' in fact && fact.reason);
  expect(reasons).toContain('ждём поставку');

  wakeDue(stage.ui);
  expect(here.ticket(id).status).toBe('scheduled');
  here.clock.forward(day);
  wakeDue(stage.ui);
  expect(here.ticket(id).status).toBe('open');
  expect(stage.toast).toBe('вернулось: SM-1');
});

test('several marked tickets are put off together', async () => {
  using stage = await openWorkStage();
  const ids = ['один', 'два'].map((subject) => stage.here.registers(subject));
  for (const id of ids) {
    stage.selects(id);
    stage.presses('space');
  }
  stage.presses('g s');
  stage.types('2ч');
  stage.presses('tab');
  stage.types('ждём ответа от склада');
  stage.presses('ctrl+x');
  expect(ids.map((id) => stage.here.ticket(id).status)).toEqual(['scheduled', 'scheduled']);
});
