// A fake editor: reads one line from the terminal as any editor would and saves it.
import { writeFileSync } from 'node:fs';

process.stdin.setRawMode(true);
process.stdout.write('editor open\r\n');
let typed = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  typed += chunk;
  if (!typed.includes('\r')) return;
  writeFileSync(process.argv.at(-1) ?? '', `${typed.replace('\r', '')}\n`);
  process.stdin.setRawMode(false);
  process.exit(0);
});
