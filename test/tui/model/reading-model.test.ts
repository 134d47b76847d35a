import { expect, test } from 'vitest';
import { openTimeline } from '../../../src/tui/model/reading-model.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

const long = Array.from({ length: 60 }, (_, i) => `строка ${i + 1}`);

function withLongTicket(here: TestDesk): void {
  const text = long.with(5, 'тут ошибка 691').with(50, 'опять ошибка 812').join('\n');
  here.registers('Длинное письмо', text);
}

function top(stage: WorkStage): number | undefined {
  return openTimeline(stage.ui)?.top;
}

test('the open ticket is read by rows, pages and ends, and its end stays in sight', async () => {
  using stage = await openWorkStage({}, withLongTicket);
  stage.presses('enter');
  expect(stage.state.ticket?.scroll).toBe(-1);
  const end = top(stage) ?? 0;
  expect(end).toBeGreaterThan(20);
  stage.presses('k');
  expect(top(stage)).toBe(end - 1);
  stage.presses('g g');
  expect(top(stage)).toBe(0);
  stage.presses('up');
  expect(top(stage)).toBe(0);
  stage.presses('j');
  stage.presses('down');
  expect(top(stage)).toBe(2);
  stage.presses('ctrl+d');
  expect(top(stage)).toBeGreaterThan(8);
  stage.presses('ctrl+u');
  expect(top(stage)).toBe(2);
  stage.presses('pagedown');
  stage.presses('pageup');
  expect(top(stage)).toBe(2);
  stage.presses('G');
  expect(stage.state.ticket?.scroll).toBe(-1);
  stage.presses('j');
  expect(top(stage)).toBe(end);
});

test.each(['escape', 'backspace'])('%s goes back to the queue', async (key) => {
  using stage = await openWorkStage({}, withLongTicket);
  stage.presses('enter');
  stage.presses(key);
  expect(stage.state.tab).toBe('queue');
});

test('n and N go through the words of the filter, in any of their forms', async () => {
  using stage = await openWorkStage({}, withLongTicket);
  stage.presses('/');
  stage.types('ошибки');
  stage.presses('enter');
  stage.presses('enter');
  stage.presses('g g');
  stage.presses('n');
  expect(stage.toast).toBe('совпадение 1 из 2');
  const first = top(stage) ?? 0;
  stage.presses('n');
  expect(stage.toast).toBe('совпадение 2 из 2');
  expect(top(stage)).toBeGreaterThan(first);
  stage.presses('N');
  expect(top(stage)).toBe(first);
});

test('n without a search says so', async () => {
  using stage = await openWorkStage({}, withLongTicket);
  stage.presses('enter');
  stage.presses('n');
  expect(stage.state.toast?.kind).toBe('problem');
});

test('J and K move the preview; another ticket begins at its top', async () => {
  using stage = await openWorkStage({}, (here) => {
    withLongTicket(here);
    here.registers('Второе', long.join('\n'));
  });
  stage.presses('K');
  expect(stage.state.previewScroll).toBe(0);
  stage.presses('J');
  stage.presses('J');
  expect(stage.state.previewScroll).toBe(6);
  stage.presses('K');
  expect(stage.state.previewScroll).toBe(3);
  for (let i = 0; i < 60; i++) stage.presses('J');
  expect(stage.state.previewScroll).toBeLessThan(70);
  const other = stage.state.queue.rows[1]?.id ?? '';
  stage.selects(other);
  expect(stage.state.previewScroll).toBe(0);
});

test('P hides and shows the preview', async () => {
  using stage = await openWorkStage({}, withLongTicket);
  stage.presses('P');
  expect(stage.state.isPreviewShown).toBe(false);
  stage.presses('P');
  expect(stage.state.isPreviewShown).toBe(true);
});

test('g n registers a ticket, takes it and opens it', async () => {
  using stage = await openWorkStage();
  stage.presses('g n');
  stage.presses('ctrl+x');
  expect(stage.state.overlay?.type).toBe('form');
  stage.types('Проверить резервные копии');
  stage.presses('ctrl+x');
  expect(stage.state.tab).toBe('ticket');
  expect(stage.state.ticket?.view.ticket).toMatchObject({
    subject: 'Проверить резервные копии',
    assigneeId: stage.here.desk.me.id,
  });
});

test('a registration taken back comes again with its words', async () => {
  using stage = await openWorkStage();
  stage.presses('ctrl+t');
  stage.pastes('Звонок про почту\nподробности');
  stage.presses('enter');
  stage.presses('u');
  stage.presses('u');
  stage.presses('g n');
  const { overlay } = stage.state;
  const what = overlay?.type === 'form' ? overlay.entries.get('what') : null;
  expect(what?.history.present.text).toBe('Звонок про почту\nподробности');
  stage.presses('ctrl+x');
  const view = stage.state.ticket?.view;
  expect(view?.ticket.subject).toBe('Звонок про почту');
  expect(view?.entries[0]?.text).toBe('Звонок про почту\nподробности');
});
