import { expect, test } from 'vitest';
import { Stations } from '../../../src/server/http/stations.ts';
import { minute, movableClock } from '../../support/desk.ts';

function stage() {
  const clock = movableClock();
  const timers: (() => void)[] = [];
  const stations = new Stations(clock.now, (_, then) => void timers.push(then));
  /** A minute goes by, with whatever was to be done at its end. */
  const minutes = (count: number) => {
    for (let n = 0; n < count; n += 1) {
      clock.forward(minute);
      for (const then of timers.splice(0)) then();
    }
  };
  return { stations, minutes, timers };
}

const main = new Set(['main']);
const draft = { personId: 'anya', ticketId: 't1', text: 'Чиним' };

test('how long a station has been silent counts from the last that was heard of it', () => {
  const { stations, minutes } = stage();
  stations.hear('anya');
  minutes(1);
  stations.hear('oleg');
  minutes(1);
  expect(stations.heard()).toEqual([
    { personId: 'anya', silentMs: 2 * minute },
    { personId: 'oleg', silentMs: minute },
  ]);
});

test('a text so far is seen in its space only, and is gone after half an hour', () => {
  const { stations, minutes, timers } = stage();
  stations.write('main', draft);
  stations.write('night', { ...draft, ticketId: 't2' });
  minutes(29);
  expect(stations.drafts(main)).toEqual([draft]);
  minutes(1);
  expect(stations.drafts(main)).toEqual([]);
  minutes(1);
  expect(timers).toEqual([]);
});

test('of one person so many texts are kept, the last ones, and an empty one ends its own', () => {
  const { stations } = stage();
  for (let n = 0; n < 8; n += 1) stations.write('main', { ...draft, ticketId: `t${n}` });
  stations.write('main', { ...draft, ticketId: 't7', text: '' });
  const ids = stations.drafts(main).map(({ ticketId }) => ticketId);
  expect(ids).toEqual(['t3', 't4', 't5', 't6']);
});
