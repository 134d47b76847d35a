import { type Env, isTmux } from './capabilities.ts';

/** What came of it: typed, or there is no tmux round us, or tmux did not do it. */
export type TypedInWindow = 'typed' | 'no-tmux' | 'failed';

export interface TmuxTools {
  readonly env: Env;
  readonly run: (
    command: string,
    args: readonly string[],
  ) => Promise<{ readonly code: number; readonly output: string }>;
}

const PANE = /^%\d+$/;

/**
 * Opens a window of tmux with a name and types a command there, letter by letter and without Enter:
 * whoever sees it runs it.
 */
export async function typeInWindow(
  name: string,
  command: string,
  { env, run }: TmuxTools,
): Promise<TypedInWindow> {
  if (!isTmux(env)) return 'no-tmux';
  const opened = await run('tmux', ['new-window', '-P', '-F', '#{pane_id}', '-n', name]);
  const pane = opened.output.trim();
  if (opened.code !== 0 || !PANE.test(pane)) return 'failed';
  // An argument that ends with a semicolon would end the command of tmux itself.
  const text = command.replace(/;$/, '\\;');
  const sent = await run('tmux', ['send-keys', '-t', pane, '-l', '--', text]);
  return sent.code === 0 ? 'typed' : 'failed';
}
