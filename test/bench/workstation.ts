import type { Bench } from './bench.ts';
import { Terminal } from './terminal.ts';

/** Starts the workstation of the bench's store in a pseudo-terminal. */
export function openScreen(
  bench: Bench,
  size: { readonly columns: number; readonly rows: number },
  folder: string = bench.desk,
): Terminal {
  const args = [bench.smena, '--data-dir', folder];
  return new Terminal({ command: bench.node, args, env: bench.env, leaveKeys: 'q', ...size });
}

/** Header, list, footer: the first and the last row are there, and tickets between them. */
export function isFullScreen(screen: readonly string[]): boolean {
  const tickets = screen.filter((row) => /\bSM-\d+\b/.test(row));
  return Boolean(screen[0]?.trim()) && Boolean(screen.at(-1)?.trim()) && tickets.length > 3;
}
