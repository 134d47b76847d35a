import { expect, test, vi } from 'vitest';
import { copyToClipboard } from '../../../src/tui/model/copy-model.ts';
import { openWorkStage, settled } from '../../support/work-stage.ts';

test('the copy menu offers what there is and says why not what there is not', async () => {
  using stage = await openWorkStage({}, (here) => {
    const id = here.registers('Не входит в портал', 'Пишет 401');
    here.replies(id, 'Проверяю');
  });
  stage.presses('y');
  expect(stage.offers()).toEqual([
    'номер | SM-1',
    'номер и тема | SM-1 Не входит в портал',
    'последнее сообщение | Проверяю',
    expect.stringMatching(/^всё обращение \| знаков: \d+$/),
    'черновик | нет черновика',
  ]);
  stage.presses('4');
  await settled();
  const [text = ''] = stage.copied;
  expect(text).toBe(
    'SM-1 Не входит в портал\nклиент не определён\n\n' +
      '14:00 клиент\nПишет 401\n\n14:00 → Аня\nПроверяю\n',
  );
  expect(stage.toast).toBe('скопировано: всё обращение');
});

test('the terminal that never answers is not said to have taken the text', async () => {
  using stage = await openWorkStage({
    terminal: { copy: async () => ({ ok: true, via: 'osc52' }) },
  });
  await copyToClipboard(stage.ui, 'x', 'номер');
  expect(stage.toast).toBe('отправлено в терминал: номер');
});

test('a text too long for the terminal is refused aloud', async () => {
  using stage = await openWorkStage({
    terminal: { copy: async () => ({ ok: false, via: 'osc52', reason: 'too-large' }) },
  });
  await copyToClipboard(stage.ui, 'x', 'номер');
  expect(stage.state.toast).toMatchObject({ kind: 'problem' });
});

test('the draft is copied from the review', async () => {
  using stage = await openWorkStage({}, (here) => void here.registers('Почта'));
  stage.presses('r');
  stage.types('Готово');
  stage.presses('ctrl+x');
  await vi.waitFor(() => expect(stage.state.overlay?.type).toBe('review'));
  stage.presses('y');
  await settled();
  expect(stage.copied).toEqual(['Готово']);
});
