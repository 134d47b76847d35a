import { expect, test } from 'vitest';
import { openComposer } from '../../../src/tui/model/composer-model.ts';
import { dropSelection } from '../../../src/tui/model/editing-model.ts';
import { quoted } from '../../../src/tui/model/quote-model.ts';
import { must } from '../../../src/util/must.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openWorkStage, settled, type WorkStage } from '../../support/work-stage.ts';

/** A reply to a ticket of a customer who wrote; what is typed stands in it. */
async function writing(text: string, said = 'Ошибка 809.\n\nЧто делать?'): Promise<WorkStage> {
  const here = { id: '' };
  const stage = await openWorkStage({}, (desk: TestDesk) => {
    const shop = desk.customer('Демо-Склад');
    const person = desk.contact('Пётр Лодочкин', { customerId: shop.id });
    here.id = desk.registers('VPN не подключается', said, person.id);
  });
  openComposer(stage.ui, here.id, 'reply');
  stage.types(text);
  return stage;
}

const present = (stage: WorkStage) => must(stage.state.composer, 'composer').history.present;
const draft = (stage: WorkStage) => present(stage).text;

test('a sentence is selected by Shift, cut and put in elsewhere', async () => {
  using stage = await writing('Проверьте журнал. Напишите мне.');
  stage.presses('ctrl+shift+left');
  stage.presses('ctrl+shift+left');
  stage.presses('ctrl+w');
  expect(draft(stage)).toBe('Проверьте журнал. ');
  stage.presses('ctrl+home');
  stage.presses('ctrl+v');
  expect(draft(stage)).toBe('Напишите мне.Проверьте журнал. ');
  stage.presses('ctrl+z');
  stage.presses('ctrl+z');
  expect(draft(stage)).toBe('Проверьте журнал. Напишите мне.');
});

test('what is selected is replaced by typing, by a paste and by Enter, deleted by Backspace', async () => {
  using stage = await writing('да нет');
  const selectsLast = () => stage.presses('ctrl+shift+left');
  selectsLast();
  stage.types('или');
  expect(draft(stage)).toBe('да или');
  selectsLast();
  stage.pastes('но');
  expect(draft(stage)).toBe('да но');
  selectsLast();
  stage.presses('backspace');
  expect(draft(stage)).toBe('да ');
  stage.presses('shift+home');
  stage.presses('enter');
  expect(draft(stage)).toBe('\n');
});

test('left and right end a selection at its edges, and do not walk away from it', async () => {
  using stage = await writing('раз два');
  stage.presses('ctrl+shift+left');
  stage.presses('right');
  expect(present(stage)).toEqual({ text: 'раз два', caret: 7 });
  stage.presses('ctrl+shift+left');
  stage.presses('left');
  expect(present(stage)).toEqual({ text: 'раз два', caret: 4 });
});

test('the mark selects with plain keys and stands until it is dropped', async () => {
  using stage = await writing('раз два три');
  stage.presses('ctrl+space');
  stage.presses('ctrl+left');
  stage.presses('ctrl+left');
  expect(present(stage).mark).toEqual({ at: 11, isSet: true });
  expect(dropSelection(stage.ui)).toBe(true);
  expect(present(stage)).toEqual({ text: 'раз два три', caret: 4 });
  expect(dropSelection(stage.ui)).toBe(false);
  stage.presses('ctrl+^');
  stage.presses('end');
  stage.presses('ctrl+k');
  expect(draft(stage)).toBe('раз ');
});

test('Ctrl+C copies what is selected, to the clipboard and for here; with nothing selected it leaves', async () => {
  using stage = await writing('раз два');
  let left = 0;
  Object.assign(stage.ui, { leave: () => (left += 1) });
  stage.presses('ctrl+shift+left');
  stage.presses('ctrl+c');
  await settled();
  expect(stage.copied).toEqual(['два']);
  expect([left, draft(stage)]).toEqual([0, 'раз два']);
  stage.presses('end');
  stage.presses('ctrl+v');
  expect(draft(stage)).toBe('раз двадва');
  stage.presses('ctrl+c');
  expect(left).toBe(1);
});

test('words cut in the composer are put into any field, in one line where there is one', async () => {
  using stage = await writing('раз\nдва');
  stage.presses('ctrl+home');
  stage.presses('ctrl+k');
  stage.presses('ctrl+k');
  stage.presses('ctrl+k');
  stage.presses('ctrl+p');
  stage.presses('ctrl+v');
  const { overlay } = stage.state;
  expect(overlay?.type === 'picker' && overlay.query.present.text).toBe('раз два');
});

test('nothing was cut out yet: the key says how to', async () => {
  using stage = await writing('да');
  stage.presses('ctrl+v');
  expect(stage.toast).toContain('Ctrl+K');
  expect(draft(stage)).toBe('да');
});

test('the customer is quoted at the caret, and one undo takes the quote out', async () => {
  using stage = await writing('Вижу.');
  stage.presses('ctrl+f');
  expect(draft(stage)).toBe('Вижу.\n> Ошибка 809.\n>\n> Что делать?\n');
  stage.presses('ctrl+z');
  expect(draft(stage)).toBe('Вижу.');
});

test('a note of a colleague is no message of the customer', async () => {
  using stage = await writing('');
  const { ticketId } = must(stage.state.composer, 'composer');
  stage.here.hears(ticketId, 'Всё ещё не работает');
  stage.here.does(ticketId, { type: 'note', text: 'внутри' });
  stage.presses('ctrl+f');
  expect(draft(stage)).toBe('> Всё ещё не работает\n');
});

test('a quote is short and shows what was hidden', () => {
  expect(quoted('a\u202eb')).toBe('> a\\u{202e}b');
  const lines = quoted(Array.from({ length: 100 }, (_, i) => `строка ${i}`).join('\n')).split('\n');
  expect(lines).toHaveLength(40);
  expect(lines.at(-1)).toBe('> …');
});

test('Home and End go over the row that is seen first, then over the whole line', async () => {
  using stage = await writing('слово '.repeat(40).trim());
  const { caret } = present(stage);
  stage.presses('home');
  const row = present(stage).caret;
  stage.presses('home');
  expect([row > 0 && row < caret, present(stage).caret]).toEqual([true, 0]);
});

test('a megabyte pasted into a line of one row is cut short', async () => {
  using stage = await writing('');
  stage.presses('ctrl+p');
  stage.pastes('я'.repeat(1_000_000));
  const { overlay } = stage.state;
  expect(overlay?.type === 'picker' && overlay.query.present.text.length).toBe(4_000);
});
