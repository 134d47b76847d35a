import { spawn } from 'node:child_process';
import { splitCommand } from '../../util/split-command.ts';

/**
 * What became of one try: it left, it may leave later, or it never will. A reason is the other
 * program's own words where it said any, else a code.
 */
export type SendOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'later' | 'refused'; readonly reason: string };

/** EX_TEMPFAIL of sysexits.h: try again later. */
const TEMPORARY = 75;
const MAX_REASON = 300;
const MAX_STDERR = 16_384;

/**
 * Gives a letter to a program (`sendmail -t`, `msmtp -t`) on its standard input. No shell is
 * involved. It has `timeoutMs`, then it is stopped and asked again later.
 */
export function sendByCommand(
  command: string,
  letter: Uint8Array,
  timeoutMs: number,
): Promise<SendOutcome> {
  const [program, ...args] = splitCommand(command) ?? [];
  if (program === undefined) return Promise.resolve({ state: 'refused', reason: 'command-wrong' });
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    // Node's own `timeout` runs on after a program that could not be started, and holds the process.
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-MAX_STDERR);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const isMissing = error.code === 'ENOENT' || error.code === 'EACCES';
      const reason = isMissing ? 'command-missing' : (error.code ?? error.message);
      done({ state: isMissing ? 'refused' : 'later', reason });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done(outcomeOf(code, signal, lastLine(said)));
    });
    // A program that ends without reading everything has said why on stderr.
    child.stdin.on('error', () => undefined);
    child.stdin.end(letter);
  });
}

function outcomeOf(code: number | null, signal: string | null, said: string): SendOutcome {
  if (code === 0) return { state: 'sent' };
  if (signal !== null) return { state: 'later', reason: said || 'timed-out' };
  const reason = said || `exit ${code}`;
  return { state: code === TEMPORARY ? 'later' : 'refused', reason };
}

function lastLine(text: string): string {
  return shortReason(text.trim().split('\n').at(-1) ?? '');
}

/** Somebody else's words as one line of bounded length. */
export function shortReason(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_REASON);
}
