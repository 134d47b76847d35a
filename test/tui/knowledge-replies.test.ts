import { expect, test } from 'vitest';
import { findTemplate } from '../../src/app/content/template-library.ts';
import { contextOf } from '../../src/tui/model/context.ts';
import { openTicket } from '../../src/tui/model/ticket-model.ts';
import { must } from '../../src/util/must.ts';
import { openStage, type Stage } from '../support/knowledge-stage.ts';

/** A ticket of a known person, opened. */
function opensTicket(stage: Stage): string {
  const customer = stage.here.customer('Демо-Банк');
  const contact = stage.here.contact('Ольга Петрова', {
    callName: 'Ольга',
    email: 'olga@bank.example',
    customerId: customer.id,
  });
  const id = stage.here.registers('VPN не пускает', 'Ошибка 691', contact.id);
  openTicket(stage.ui, id);
  return id;
}

test('templates stand by situation and are filled for the ticket at hand', async () => {
  using stage = await openStage();
  opensTicket(stage);
  stage.types('4');
  const { items, preview, previewFor } = stage.state.replies;
  expect(items[0]?.situation).toBe('greeting');
  expect(previewFor).toBe('SM-1');
  expect(preview?.text).toContain('Меня зовут Аня');
  const first = preview?.text;
  stage.types('j');
  expect(stage.state.replies.preview?.text).not.toBe(first);
});

test('/ narrows, Enter puts the text into the reply, the caret waits at the first place', async () => {
  using stage = await openStage();
  opensTicket(stage);
  stage.types('4');
  stage.types('/');
  stage.types('нужно время');
  expect(contextOf(stage.state)).toBe('search');
  stage.presses('enter');
  expect(contextOf(stage.state)).toBe('composer');
  expect(stage.draft).toMatch(/^Ольга, мне нужно 10 минут/);
  const { history, promise, templateId, kind } = must(stage.state.composer, 'composer');
  expect(kind).toBe('reply');
  expect(templateId).toBe('hold-with-time');
  expect(promise?.kind).toBe('hold');
  expect(promise?.dueAt).toBe(stage.here.clock.now() + 10 * 60_000);
  expect(history.present.text.slice(history.present.caret)).toMatch(/^⟦/);
  stage.types('смотрю журнал');
  expect(stage.draft).toContain(': смотрю журнал.');
});

test('y copies the filled text', async () => {
  using stage = await openStage();
  opensTicket(stage);
  stage.types('4');
  stage.types('y');
  await Promise.resolve();
  expect(stage.copied[0]).toContain('Меня зовут Аня');
});

test('before the first word the picker offers greetings, after a solution the end', async () => {
  using stage = await openStage();
  const id = opensTicket(stage);
  stage.types('t');
  const situation = () => {
    const { overlay } = stage.state;
    return overlay?.type === 'picker' ? overlay.shown[0]?.detail : null;
  };
  expect(situation()).toBe('приветствие');
  stage.presses('escape');
  stage.here.replies(id, 'Смотрю.');
  stage.types('t');
  expect(['ожидание', 'как идёт']).toContain(situation());
  stage.presses('escape');
  stage.here.does(id, { type: 'resolve', solution: 'Кэш пароля.' });
  stage.types('t');
  expect(situation()).toBe('завершение');
});

test('a digit takes a favourite while nothing else is typed', async () => {
  using stage = await openStage();
  opensTicket(stage);
  stage.types('t');
  const second = stage.offers()[1];
  stage.types('2');
  expect(stage.state.overlay).toBeNull();
  const { templateId } = must(stage.state.composer, 'composer');
  const { library } = stage.state.replies;
  const taken = library && findTemplate(library, templateId ?? '', 'ru');
  expect(taken?.title).toBe(second);
});

test('a template goes in at the caret of what is written already', async () => {
  using stage = await openStage();
  opensTicket(stage);
  stage.types('r');
  stage.types('Ольга!');
  stage.presses('ctrl+r');
  stage.presses('enter');
  expect(stage.draft).toMatch(/^Ольга!\n\S/);
});

test('// offers facts, times, templates and passages of articles, and is replaced by the chosen one', async () => {
  using stage = await openStage();
  opensTicket(stage);
  stage.types('r');
  stage.types('Пишите на //');
  expect(stage.offers()).toContain('почта: olga@bank.example');
  stage.types('почта');
  stage.presses('enter');
  expect(stage.draft).toBe('Пишите на olga@bank.example');
  stage.types(', отвечу до //');
  stage.types('через 30м');
  stage.presses('enter');
  expect(stage.draft).toMatch(/отвечу до 14:30/);
  stage.types('. См. //');
  stage.types('809');
  stage.presses('enter');
  expect(stage.draft).toMatch(/См\. \s*Ошибка 809/);
});

test('Esc leaves the // as it was typed', async () => {
  using stage = await openStage();
  opensTicket(stage);
  stage.types('r');
  stage.types('//');
  stage.presses('escape');
  expect(stage.draft).toBe('//');
  expect(contextOf(stage.state)).toBe('composer');
});

test('in the // list digits are searched for: people know articles by their codes', async () => {
  using stage = await openStage();
  opensTicket(stage);
  stage.types('r');
  stage.types('//1');
  expect(stage.state.overlay?.type).toBe('picker');
});
