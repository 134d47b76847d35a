import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cleanClosings, countClosing } from '../../../src/app/wording/clean-closings.ts';
import { noteClosing } from '../../../src/tui/model/checklist-model.ts';
import { openComposer } from '../../../src/tui/model/composer-model.ts';
import { loadChecklists } from '../../../src/tui/model/load-lists.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

const WHOLE =
  'Готово: почта снова приходит. Чтобы не повторилось, меняйте пароль до 25-го. Спасибо за ' +
  'терпение. Если остались вопросы, пишите сюда же. Проверьте, пожалуйста, у себя.';

let stage: WorkStage;
let ticketId = '';

beforeEach(async () => {
  stage = await openWorkStage({}, (here) => {
    ticketId = here.registers('Почта не приходит');
  });
  stage.selects(ticketId);
  await loadChecklists(stage.ui, ticketId);
});
afterEach(() => stage.close());

const draft = () => stage.state.composer?.history.present.text ?? '';
const tags = () => stage.here.ticket(ticketId).tags;
const count = () => cleanClosings(stage.here.desk);

function writes(text: string): void {
  openComposer(stage.ui, ticketId, 'reply');
  stage.pastes(text);
}

describe('the mark of an angry customer', () => {
  test('is put on and taken off by the same key, for all marked tickets at once', () => {
    stage.presses('g z');
    expect(tags()).toEqual(['angry']);
    expect(stage.toast).toContain('клиент сердит');
    stage.presses('g z');
    expect(tags()).toEqual([]);
    expect(stage.toast).toContain('клиент спокоен');
    stage.presses('g z');
    stage.presses('u');
    expect(tags()).toEqual([]);
  });
});

describe('the key that adds what is missing', () => {
  test('writes it once, and says so when nothing is', () => {
    writes('Готово. Проверьте, пожалуйста.');
    stage.presses('ctrl+down');
    const whole = draft();
    expect(whole).toMatch(
      /^Готово\. Проверьте, пожалуйста\.\n\nЧтобы не повторилось: ⟦.+ Спасибо/s,
    );
    stage.presses('ctrl+down');
    expect(draft()).toBe(whole);
    expect(stage.toast).toBe('в этом тексте всё сказано');
  });

  test('leaves a text alone that closes nothing, and one for colleagues', () => {
    writes('Смотрю.');
    stage.presses('ctrl+down');
    expect(draft()).toBe('Смотрю.');
    expect(stage.toast).toBe('этот текст ничего не закрывает');
    stage.presses('escape');
    openComposer(stage.ui, ticketId, 'solution');
    stage.pastes('Сменили маршрут.');
    stage.presses('ctrl+down');
    expect(draft()).toBe('Сменили маршрут.');
    expect(stage.toast).toContain('для своих');
  });
});

describe('clean closings', () => {
  function closes(text: string): void {
    writes(text);
    noteClosing(stage.ui, stage.state);
    stage.ui.store.set({ composer: null });
    stage.here.desk.drafts.all().forEach(({ id }) => {
      stage.here.desk.drafts.remove(id);
    });
  }

  test('fold the list at the twentieth in a row; who unfolds it keeps it so', () => {
    for (let n = 1; n < 20; n += 1) {
      countClosing(stage.here.desk, { ticketId: `t${n}`, isClean: true });
    }
    expect(stage.state.checklists.isFolded).toBe(false);
    closes(WHOLE);
    expect(count()).toBe(20);
    expect(stage.state.checklists.isFolded).toBe(true);
    writes('Готово. Проверьте.');
    stage.presses('ctrl+up');
    expect(stage.state.checklists.isFolded).toBe(false);
  });

  test('start anew with one that leaves something unsaid; a text that closes nothing is none', () => {
    countClosing(stage.here.desk, { ticketId: 'another', isClean: true });
    closes('Смотрю.');
    expect(count()).toBe(1);
    closes('Готово: почта снова приходит. Проверьте, пожалуйста, у себя.');
    expect(count()).toBe(0);
  });
});
