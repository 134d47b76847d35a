import { expect, test } from 'vitest';
import { applyTemplate } from '../../../src/tui/model/apply-template.ts';
import { saveComposer } from '../../../src/tui/model/composer-draft.ts';
import { openComposer } from '../../../src/tui/model/composer-model.ts';
import { must } from '../../../src/util/must.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

/** A reply with a template in it. */
async function replies(templateId: string): Promise<ScreenDriver> {
  const desk = await openDriver({}, (here) => here.registers('VPN не пускает'));
  desk.press('reply');
  applyTemplate(desk.ui, must(desk.state.replies.library, 'library'), templateId);
  return desk;
}

const minutes = (desk: ScreenDriver) => / (\d+) минут/.exec(desk.draft)?.[1];

/** Minutes from now to the promise that goes with the reply. */
function promised(desk: ScreenDriver): number {
  const { promise } = must(desk.state.composer, 'composer');
  return (must(promise, 'a promise').dueAt - desk.here.desk.clock.now()) / 60_000;
}

test('at a place with choices the arrows go through them, and the promise with them', async () => {
  using desk = await replies('hold-with-time');
  expect(promised(desk)).toBe(10);
  desk.keys('shift+tab');
  await desk.sees('↑↓ 1/3  10 минут');
  desk.keys('down');
  desk.keys('down');
  expect(minutes(desk)).toBe('20');
  await desk.sees('↑↓ 3/3');
  expect(promised(desk)).toBe(20);
  expect(desk.state.composer?.promise).toMatchObject({ kind: 'hold', warnBeforeMs: 120_000 });
  desk.keys('down');
  expect(minutes(desk)).toBe('10');
  desk.keys('up');
  expect(minutes(desk)).toBe('20');
});

test('Tab goes through waiting and filled places; the first letter replaces either', async () => {
  using desk = await replies('hold-with-time');
  desk.type('читаю журнал');
  desk.keys('tab');
  desk.type('четверть часа');
  expect(desk.draft).toContain('нужно четверть часа: читаю журнал.');
});

test('what was written instead of a choice is left alone by the arrows and replaced as a whole', async () => {
  using desk = await replies('hold-with-time');
  desk.keys('shift+tab');
  desk.type('полчаса');
  const written = desk.draft;
  desk.keys('tab');
  desk.keys('tab');
  desk.keys('down');
  expect(desk.draft).toBe(written);
  desk.keys('ctrl+home');
  desk.keys('tab');
  desk.type('час');
  expect(desk.draft).toContain('нужно час: ⟦');
});

test('a place is found again behind what was typed before it, after undo and in a kept draft', async () => {
  using desk = await replies('hold-with-time');
  desk.keys('ctrl+home');
  desk.type('Проверяю. ');
  desk.keys('tab');
  desk.keys('down');
  expect(minutes(desk)).toBe('5');
  desk.press('undo-edit');
  saveComposer(desk.ui);
  const { ticketId } = must(desk.state.composer, 'composer');
  desk.ui.store.set({ composer: null });
  openComposer(desk.ui, ticketId, 'reply');
  desk.keys('ctrl+home');
  desk.keys('tab');
  desk.keys('up');
  expect(minutes(desk)).toBe('20');
  expect(promised(desk)).toBe(20);
});
