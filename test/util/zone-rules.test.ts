import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createZone,
  fromZoned,
  learnZones,
  readRules,
  zonedParts,
} from '../../src/util/zoned-time.ts';

const FROM = Date.UTC(2025, 9, 1);
const TO = Date.UTC(2027, 11, 1);
const zones = [
  'Europe/Moscow',
  'America/New_York',
  'Asia/Vladivostok',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
];
const asked = new Map(zones.map((zone) => [zone, createZone(zone)]));
const rules = zones.map((zone) => readRules(zone, FROM, TO));

test('learned rules tell the same time as the system, inside and outside of their reach', () => {
  learnZones(rules);
  const anyTime = fc.integer({ min: FROM - 1e10, max: TO + 1e10 });
  fc.assert(
    fc.property(anyTime, fc.constantFrom(...zones), (ms, zone) => {
      expect(zonedParts(ms, zone)).toEqual(asked.get(zone)?.partsAt(ms));
    }),
    { numRuns: 2000 },
  );
});

test('a change of the clock is learned to the minute', () => {
  const [, newYork] = rules;
  const spring = Date.UTC(2026, 2, 8, 7);
  expect(newYork?.offsets.map(([at]) => at)).toContain(spring);
  learnZones(rules);
  const gap = { year: 2026, month: 3, day: 8, hour: 2, minute: 30, second: 0 };
  expect(fromZoned(gap, 'America/New_York')).toBeNull();
  expect(zonedParts(spring, 'America/New_York').hour).toBe(3);
  expect(zonedParts(spring - 1000, 'America/New_York').hour).toBe(1);
});
