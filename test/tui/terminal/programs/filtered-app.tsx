import { spawnSync } from 'node:child_process';
import { Box, render, Text, useApp, useWindowSize } from 'ink';
import { useEffect, useState } from 'react';
import { openKeyboard } from '../../../../src/tui/input/keyboard.ts';
import { lastLineFilter } from '../../../../src/tui/terminal/last-line-filter.ts';
import { openEditor } from '../../../../src/tui/terminal/open-editor.ts';
import { titleSequence } from '../../../../src/tui/terminal/title.ts';

const filter = lastLineFilter(process.stdout);

function App() {
  const { columns, rows } = useWindowSize();
  const { suspendTerminal } = useApp();
  const [count, setCount] = useState(0);
  const [draft, setDraft] = useState('');
  useEffect(() => {
    const keyboard = openKeyboard({
      stdin: process.stdin,
      write: (sequence) => filter.stdout.write(sequence),
      escapeDelayMs: 50,
      onEvent(event) {
        if (event.type === 'key' && event.key.char === 'q') return finish();
        if (event.type === 'key' && event.key.char === 'e') return void edit();
        return setCount((value) => value + 1);
      },
    });
    const edit = async (): Promise<void> => {
      keyboard.pause();
      await suspendTerminal(async () => {
        const result = await openEditor('', {
          env: process.env,
          platform: process.platform,
          dir: process.env['DRAFT_DIR'] ?? '',
          run: async (command, args) => ({
            code: spawnSync(command, args, { stdio: 'inherit' }).status ?? 1,
          }),
        });
        setDraft(result.ok ? result.text : result.reason);
      });
      keyboard.resume();
    };
    const finish = (): void => {
      keyboard.close();
      app.unmount();
    };
    return keyboard.close;
  }, [suspendTerminal]);
  return (
    <Box width={columns} height={rows} flexDirection="column" overflow="hidden">
      <Text color="green" inverse>
        Размер {columns}×{rows}, клавиш {count} {draft}
      </Text>
    </Box>
  );
}

filter.stdout.write(titleSequence('Смена'));
const app = render(<App />, {
  stdout: filter.stdout,
  alternateScreen: true,
  incrementalRendering: true,
  exitOnCtrlC: false,
  interactive: true,
});
await app.waitUntilExit();
process.stdout.write(`stopped=${filter.stopped()}\r\n`);
