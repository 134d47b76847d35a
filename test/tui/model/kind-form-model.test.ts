import { expect, test } from 'vitest';
import { listDrafts } from '../../../src/app/ticket/save-draft.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { openComposer } from '../../../src/tui/model/composer-model.ts';
import { saveForm } from '../../../src/tui/model/form-draft.ts';
import { openDraft } from '../../../src/tui/model/tray-model.ts';
import { ticketCard } from '../../../src/tui/present/ticket-card.ts';
import { createTimeText } from '../../../src/tui/present/time-text.ts';
import { must } from '../../../src/util/must.ts';
import { formOf, shownForm } from '../../support/open-form.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

/** A task of mine, open on the screen. */
async function withTask(): Promise<{ stage: WorkStage; id: string }> {
  const stage = await openWorkStage();
  const { here } = stage;
  const id = here.registers('Поставить принтер');
  here.does(id, { type: 'take' });
  here.does(id, { type: 'set-fields', fields: { kind: 'task' } });
  const boxes = here.ticket(id).checklist ?? [];
  if (boxes.length === 0) {
    here.does(id, { type: 'add-boxes', items: [{ id: 'b1', text: 'Стоит и печатает' }] });
  }
  stage.selects(id);
  stage.presses('enter');
  return { stage, id };
}

function ticket(stage: WorkStage, id: string): Ticket {
  return stage.here.ticket(id);
}

test('g f shows what the kind asks for and its boxes; what is filled in is saved as one', async () => {
  const { stage, id } = await withTask();
  using _ = stage;
  stage.presses('g f');
  expect(shownForm(stage)).toContain('SM-1 · задача');
  while (formOf(stage).focus !== 'task.planned') stage.presses('tab');
  expect(shownForm(stage)).toContain('нужно до передачи');
  stage.types('1ч30');
  expect(shownForm(stage)).toContain('= 1ч 30м');
  stage.presses('tab');
  stage.types('пт 18');
  stage.presses('ctrl+x');
  expect(stage.toast).toBe('SM-1: сохранено');
  expect(ticket(stage, id).details).toEqual({
    planned: '1h30m',
    deadline: '2026-11-20T15:00:00.000Z',
  });

  stage.presses('g f');
  expect(shownForm(stage)).toContain('20.11.2026 18:00');
  stage.presses('ctrl+x');
  expect(stage.toast).toBe('SM-1: сохранено');
  expect(ticket(stage, id).details?.['planned']).toBe('1h30m');
});

test('"done" is refused with what is missing: the form opens at the first gap and the solution goes on after it', async () => {
  const { stage, id } = await withTask();
  using _ = stage;
  stage.presses('g d');
  expect(shownForm(stage)).toContain('! не хватает');
  const first = formOf(stage).focus;
  expect(formOf(stage).problems.keys().next().value).toBe(first);

  stage.presses('ctrl+x');
  expect(ticket(stage, id).status).toBe('open');
  const left = formOf(stage).problems.size;
  expect(left).toBeGreaterThan(2);

  fill(stage);
  stage.presses('ctrl+x');
  expect(stage.state.overlay).toBeNull();
  expect(ticket(stage, id).status).toBe('resolved');
  expect(ticket(stage, id).timeSpentMs).toBe(40 * 60_000);
  expect(stage.toast).toContain('SM-1');
  expect(stage.state.lesson?.ticketId).toBe(id);
});

/** Everything that the form still misses, the way each field takes it. */
function fill(stage: WorkStage): void {
  const said: Readonly<Record<string, string>> = {
    'task.requester': 'Пётр',
    'task.executor': 'Аня',
    'task.planned': '30м',
    'task.deadline': 'завтра 10',
    'task.department': 'ИТ',
    comment: 'Поставили, печатает',
    time: '40м',
  };
  for (const fieldId of [...formOf(stage).problems.keys()]) {
    while (formOf(stage).focus !== fieldId) stage.presses('tab');
    if (fieldId.startsWith('box.')) stage.presses('space');
    else stage.types(said[fieldId] ?? 'есть');
  }
}

test('what was filled in stays when something else is still missing, and is not written twice', async () => {
  const { stage, id } = await withTask();
  using _ = stage;
  stage.presses('g d');
  while (formOf(stage).focus !== 'comment') stage.presses('tab');
  stage.types('Поставили');
  stage.presses('ctrl+x');
  expect(formOf(stage).problems.has('comment')).toBe(false);
  fill(stage);
  stage.presses('ctrl+x');
  expect(ticket(stage, id).status).toBe('resolved');
  const notes = stage.here.desk.tickets.entries(id).filter(({ kind }) => kind === 'note');
  expect(notes.map(({ text }) => text)).toEqual(['Поставили']);
});

test('boxes are ticked in the form, and the card says how far it is', async () => {
  const { stage, id } = await withTask();
  using _ = stage;
  stage.presses('g f');
  while (!formOf(stage).focus.startsWith('box.')) stage.presses('tab');
  stage.presses('space');
  stage.presses('ctrl+x');
  const boxes = ticket(stage, id).checklist ?? [];
  expect(boxes.filter(({ doneAt }) => doneAt !== null)).toHaveLength(1);
  const view = must(stage.state.ticket?.view, 'the open ticket');
  const time = createTimeText(stage.state.timeZone, 'ru');
  const card = ticketCard(view, stage.state, time, 200).flat();
  expect(card.map(({ text }) => text).join('')).toContain(`пунктов 1 из ${boxes.length}`);
});

test('a form left unfinished comes back from its draft with its ticket', async () => {
  const { stage, id } = await withTask();
  using _ = stage;
  stage.presses('g f');
  while (formOf(stage).focus !== 'task.department') stage.presses('tab');
  stage.types('Закупки');
  saveForm(stage.ui);
  stage.ui.store.set({ overlay: null, tab: 'queue' });
  const draft = must(listDrafts(stage.here.desk)[0], 'a draft');
  expect(draft).toMatchObject({ kind: 'form', ticketId: id });
  openDraft(stage.ui, draft);
  expect(stage.state.ticket?.view.ticket.id).toBe(id);
  expect(shownForm(stage)).toContain('Закупки');
});

test('the wrong value is said at its field before anything is written', async () => {
  const { stage, id } = await withTask();
  using _ = stage;
  stage.presses('g f');
  while (formOf(stage).focus !== 'task.planned') stage.presses('tab');
  stage.types('долго');
  stage.presses('ctrl+x');
  expect(shownForm(stage)).toContain('! не похоже на длительность');
  expect(ticket(stage, id).details).toBeUndefined();
});

test('the priority of an open ticket follows two digits; Enter sets it', async () => {
  using stage = await openWorkStage();
  const id = stage.here.registers('Встал склад');
  stage.selects(id);
  stage.presses('g p');
  stage.presses('3');
  stage.presses('3');
  stage.presses('enter');
  expect(ticket(stage, id).priority).toBe('P1');
  expect(stage.toast).toContain('P1');
});

test('several marked tickets get one priority', async () => {
  using stage = await openWorkStage();
  const ids = ['один', 'два'].map((subject) => stage.here.registers(subject));
  for (const id of ids) {
    stage.selects(id);
    stage.presses('space');
  }
  stage.presses('g p');
  stage.presses('1');
  stage.presses('1');
  stage.presses('ctrl+x');
  expect(ids.map((id) => ticket(stage, id).priority)).toEqual(['P4', 'P4']);
});

test('a solution written in the composer waits for the form and goes with its words', async () => {
  const { stage, id } = await withTask();
  using _ = stage;
  openComposer(stage.ui, id, 'solution');
  stage.types('Поставили и проверили');
  stage.presses('ctrl+x');
  expect(ticket(stage, id).status).toBe('open');
  expect(stage.state.composer?.history.present.text).toBe('Поставили и проверили');
  // The solution itself says what was done.
  expect(formOf(stage).problems.has('comment')).toBe(false);
  fill(stage);
  stage.presses('ctrl+x');
  expect(ticket(stage, id).status).toBe('resolved');
  expect(stage.state.composer).toBeNull();
  expect(listDrafts(stage.here.desk)).toEqual([]);
});
