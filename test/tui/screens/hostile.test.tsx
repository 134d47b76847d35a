import { expect, test } from 'vitest';
import { textWidth } from '../../../src/util/text-width.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';
import { bidiAndControls } from '../../support/hostile-marks.ts';
import { HOSTILE_TEXTS } from '../../util/hostile-texts.ts';

const size = { columns: 120, rows: 30 };

/** One text of every kind of attack, in every field that comes from outside. */
function hostileDesk(texts: readonly string[]) {
  return (here: TestDesk): void => {
    for (const text of texts) {
      const customer = here.customer(text, { peculiarity: text, city: text });
      const contact = here.contact(text, { customerId: customer.id, callName: text, role: text });
      const id = here.registers(text, `${text}\n${text}`, contact.id);
      here.does(id, { type: 'tag', add: [text.slice(0, 20)], remove: [] });
      here.does(id, { type: 'note', text });
    }
  };
}

function isInert(desk: ScreenDriver): void {
  const frame = desk.cells();
  expect(bidiAndControls(frame)).toEqual([]);
  const wrong = frame.split('\n').filter((line) => textWidth(line) !== size.columns);
  expect(wrong, desk.context).toEqual([]);
}

const attacks = HOSTILE_TEXTS.map(({ text }) => text);
const groups = Array.from({ length: Math.ceil(attacks.length / 24) }, (_, i) =>
  attacks.slice(i * 24, i * 24 + 24),
);

test.each(groups.map((texts, i) => ({ i, texts })))(
  'hostile texts are inert in every screen ($i)',
  async ({ texts }) => {
    using desk = await openDriver({ size }, hostileDesk(texts));
    const start = desk.state;
    await desk.drawn();
    isInert(desk);
    for (const [i] of texts.entries()) {
      const here = desk.state.queue;
      // The list and the preview show all of them, the other screens a share.
      if (i % 4 !== 0) {
        desk.press('queue-down');
        continue;
      }
      for (const keys of ['enter', 'r', 'ctrl+t', 'ctrl+x', ':', 'y', 'o', 'g h', '/']) {
        desk.ui.store.set({ ...start, queue: here });
        desk.keys(keys);
        await desk.drawn();
        isInert(desk);
      }
      desk.ui.store.set({ ...start, queue: here });
      desk.press('queue-down');
    }
  },
);

test('hostile text that is typed, pasted or said stays inert', async () => {
  using desk = await openDriver({ size }, hostileDesk(['тихо']));
  desk.press('reply');
  for (const text of attacks) {
    desk.stage.pastes(text);
    desk.keys('enter');
  }
  await desk.drawn();
  isInert(desk);
  desk.press('finish');
  await desk.drawn();
  isInert(desk);
});
