import { expect, test } from 'vitest';
import { awayStrip, walkAway } from '../../../src/tui/model/away-model.ts';
import { minute } from '../../support/desk.ts';
import { openWorkStage } from '../../support/work-stage.ts';

test('nothing happened, nothing is said', async () => {
  using stage = await openWorkStage({}, (here) => void here.registers('Почта'));
  const since = stage.here.clock.now();
  stage.here.clock.forward(30 * minute);
  expect(awayStrip(stage.ui, since)).toBeNull();
});

test('answers, promises that are near and unfinished texts stand in one line', async () => {
  using stage = await openWorkStage({}, (here) => void here.registers('Почта'));
  const { here } = stage;
  const id = here.desk.tickets.idByNumber('SM-1') ?? '';
  here.does(id, { type: 'take' });
  const dueAt = here.clock.now() + 40 * minute;
  here.does(id, { type: 'promise', promise: { id: 'p', kind: 'hold', dueAt, text: '' } });
  stage.presses('i');
  stage.types('Смотрю');
  stage.presses('escape');
  const since = here.clock.now();
  here.clock.forward(15 * minute);
  here.hears(id, 'Опять не работает');
  expect(awayStrip(stage.ui, since)?.text).toBe(
    'ответы в моих: 1 · обещания рядом: 1 · черновики: 1',
  );

  const strip = awayStrip(stage.ui, since);
  if (strip) walkAway(stage.ui, strip);
  const { overlay } = stage.ui.store.get();
  const labels = overlay?.type === 'picker' ? overlay.shown.map(({ label }) => label) : [];
  expect(labels).toEqual(['← SM-1  Почта', '◷ SM-1  Почта', '✎ Смотрю']);
});

test('once a ticket was chosen, Enter opens it and not what happened meanwhile', async () => {
  using stage = await openWorkStage({}, (here) => {
    here.registers('Почта');
    here.registers('Печать');
  });
  const since = stage.here.clock.now();
  stage.here.clock.forward(15 * minute);
  stage.here.hears(stage.here.desk.tickets.idByNumber('SM-1') ?? '', 'Опять не работает');
  stage.here.does(stage.here.desk.tickets.idByNumber('SM-1') ?? '', { type: 'take' });
  const told = { title: null, text: 'ответы в моих: 1', since };
  stage.ui.store.set({ strip: { ...told, overId: stage.state.queue.selectedId } });
  stage.presses('j');
  const chosen = stage.state.queue.selectedId;
  stage.presses('enter');
  expect(stage.state.overlay).toBeNull();
  expect(stage.state.ticket?.view.ticket.id).toBe(chosen);
});
