import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseScenario } from '../../../src/content/scenario/read-scenario.ts';
import { begin } from '../../../src/practice/run/begin.ts';
import { expected } from '../../../src/practice/run/expected.ts';
import { initialState } from '../../../src/tui/model/initial-state.ts';
import type { RunView } from '../../../src/tui/model/practice/run-view.ts';
import type { UiState } from '../../../src/tui/model/ui-state.ts';
import { lineWidth } from '../../../src/tui/present/line.ts';
import { bannerLines } from '../../../src/tui/present/practice-banner.ts';
import { must } from '../../../src/util/must.ts';
import { openTestDesk } from '../../support/desk.ts';

const file = join(import.meta.dirname, '../../../templates/scenarios/sso-401.scenario.yaml');

async function shown(columns: number, of: Partial<RunView> = {}): Promise<string[]> {
  using here = await openTestDesk();
  const read = parseScenario(file, readFileSync(file, 'utf8'));
  const { scenario } = must(read.ok ? read.value : null, 'the scenario');
  const setup = { mode: 'practice', seed: 1, startedAt: scenario.clock.start } as const;
  const began = begin(scenario, setup);
  const state = { ...began, now: began.now + 2 * 60_000 };
  const run: RunView = {
    ...{ scenario, state, expected: expected(scenario, state), attempt: 2, speed: 8 },
    ...{ live: { promises: 0, overdue: 0 }, isJudging: false },
    ...of,
  };
  const ui: UiState = { ...initialState(here.desk, { columns, rows: 24 }), run };
  return bannerLines(ui).map((line) => {
    expect(lineWidth(line)).toBe(columns);
    return line.map(({ text }) => text).join('');
  });
}

test('where there is room the banner says everything', async () => {
  const [banner = '', task = ''] = await shown(140);
  expect(banner).toContain(
    '▓▓ УЧЕБНЫЙ РЕЖИМ · «401 после настройки единого входа» · попытка 2 · часы ×8 · 12:12 (у клиента 14:12) · клиент ждёт 2 мин ▓▓',
  );
  expect(task).toContain('ждут ответа клиенту');
  expect(task).toContain('p h подсказка');
});

test('at 80 columns the words of the mode stay whole, and what burns at work is told', async () => {
  const [banner = ''] = await shown(80, { live: { promises: 1, overdue: 0 } });
  expect(banner).toContain('▓▓ УЧЕБНЫЙ РЕЖИМ · «');
  expect(banner).toContain('в работе: 1 обещание');
  expect(banner).toContain('12:12');
});

test.each([60, 66, 73, 100, 200])('%i columns are filled exactly', async (columns) => {
  const [banner = ''] = await shown(columns, { live: { promises: 12, overdue: 3 } });
  expect(banner).toContain('УЧЕБНЫЙ РЕЖИМ');
});
