import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { keyId } from '../../../../src/tui/input/key.ts';
import { openKeyboard } from '../../../../src/tui/input/keyboard.ts';
import { openEditor } from '../../../../src/tui/terminal/open-editor.ts';

// A host that opens $EDITOR on `e`, shows what came back, and every key it takes as a command.
const commands: string[] = [];
const say = (line: string): void => {
  process.stdout.write(`${line}\r\n`);
};

async function edit(): Promise<void> {
  keyboard.pause();
  const result = await openEditor('черновик', {
    env: process.env,
    platform: process.platform,
    dir: process.env['DRAFT_DIR'] ?? tmpdir(),
    run: (command, args) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, args, { stdio: 'inherit' });
        child.on('error', reject);
        child.on('exit', (code) => resolve({ code: code ?? 1 }));
      }),
  });
  keyboard.resume();
  say(`edited=${result.ok ? result.text : result.reason}`);
  say('back');
}

const keyboard = openKeyboard({
  stdin: process.stdin,
  write: (sequence) => process.stdout.write(sequence),
  escapeDelayMs: 50,
  onEvent(event) {
    if (event.type === 'paste') return say(`paste=${JSON.stringify(event.text)}`);
    const id = keyId(event.key);
    if (id === 'e') return void edit();
    if (id !== 'q') return void commands.push(id);
    say(`commands=${commands.join(',')}`);
    return keyboard.close();
  },
});
say('ready');
