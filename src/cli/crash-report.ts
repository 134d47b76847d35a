import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes what we need to mend our own mistake into a private file; returns its path. */
export function writeCrashReport(error: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'smena-report-'));
  const path = join(folder, 'report.txt');
  const stack =
    error instanceof Error ? `${error.stack}\ncause: ${String(error.cause)}` : String(error);
  // Arguments may hold a customer's text, so only the command's name is written down.
  writeFileSync(
    path,
    `node ${process.version} ${process.platform}\ncommand ${process.argv[2]}\n${stack}\n`,
    {
      mode: 0o600,
    },
  );
  return path;
}
