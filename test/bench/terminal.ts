import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { nowMs, pause } from './statistics.ts';

/** What is started, and in a window of which size. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly columns: number;
  readonly rows: number;
  /** What ends it in good order; it is killed when that does not help or nothing is given. */
  readonly leaveKeys?: string;
}

/** Something the program wrote, and when it arrived: before any emulator looks at it. */
interface Chunk {
  readonly at: number;
  readonly data: string;
}

/** How the screen answered a key. */
export interface Painted {
  /** From the key to the last byte of the change, ms. */
  readonly ms: number;
  readonly bytes: number;
}

/** A frame is over when nothing has come for this long; frames follow each other more slowly. */
const QUIET_MS = 22;
const MISSED_MS = 2_000;
const LEAVE_MS = 3_000;

/** A program in a real pseudo-terminal. The clock stops when bytes arrive. */
export class Terminal {
  readonly pid: number;
  readonly startedAt: number;
  readonly #program: Program;
  readonly #pty: ReturnType<typeof spawn>;
  readonly #chunks: Chunk[] = [];
  #isOver = false;

  constructor(program: Program) {
    const { command, args, env, columns, rows } = program;
    this.#program = program;
    this.startedAt = nowMs();
    this.#pty = spawn(command, [...args], {
      name: 'xterm-256color',
      cols: columns,
      rows,
      env: { ...env, TERM: 'xterm-256color' },
    });
    this.pid = this.#pty.pid;
    this.#pty.onData((data) => this.#chunks.push({ at: nowMs(), data }));
    this.#pty.onExit(() => {
      this.#isOver = true;
    });
  }

  /** Waits until nothing has come for a while. */
  async quiet(ms: number): Promise<void> {
    let seen = -1;
    while (seen !== this.#chunks.length) {
      seen = this.#chunks.length;
      await pause(ms);
    }
  }

  /**
   * Time from the start until the screen first showed everything of `isFull`, in ms. What came is
   * replayed into an emulator afterwards, so that its work is not measured.
   */
  async firstFull(
    isFull: (screen: readonly string[]) => boolean,
    limitMs: number,
  ): Promise<number> {
    const end = this.startedAt + limitMs;
    for (;;) {
      await this.quiet(150);
      const found = await this.#replay(isFull);
      if (found !== null) return found - this.startedAt;
      if (this.#isOver || nowMs() > end) {
        throw new Error(`no full screen, only:\n${(await this.screen()).join('\n')}`);
      }
    }
  }

  /** Presses a key and waits for the end of the frame that answers it; null when none came. */
  async press(key: string): Promise<Painted | null> {
    const from = this.#chunks.length;
    const pressedAt = nowMs();
    this.#pty.write(key);
    for (;;) {
      await pause(2);
      const last = this.#chunks.at(-1);
      const now = nowMs();
      if (this.#chunks.length === from || !last) {
        if (now - pressedAt > MISSED_MS || this.#isOver) return null;
      } else if (now - last.at >= QUIET_MS) {
        return { ms: last.at - pressedAt, bytes: this.#bytes(from) };
      }
    }
  }

  /** Sends keys without waiting for what they do. */
  send(keys: string): void {
    this.#pty.write(keys);
  }

  /** When bytes arrived since a moment, in ms after it. */
  arrivalsSince(at: number): number[] {
    return this.#chunks.filter((chunk) => chunk.at >= at).map((chunk) => chunk.at - at);
  }

  bytesSince(at: number): number {
    return this.#bytes(this.#chunks.findIndex((chunk) => chunk.at >= at));
  }

  /** Rows of the screen as they are now. */
  async screen(): Promise<string[]> {
    let rows: readonly string[] = [];
    await this.#replay((screen) => {
      rows = screen;
      return false;
    });
    return [...rows];
  }

  /** Leaves the program by its own keys: after a kill it would check its store the next time. */
  async leave(): Promise<void> {
    const { leaveKeys = '' } = this.#program;
    const end = nowMs() + LEAVE_MS;
    if (!this.#isOver && leaveKeys !== '') this.#pty.write(leaveKeys);
    while (!this.#isOver && leaveKeys !== '' && nowMs() < end) await pause(2);
    if (!this.#isOver) this.#pty.kill('SIGKILL');
    while (!this.#isOver) await pause(2);
  }

  #bytes(from: number): number {
    if (from < 0) return 0;
    return this.#chunks.slice(from).reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
  }

  async #replay(isFull: (screen: readonly string[]) => boolean): Promise<number | null> {
    const { columns: cols, rows } = this.#program;
    const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 0 });
    try {
      for (const { at, data } of [...this.#chunks]) {
        await new Promise<void>((done) => emulator.write(data, done));
        if (isFull(rowsOf(emulator))) return at;
      }
      return null;
    } finally {
      emulator.dispose();
    }
  }
}

function rowsOf(emulator: xterm.Terminal): string[] {
  const { active } = emulator.buffer;
  return Array.from({ length: emulator.rows }, (_, row) => {
    return active.getLine(active.baseY + row)?.translateToString(true) ?? '';
  });
}
