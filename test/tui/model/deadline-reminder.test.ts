import { expect, test } from 'vitest';
import { followRules } from '../../../src/app/sla/follow-rules.ts';
import type { DeskConfig } from '../../../src/domain/desk-config.ts';
import { type Reminded, remindOfDeadlines } from '../../../src/tui/model/deadline-reminder.ts';
import type { Ui } from '../../../src/tui/model/ui.ts';
import { hour, minute } from '../../support/desk.ts';
import { deskWith } from '../../support/sla-desk.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

const none = { default: null };
const office = deskWith([
  {
    ...{ calendar: 'office', firstAnswer: none, reply: none, update: none },
    resolve: { default: 4 * hour },
    red: { ms: 30 * minute, share: 0.25 },
  },
]);

/** A workstation whose desk works from nine to six, with one ticket of mine. */
async function atOffice(config: DeskConfig = office): Promise<{ stage: WorkStage; ui: Ui }> {
  const stage = await openWorkStage({}, (here) => {
    here.does(here.registers('Касса'), { type: 'take' });
  });
  const { desk } = stage.here;
  const own = { ...desk, config };
  followRules({ config, store: desk.store, meta: desk.meta });
  return { stage, ui: { ...stage.ui, desk: () => own } };
}

/** What is said a minute later, and what has been said by then. */
function after(stage: WorkStage, ui: Ui, ms: number, before: Reminded): [string, Reminded] {
  stage.here.clock.forward(ms);
  stage.ui.store.set({ toast: null });
  const reminded = remindOfDeadlines(ui, before);
  return [stage.toast, reminded];
}

test('a deadline of mine is said once when it runs out, and nothing rings', async () => {
  const { stage, ui } = await atOffice();
  let reminded = remindOfDeadlines(ui, null);
  let said: string;
  [said, reminded] = after(stage, ui, 3 * hour, reminded);
  expect(said).toBe('');
  [said, reminded] = after(stage, ui, 35 * minute, reminded);
  expect(said).toBe('SM-1: решение, осталось 25м');
  [said, reminded] = after(stage, ui, minute, reminded);
  expect(said).toBe('');
  expect(stage.rung).toEqual([]);
  stage.close();
});

test('what passes at closing time is said when work begins', async () => {
  const { stage, ui } = await atOffice();
  // Two in the afternoon and four hours: it is used up at six.
  let reminded = remindOfDeadlines(ui, null);
  let said: string;
  [said, reminded] = after(stage, ui, 4 * hour - 10 * minute, reminded);
  expect(said).toContain('осталось 10м');
  [said, reminded] = after(stage, ui, 2 * hour, reminded);
  expect(said).toBe('');
  [said, reminded] = after(stage, ui, 13 * hour + 15 * minute, reminded);
  expect(said).toBe('SM-1: просрочено — решение');
  stage.close();
});

test('what was late before the first look is no news', async () => {
  const { stage, ui } = await atOffice();
  stage.here.clock.forward(22 * hour);
  const reminded = remindOfDeadlines(ui, null);
  expect(after(stage, ui, minute, reminded)[0]).toBe('');
  stage.close();
});

test('nothing is said while the telephone is busy, and it is said afterwards', async () => {
  const { stage, ui } = await atOffice();
  let reminded = remindOfDeadlines(ui, null);
  let said: string;
  stage.ui.store.set({ mutedUntil: stage.here.clock.now() + 3 * hour + 50 * minute });
  [said, reminded] = after(stage, ui, 3 * hour + 45 * minute, reminded);
  expect(said).toBe('');
  [said] = after(stage, ui, 6 * minute, reminded);
  expect(said).toContain('осталось 9м');
  stage.close();
});
