import { expect, it } from 'vitest';
import type { LiveEvent } from '../../../src/protocol/live.ts';
import { createLiveHub } from '../../../src/server/http/live-hub.ts';
import { isOlder } from '../../../src/server/http/version.ts';

const caller = {
  person: {
    id: 'anya',
    login: 'anya',
    name: 'Анна',
    role: 'engineer',
    line: '2',
    gender: null,
    isDemo: false,
  },
  deviceId: 'd',
  deviceName: 'ноутбук',
} as const;

/** A hub whose timers run when the test says so. */
function stage() {
  let grow = (_: ReadonlyMap<string, number>) => {};
  const timers: (() => void)[] = [];
  const waits: number[] = [];
  const hub = createLiveHub(
    (listener) => {
      grow = listener;
      return () => {
        grow = () => {};
      };
    },
    (ms, then) => {
      waits.push(ms);
      timers.push(then);
      return () => timers.splice(timers.indexOf(then), 1);
    },
  );
  const told: LiveEvent[] = [];
  const listen = (...spaces: string[]) =>
    hub.listen({
      ...{ caller, spaces: new Set(spaces), isLeading: () => false },
      tell: (event) => told.push(event),
    });
  const tick = () => {
    for (const then of timers.splice(0)) then();
  };
  return {
    hub,
    told,
    listen,
    tick,
    waits,
    grow: (space: string, head: number) => grow(new Map([[space, head]])),
  };
}

it('says once, at most five times a second, how far a busy space has come', () => {
  const { told, listen, tick, grow, waits } = stage();
  listen('main');
  for (let head = 1; head <= 100; head += 1) grow('main', head);
  grow('main', 40);
  expect(told).toEqual([]);
  tick();
  expect(told).toEqual([{ type: 'head', space: 'main', head: 100 }]);
  grow('main', 101);
  tick();
  expect(told.at(-1)).toEqual({ type: 'head', space: 'main', head: 101 });
  // The first at once, the next ones with some time between them.
  expect(waits).toEqual([0, 200, 200]);
});

it('tells a space at once that has been quiet for a while', () => {
  const { told, listen, tick, grow, waits } = stage();
  listen('main');
  grow('main', 1);
  tick();
  tick();
  grow('main', 2);
  expect(waits).toEqual([0, 200, 0]);
  tick();
  expect(told).toHaveLength(2);
});

it('tells nobody of a space that they do not see, and nothing to who has left', () => {
  const { told, listen, tick, grow, hub } = stage();
  const leave = listen('night');
  grow('main', 1);
  hub.present('main', { personId: 'anya', ticketId: 't', doing: 'writing' });
  tick();
  leave();
  grow('night', 2);
  tick();
  expect(told).toEqual([]);
});

it('says good-bye once, and nothing after that', () => {
  const { told, listen, tick, grow, hub } = stage();
  listen('main');
  grow('main', 1);
  hub.close();
  tick();
  grow('main', 2);
  expect(told).toEqual([{ type: 'bye' }]);
  expect(hub.listeners()).toEqual([]);
});

it.each([
  ['0.3.9', '0.4.0', true],
  ['0.10.0', '0.9.0', false],
  ['0.4.0', '0.4.0', false],
  ['1.0.0', '0.9.9', false],
  ['0.4.0-beta', '0.4.1', true],
  ['source', '0.4.0', false],
])('%s is older than %s: %s', (version, than, expected) => {
  expect(isOlder(version, than)).toBe(expected);
});
