import { expect, it } from 'vitest';
import { BusyError } from '../../../src/server/db/server-store.ts';
import { createOutageLog } from '../../../src/server/http/outage-log.ts';
import type { LogLine } from '../../../src/server/http/server-log.ts';

it('an outage is told every ten seconds with why and how often, never in its own words', () => {
  const lines: LogLine[] = [];
  let now = 0;
  const tell = createOutageLog(
    (line) => lines.push(line),
    () => now,
  );
  const refused = Object.assign(new Error('connect 10.0.0.5'), { code: 'ECONNREFUSED' });
  for (; now < 25_000; now += 100) tell(new BusyError('gone', { cause: refused }));
  tell('odd');
  const told = { level: 'warn', event: 'store-unavailable' };
  expect(lines).toEqual([
    { ...told, code: 'ECONNREFUSED', count: 1 },
    { ...told, code: 'ECONNREFUSED', count: 100 },
    { ...told, code: 'ECONNREFUSED', count: 100 },
  ]);
});
