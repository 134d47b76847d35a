import { describe, expect, test } from 'vitest';
import { favouriteTemplates } from '../../../src/app/content/favourite-templates.ts';
import { contextOf } from '../../../src/tui/model/context.ts';
import { must } from '../../../src/util/must.ts';
import { opensDesk } from '../../support/replies-stage.ts';
import type { WorkStage } from '../../support/work-stage.ts';

/** What the open list shows first, as title and detail. */
function rows(stage: WorkStage): readonly string[] {
  const { overlay } = stage.state;
  if (overlay?.type !== 'picker') return [];
  return overlay.shown.map(({ label, detail }) => `${label} | ${detail}`);
}

function favour(stage: WorkStage, query: string): void {
  stage.types('t');
  stage.types(query);
  stage.presses('ctrl+f');
  stage.presses('escape');
}

describe('a template in three keys', () => {
  test('t and a digit: a favourite is where it was put', async () => {
    using stage = await opensDesk();
    favour(stage, 'план что делаю');
    favour(stage, 'точного ответа');
    const { desk } = stage.here;
    expect(favouriteTemplates(desk).map(({ templateId }) => templateId)).toEqual([
      'roadmap',
      'dont-know-yet',
    ]);
    stage.types('t2');
    expect(must(stage.state.composer, 'composer').templateId).toBe('dont-know-yet');
  });

  test('a favourite that is given up leaves the others at their digits', async () => {
    using stage = await opensDesk();
    favour(stage, 'план что делаю');
    favour(stage, 'точного ответа');
    favour(stage, 'план что делаю');
    stage.types('t');
    expect(rows(stage)[1]).toMatch(/Точного ответа пока нет \| ★2/);
    expect(rows(stage)[0]).not.toMatch(/★/);
  });

  test('t, letters and Enter; in the wrong layout too', async () => {
    using stage = await opensDesk();
    stage.types('t');
    stage.types('gkfy xnj');
    stage.presses('enter');
    expect(must(stage.state.composer, 'composer').templateId).toBe('roadmap');
  });

  test('the name of a situation narrows to it', async () => {
    using stage = await opensDesk();
    stage.types('t');
    stage.types('решено');
    expect(rows(stage).length).toBeGreaterThan(1);
    expect(rows(stage).every((row) => row.endsWith('решено'))).toBe(true);
  });

  test('what was sent last stands before what is likely', async () => {
    using stage = await opensDesk();
    const id = must(stage.state.queue.selectedId, 'a ticket');
    const use = { lang: 'ru', version: 'v', editedChars: 0, changes: [] } as const;
    stage.here.does(id, {
      ...{ type: 'reply', text: 'Ответ', messageId: null, promise: null, status: null },
      attachments: [],
      templates: [{ ...use, templateId: 'not-our-service' }],
    });
    stage.types('t');
    expect(rows(stage)[0]).toMatch(/недавнее/);
    const { overlay } = stage.state;
    expect(overlay?.type === 'picker' && overlay.shown[0]?.id).toBe('not-our-service');
  });
});

describe('what is not for the customer', () => {
  test('an internal text does not go into a reply', async () => {
    using stage = await opensDesk();
    stage.types('r');
    stage.types('Здравствуйте.');
    stage.ui.store.set({ tab: 'replies' });
    stage.types('/');
    stage.types('записка коллеге');
    stage.presses('enter');
    expect(stage.state.toast?.text).toMatch(/внутреннее/);
    expect(must(stage.state.composer, 'composer').history.present.text).toMatch(/^Здравствуйте/);
  });

  test('a text for the phone is shown to be read, and no letter is begun', async () => {
    using stage = await opensDesk();
    stage.types('4');
    stage.types('/');
    stage.types('по телефону переспрашиваю');
    stage.presses('enter');
    expect(stage.state.overlay?.type).toBe('pager');
    expect(stage.state.composer).toBeNull();
  });
});

describe('what a template cannot go without', () => {
  test('the customer’s word is asked before anything changes, and goes with the reply', async () => {
    using stage = await opensDesk();
    const id = must(stage.state.queue.selectedId, 'a ticket');
    stage.here.does(id, { type: 'resolve', solution: 'Кэш пароля.' });
    stage.types('t');
    stage.types('клиент подтвердил');
    stage.presses('enter');
    expect(contextOf(stage.state)).toBe('prompt');
    expect(stage.state.composer).toBeNull();
    stage.presses('enter');
    expect(contextOf(stage.state)).toBe('prompt');
    stage.types('Ольга, письмом');
    stage.presses('enter');
    const composer = must(stage.state.composer, 'composer');
    expect(composer.history.present.text).toContain('⟦');
    expect(composer.applied?.[0]?.effects.confirmation?.how).toBe('Ольга, письмом');
  });

  test('Esc at the question leaves everything as it was', async () => {
    using stage = await opensDesk();
    const id = must(stage.state.queue.selectedId, 'a ticket');
    stage.here.does(id, { type: 'resolve', solution: 'Кэш пароля.' });
    stage.types('t');
    stage.types('клиент подтвердил');
    stage.presses('enter');
    stage.presses('escape');
    expect(stage.state.composer).toBeNull();
    expect(stage.state.overlay).toBeNull();
  });
});
