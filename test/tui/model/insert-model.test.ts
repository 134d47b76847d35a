import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openTicket } from '../../../src/tui/model/ticket-model.ts';
import { openStage, type Stage } from '../../support/knowledge-stage.ts';

async function writes(text: string): Promise<Stage> {
  const stage = await openStage();
  const contact = stage.here.contact('Ольга Петрова', {
    callName: 'Ольга',
    email: 'olga@bank.example',
  });
  openTicket(stage.ui, stage.here.registers('VPN не пускает', 'Ошибка 691', contact.id));
  stage.types('r');
  stage.types(text);
  return stage;
}

function kinds(stage: Stage): readonly string[] {
  const { overlay } = stage.state;
  return overlay?.type === 'picker' ? overlay.shown.map(({ detail }) => detail) : [];
}

test('the key of // gives .. in the Russian layout, and the list all the same', async () => {
  using stage = await writes('Пишите на ..');
  expect(stage.state.overlay?.type).toBe('picker');
  stage.types('почта');
  stage.presses('enter');
  expect(stage.draft).toBe('Пишите на olga@bank.example');
});

test('an ellipsis, a path and a comment are written as they are typed', async () => {
  using stage = await writes('');
  for (const text of ['Ждём ...', 'Папка ../общее', 'Дальше .. и', '/// текст', 'https://a.b']) {
    stage.types(text);
    expect(stage.state.overlay).toBeNull();
    expect(stage.draft).toBe(text);
    stage.presses('ctrl+u');
  }
});

test('one list over facts, times, templates and passages of articles', async () => {
  using stage = await writes('Итак, //');
  expect(kinds(stage)).toContain('обращение');
  expect(kinds(stage)).toContain('время');
  expect(kinds(stage).some((kind) => kind.startsWith('шаблон'))).toBe(true);
  stage.types('809');
  await setImmediate();
  expect(kinds(stage)[0]).toMatch(/^из статьи/);
  stage.presses('enter');
  expect(stage.draft).toMatch(/^Итак, \n?.*809/);
  expect(stage.draft).not.toContain('//');
});

test('keys typed at once meet the whole answer, an overtaken letter is not answered', async () => {
  using stage = await writes('//8');
  stage.types('09');
  await setImmediate();
  const { overlay } = stage.state;
  expect(overlay?.type === 'picker' && overlay.answered).toBe('809');
  stage.presses('escape');
  stage.types(' //809');
  stage.presses('enter');
  expect(stage.draft).toMatch(/809/);
});

test('Esc leaves the mark, and the sentence goes on behind it', async () => {
  using stage = await writes('См. //');
  stage.presses('escape');
  stage.types('a');
  expect(stage.draft).toBe('См. //a');
});
