import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { TemplateUseStore } from '../../../src/store/template/template-use-store.ts';
import { bufferOf } from '../../../src/tui/input/text-buffer.ts';
import { applyTemplate, sentWith } from '../../../src/tui/model/apply-template.ts';
import { saveComposer } from '../../../src/tui/model/composer-draft.ts';
import { editComposer, openComposer } from '../../../src/tui/model/composer-model.ts';
import { must } from '../../../src/util/must.ts';
import { opensDesk } from '../../support/replies-stage.ts';
import type { WorkStage } from '../../support/work-stage.ts';

async function applies(...ids: readonly string[]): Promise<WorkStage> {
  const stage = await opensDesk();
  const library = must(stage.state.replies.library, 'library');
  for (const id of ids) applyTemplate(stage.ui, library, id);
  return stage;
}

function draft(stage: WorkStage): string {
  return must(stage.state.composer, 'composer').history.present.text;
}

function rewrites(stage: WorkStage, change: (text: string) => string): void {
  editComposer(stage.ui, bufferOf(change(draft(stage))), 'other');
}

function sent(stage: WorkStage) {
  return sentWith(must(stage.state.composer, 'composer'));
}

test('filled places are no edit; a changed sentence is one, with its line', async () => {
  using stage = await applies('escalation-explained');
  rewrites(stage, (text) => text.replace(/⟦[^⟦⟧]*⟧/g, 'диск умер'));
  expect(sent(stage).templates).toMatchObject([
    { templateId: 'escalation-explained', editedChars: 0, changes: [] },
  ]);
  rewrites(stage, (text) => text.replace(/Первую новость.*$/m, 'Ждите.'));
  const [use] = sent(stage).templates;
  expect(use?.editedChars).toBeGreaterThan(5);
  expect(use?.changes).toEqual([{ line: 2, to: 'Ждите.' }]);
});

test('two templates in one letter are two uses, neither an edit of the other', async () => {
  using stage = await applies('not-our-service', 'roadmap');
  const uses = sent(stage).templates;
  expect(uses.map(({ templateId, editedChars }) => [templateId, editedChars])).toEqual([
    ['not-our-service', 0],
    ['roadmap', 0],
  ]);
});

test('a template that was taken out again was not used and changes nothing', async () => {
  using stage = await applies('escalation-explained');
  expect(sent(stage).effects.addTags).toEqual(['escalated']);
  rewrites(stage, () => 'Готово, проверьте.');
  expect(sent(stage)).toEqual({ templates: [], effects: {} });
});

test('the draft keeps what its templates are and do', async () => {
  using stage = await applies('escalation-explained');
  const before = sent(stage);
  saveComposer(stage.ui);
  const { ticketId } = must(stage.state.composer, 'composer');
  stage.ui.store.set({ composer: null });
  openComposer(stage.ui, ticketId, 'reply');
  expect(sent(stage)).toEqual(before);
});

test('a sent reply is a use, and one that was taken back is a draft with its template', async () => {
  using stage = await applies('not-our-service');
  rewrites(stage, (text) => text.replace(/⟦[^⟦⟧]*⟧/g, 'телефонию'));
  stage.presses('ctrl+x');
  const store = new TemplateUseStore(stage.here.desk.store.sql);
  await vi.waitFor(() => expect(stage.state.overlay?.type).toBe('review'));
  await setImmediate();
  stage.presses('enter');
  expect([...store.totals()]).toEqual([['not-our-service', 1]]);
  stage.types('u');
  expect(store.totals().size).toBe(0);
  expect(sent(stage).templates).toMatchObject([{ templateId: 'not-our-service' }]);
});
