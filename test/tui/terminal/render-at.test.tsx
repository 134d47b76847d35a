import { Box, Text, useStdin, useWindowSize } from 'ink';
import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { keyId } from '../../../src/tui/input/key.ts';
import { openKeyboard } from '../../../src/tui/input/keyboard.ts';
import { renderAt } from '../../support/render-at.tsx';

function Screen() {
  const { columns, rows } = useWindowSize();
  const { stdin } = useStdin();
  const [keys, setKeys] = useState('');
  useEffect(() => {
    const keyboard = openKeyboard({
      stdin,
      write: () => {},
      escapeDelayMs: 20,
      onEvent: (event) =>
        setKeys((all) => `${all} ${event.type === 'key' ? keyId(event.key) : event.text}`),
    });
    return keyboard.close;
  }, [stdin]);
  return (
    <Box width={columns} justifyContent="flex-end">
      <Text>
        {columns}×{rows}
        {keys}
      </Text>
    </Box>
  );
}

test('a screen is drawn at the given size, takes keys and follows a resize', async () => {
  const screen = renderAt(<Screen />, { columns: 40, rows: 10 });
  expect(screen.frame()).toBe(`${' '.repeat(35)}40×10`);
  screen.press('j\u001b[Bй');
  await screen.waitFor('40×10 j down й');
  screen.resize({ columns: 60, rows: 20 });
  await screen.waitFor(/^ +60×20 j down й$/);
  expect(screen.frame()).toHaveLength(60);
  screen.press('\u001b');
  await screen.waitFor('escape');
  screen.unmount();
});
