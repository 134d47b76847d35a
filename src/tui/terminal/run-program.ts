import { spawn } from 'node:child_process';

/** Runs a program on this terminal and waits for it; 127 when it cannot be started. */
export function runAttached(command: string, args: readonly string[]): Promise<{ code: number }> {
  return new Promise((done) => {
    const child = spawn(command, [...args], { stdio: 'inherit' });
    child.on('error', () => done({ code: 127 }));
    child.on('exit', (code) => done({ code: code ?? 1 }));
  });
}

/** Runs a program that reads `input`; its own output is thrown away. */
export function runWithInput(
  command: string,
  args: readonly string[],
  input: string | Uint8Array,
): Promise<{ code: number }> {
  return new Promise((done) => {
    const child = spawn(command, [...args], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.on('error', () => done({ code: 127 }));
    child.on('exit', (code) => done({ code: code ?? 1 }));
    child.stdin.on('error', () => done({ code: 1 }));
    child.stdin.end(input);
  });
}

/** Runs a program and gives what it wrote; 127 when it cannot be started. */
export function runForOutput(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((done) => {
    const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => done({ code: 127, output: '' }));
    child.on('close', (code) => {
      done({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}

/** Starts a program of its own and does not wait; rejects when it cannot be started. */
export function startDetached(command: string, args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, [...args], { stdio: 'ignore', detached: true });
    child.on('error', failed);
    child.on('spawn', () => {
      child.unref();
      done();
    });
  });
}

/** Shows a text in a pager on this terminal. The pager is the person's own command line. */
export function pageText(pager: string, text: string): Promise<void> {
  return new Promise((done) => {
    const child = spawn(pager, { stdio: ['pipe', 'inherit', 'inherit'], shell: true });
    child.on('error', () => done());
    child.on('exit', () => done());
    child.stdin.on('error', () => done());
    child.stdin.end(text);
  });
}
