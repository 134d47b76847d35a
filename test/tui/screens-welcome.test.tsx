import { expect, test } from 'vitest';
import { namedKey } from '../../src/tui/input/key.ts';
import { Welcome } from '../../src/tui/model/welcome.ts';
import { startWelcome } from '../../src/tui/model/welcome-model.ts';
import { WelcomeScreen } from '../../src/tui/screens/WelcomeScreen.tsx';
import { createTheme } from '../../src/tui/theme/theme.ts';
import { textWidth } from '../../src/util/text-width.ts';
import { renderAt } from '../support/render-at.tsx';

const lines = [
  { code: '2', name: { ru: 'Вторая линия', en: 'Second line' } },
  { code: '3', name: { ru: 'Третья линия', en: 'Third line' } },
];

function welcomed(language: 'ru' | 'en'): Welcome {
  return new Welcome(startWelcome({ login: 'anya', name: 'anya', lines, language }));
}

test.each([
  ['ru', 60, 16],
  ['ru', 160, 50],
  ['en', 60, 16],
  ['en', 160, 50],
] as const)('the first screen fits (%s, %i×%i, no colours)', (language, columns, rows) => {
  const theme = createTheme('default', 0);
  const screen = renderAt(<WelcomeScreen welcome={welcomed(language)} theme={theme} />, {
    columns,
    rows,
  });
  const frame = screen.frame().split('\n');
  expect(frame).toHaveLength(rows);
  expect(frame.every((line) => textWidth(line) <= columns)).toBe(true);
  const text = frame.join('\n');
  expect(text).toContain(language === 'ru' ? '▌Демо-стол▐' : '▌Demo desk▐');
  expect(text).toContain('Enter');
  screen.unmount();
});

test('the language switches at once; the filling of the desk shows a bar with a count', async () => {
  const welcome = welcomed('ru');
  const theme = createTheme('default', 0);
  const screen = renderAt(<WelcomeScreen welcome={welcome} theme={theme} />, {
    columns: 80,
    rows: 24,
  });
  for (const name of ['tab', 'tab', 'tab', 'right'] as const) {
    welcome.feed({ type: 'key', key: namedKey(name) });
  }
  await screen.waitFor('Welcome to Smena');
  welcome.feed({ type: 'key', key: namedKey('enter') });
  welcome.feed({ type: 'key', key: namedKey('enter') });
  expect(await welcome.chosen).toMatchObject({ language: 'en', start: 'demo' });
  welcome.showProgress(200, 600);
  await screen.waitFor('200 of 600');
  expect(screen.frame()).toMatch(/█+░+/);
  screen.unmount();
});
