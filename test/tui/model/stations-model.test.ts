import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftSoFar } from '../../../src/tui/model/presence-state.ts';
import { hearSync } from '../../../src/tui/model/sync-model.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

let stage: WorkStage;
beforeEach(async () => {
  stage = await openWorkStage();
});
afterEach(() => stage.close());

const owner = { personId: 'oleg', ticketId: 't1' };

test('when a station was heard is kept in the time of this clock', () => {
  const { clock } = stage.here;
  hearSync(stage.ui, { type: 'stations', stations: [{ personId: 'oleg', silentMs: 5000 }] });
  const begun = clock.now();
  clock.forward(60_000);
  hearSync(stage.ui, { type: 'stations', stations: [{ personId: 'vera', silentMs: 0 }] });
  const { stations } = stage.state;
  expect(stations?.since).toBe(begun);
  expect([...(stations?.heardAt ?? [])]).toEqual([
    ['oleg', begun - 5000],
    ['vera', begun + 60_000],
  ]);
});

test('a text so far is there until it ends, grows old, or nothing is heard any more', () => {
  const { clock } = stage.here;
  const text = () => draftSoFar(stage.state.stations, owner, clock.now());
  hearSync(stage.ui, { type: 'draft', draft: { ...owner, text: 'Чиним' } });
  expect(text()).toBe('Чиним');
  hearSync(stage.ui, { type: 'draft', draft: { ...owner, text: 'Чиним, ещё час' } });
  expect(text()).toBe('Чиним, ещё час');
  clock.forward(31 * 60_000);
  expect(text()).toBe('');
  hearSync(stage.ui, { type: 'draft', draft: { ...owner, text: 'Готово' } });
  hearSync(stage.ui, { type: 'deaf' });
  expect(stage.state.stations).toBeNull();
});
