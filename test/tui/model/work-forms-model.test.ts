import { expect, test } from 'vitest';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

/** Chooses a command of the palette by what it is called. */
function commands(stage: WorkStage, words: string): void {
  stage.presses(':');
  stage.types(words);
  stage.presses('enter');
}

function offered(stage: WorkStage): string {
  stage.presses(':');
  const all = stage.offers().join('\n');
  stage.presses('escape');
  return all;
}

test('a ticket is put under watch and let go of by one command', async () => {
  using stage = await openWorkStage();
  const id = stage.here.registers('Канал в Тулу');
  stage.selects(id);
  commands(stage, 'на контроль');
  stage.types('потери пакетов');
  stage.presses('tab');
  stage.types('завтра 9');
  stage.presses('ctrl+x');
  expect(stage.here.ticket(id).watch).toMatchObject({ what: 'потери пакетов' });
  commands(stage, 'на контроль');
  expect(stage.here.ticket(id).watch).toBeUndefined();
});

test('what is not served here is closed from the palette, with its reason', async () => {
  using stage = await openWorkStage();
  const id = stage.here.registers('Продайте принтер');
  stage.selects(id);
  commands(stage, 'закрыть как не наше');
  stage.presses('ctrl+x');
  expect(stage.state.overlay?.type).toBe('form');
  stage.types('в отдел продаж');
  stage.presses('ctrl+x');
  expect(stage.here.ticket(id)).toMatchObject({ status: 'closed', isOffTopic: true });
});

test('money, stages and checks are offered only where there are such things', async () => {
  using stage = await openWorkStage();
  const id = stage.here.registers('VPN');
  stage.here.does(id, { type: 'take' });
  stage.selects(id);
  expect(offered(stage)).not.toContain('завершить этап');
  expect(offered(stage)).not.toContain('проверка у клиента');
  stage.here.does(id, { type: 'resolve', solution: 'Починили' });
  expect(offered(stage)).toContain('проверка у клиента');
  expect(offered(stage).includes('записать расход')).toBe(stage.here.desk.config.spending !== null);
});

test('a failed check sends the ticket back to work with what the customer said', async () => {
  using stage = await openWorkStage();
  const id = stage.here.registers('VPN');
  stage.here.does(id, { type: 'take' });
  stage.here.does(id, { type: 'resolve', solution: 'Починили' });
  stage.selects(id);
  commands(stage, 'проверка у клиента');
  stage.presses('2');
  stage.presses('ctrl+x');
  expect(stage.state.overlay?.type).toBe('form');
  stage.types('опять рвётся');
  stage.presses('ctrl+x');
  expect(stage.here.ticket(id)).toMatchObject({ status: 'open', returns: 1 });
});
