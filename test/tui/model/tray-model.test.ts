import { expect, test } from 'vitest';
import { minute } from '../../support/desk.ts';
import { openWorkStage } from '../../support/work-stage.ts';

function promised(here: Parameters<Parameters<typeof openWorkStage>[1] & object>[0]) {
  const ids = ['Почта не ходит', 'Диск полон'].map((subject) => here.registers(subject));
  for (const [i, id] of ids.entries()) {
    here.does(id, { type: 'take' });
    const dueAt = here.clock.now() + (i === 0 ? 90 : 15) * minute;
    here.does(id, {
      type: 'promise',
      promise: { id: `p${i}`, kind: 'next-update', dueAt, text: '' },
    });
  }
  return ids;
}

test('the tray lists promises nearest first, then drafts and the unfinished call', async () => {
  using stage = await openWorkStage({}, (here) => void promised(here));
  const id = stage.here.desk.tickets.idByNumber('SM-1') ?? '';
  stage.selects(id);
  stage.presses('r');
  stage.types('Проверяю очередь');
  stage.presses('escape');
  stage.presses('ctrl+t');
  stage.types('Звонит завод');
  stage.presses('escape');
  stage.presses('g h');
  const offers = stage.offers();
  expect(offers[0]).toMatch(/SM-2 .*Диск полон \| 14:15 · через 15м/);
  expect(offers[1]).toMatch(/SM-1 .*Почта не ходит \| 15:30/);
  expect(offers.slice(2).join('\n')).toContain('незаконченный звонок · Звонит завод');
  expect(offers.slice(2).join('\n')).toContain('SM-1  черновик ответа · Проверяю очередь');
});

test('choosing a draft opens its ticket with the composer, choosing the call opens the pad', async () => {
  using stage = await openWorkStage({}, (here) => void here.registers('Почта'));
  stage.presses('i');
  stage.types('Смотрю журнал');
  stage.presses('escape');
  stage.presses('g h');
  stage.presses('enter');
  expect(stage.state.tab).toBe('ticket');
  expect(stage.state.composer?.kind).toBe('note');
  expect(stage.state.composer?.history.present.text).toBe('Смотрю журнал');
  stage.presses('escape');

  stage.presses('ctrl+t');
  stage.types('Упал сервер');
  stage.presses('escape');
  stage.presses('g h');
  stage.types('упал');
  stage.presses('enter');
  expect(stage.pad.problem.present.text).toBe('Упал сервер');
});

test('empty hands say so', async () => {
  using stage = await openWorkStage();
  stage.presses('g h');
  expect(stage.state.overlay).toBeNull();
  expect(stage.toast).toContain('ничего');
});
