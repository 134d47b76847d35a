import { expect, test } from 'vitest';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

function state(stage: WorkStage): string | undefined {
  const id = stage.here.desk.tickets.idByNumber('SM-1') ?? '';
  return showTicket(stage.here.desk, id)?.entries.at(-1)?.delivery?.state;
}

test('a letter without a way out is noted as sent by hand', async () => {
  using stage = await openWorkStage({}, (here) => {
    here.replies(here.registers('Почта'), 'Готово');
  });
  expect(state(stage)).toBe('unconfigured');
  stage.presses('g b');
  expect(state(stage)).toBe('manual');
  expect(stage.toast).toBe('SM-1: отмечено — отправили сами');
  stage.presses('g b');
  expect(stage.state.toast).toMatchObject({ kind: 'problem' });
});

test('sending again says what is in the way', async () => {
  using stage = await openWorkStage({}, (here) => {
    here.replies(here.registers('Почта'), 'Готово');
  });
  stage.presses('g v');
  expect(stage.toast).toContain('доставка не настроена');
  expect(state(stage)).toBe('unconfigured');
});

test('with a way out the letter is on its way again', async () => {
  const settings = { deliver: { command: 'false', smtp: null, from: null } };
  using stage = await openWorkStage({ settings }, (here) => {
    const contact = here.contact('Пётр', { email: 'petr@example.test' });
    const id = here.registers('Почта', 'Не ходит', contact.id);
    here.replies(id, 'Готово');
    const entry = here.desk.tickets.entries(id).at(-1);
    here.desk.deliveries.failed(entry?.id ?? '', 'отказ', here.clock.now());
  });
  expect(state(stage)).toBe('failed');
  stage.presses('g v');
  expect(state(stage)).toBe('queued');
});
