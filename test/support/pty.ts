import { type IPty, spawn } from '@lydell/node-pty';
import xterm, { type IBufferCell } from '@xterm/headless';

export type PtyOptions = {
  readonly command: string;
  readonly args?: readonly string[];
  readonly cols?: number;
  readonly rows?: number;
  /** The whole environment of the program; PATH and TERM are filled in when missing. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
};

export type StyledCell = {
  readonly char: string;
  readonly isBold: boolean;
  readonly isDim: boolean;
  readonly isInverse: boolean;
  /** Palette index, RGB number, or -1 for the default colour. */
  readonly color: number;
  readonly background: number;
};

export type PtySession = {
  readonly write: (keys: string) => void;
  /** Rows of the visible screen without trailing spaces. */
  readonly screen: () => string[];
  readonly text: () => string;
  readonly styledCell: (row: number, col: number) => StyledCell | null;
  readonly cursor: () => { readonly row: number; readonly col: number };
  /** True while the program shows its alternate screen. */
  readonly isAlternate: () => boolean;
  readonly waitFor: (
    expected: string | RegExp | ((screen: string[]) => boolean),
    timeoutMs?: number,
  ) => Promise<void>;
  readonly resize: (cols: number, rows: number) => void;
  readonly kill: (signal?: NodeJS.Signals) => void;
  readonly exited: Promise<{ readonly code: number; readonly signal: number }>;
  /** Bytes the program has written so far. */
  readonly bytes: () => number;
  /** Everything the program has written so far, raw. */
  readonly raw: () => string;
};

type Matcher = () => boolean;

const DEFAULT_TIMEOUT_MS = 10_000;

function visibleRows(terminal: xterm.Terminal): string[] {
  const buffer = terminal.buffer.active;
  return Array.from(
    { length: terminal.rows },
    (_, row) => buffer.getLine(buffer.baseY + row)?.translateToString(true) ?? '',
  );
}

function styleOf(cell: IBufferCell): StyledCell {
  return {
    char: cell.getChars(),
    isBold: cell.isBold() !== 0,
    isDim: cell.isDim() !== 0,
    isInverse: cell.isInverse() !== 0,
    color: cell.isFgDefault() ? -1 : cell.getFgColor(),
    background: cell.isBgDefault() ? -1 : cell.getBgColor(),
  };
}

function startProgram(options: PtyOptions, cols: number, rows: number): IPty {
  return spawn(options.command, [...(options.args ?? [])], {
    name: 'xterm-256color',
    cols,
    rows,
    cwd: options.cwd ?? process.cwd(),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '/',
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      ...options.env,
    },
  });
}

/** The program's screen and everything that happens to it. */
class Session {
  readonly terminal: xterm.Terminal;
  readonly pty: IPty;
  readonly exited: Promise<{ code: number; signal: number }>;
  output = '';
  isOver = false;
  readonly #changed = new Set<() => void>();

  constructor(options: PtyOptions) {
    const { cols = 80, rows = 24 } = options;
    this.terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 0 });
    this.pty = startProgram(options, cols, rows);
    this.pty.onData((data) => {
      this.output += data;
      this.terminal.write(data, () => this.#announce());
    });
    // Answers of the emulator (cursor position, attributes) go back like those of a real terminal.
    this.terminal.onData((answer) => this.pty.write(answer));
    this.exited = new Promise((resolve) => {
      this.pty.onExit(({ exitCode, signal }) => {
        this.isOver = true;
        // What was written last is parsed before anybody looks at the screen.
        this.terminal.write('', () => {
          this.#announce();
          resolve({ code: exitCode, signal: signal ?? 0 });
        });
      });
    });
  }

  waitUntil(matches: Matcher, wanted: string, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (error?: Error): void => {
        clearTimeout(timer);
        this.#changed.delete(check);
        if (error === undefined) resolve();
        else reject(error);
      };
      const fail = (why: string): void =>
        finish(
          new Error(`${why} ${wanted}; the screen:\n${visibleRows(this.terminal).join('\n')}`),
        );
      const check = (): void => {
        if (matches()) finish();
        else if (this.isOver) fail('the program ended before');
      };
      const timer = setTimeout(() => fail(`${timeoutMs} ms passed without`), timeoutMs);
      this.#changed.add(check);
      check();
    });
  }

  #announce(): void {
    for (const check of [...this.#changed]) check();
  }
}

function matcherOf(
  expected: string | RegExp | ((screen: string[]) => boolean),
  terminal: xterm.Terminal,
): Matcher {
  if (typeof expected === 'function') return () => expected(visibleRows(terminal));
  if (typeof expected === 'string')
    return () => visibleRows(terminal).join('\n').includes(expected);
  return () => expected.test(visibleRows(terminal).join('\n'));
}

/** Starts a program in a real pseudo-terminal with an emulated screen. */
export function startPty(options: PtyOptions): PtySession {
  const session = new Session(options);
  const { terminal, pty } = session;
  return {
    write: (keys) => pty.write(keys),
    screen: () => visibleRows(terminal),
    text: () => visibleRows(terminal).join('\n'),
    styledCell(row, col) {
      const buffer = terminal.buffer.active;
      const cell = buffer.getLine(buffer.baseY + row)?.getCell(col);
      return cell === undefined ? null : styleOf(cell);
    },
    cursor: () => ({ row: terminal.buffer.active.cursorY, col: terminal.buffer.active.cursorX }),
    isAlternate: () => terminal.buffer.active.type === 'alternate',
    waitFor: (expected, timeoutMs = DEFAULT_TIMEOUT_MS) =>
      session.waitUntil(matcherOf(expected, terminal), String(expected), timeoutMs),
    resize(cols, rows) {
      terminal.resize(cols, rows);
      pty.resize(cols, rows);
    },
    kill(signal = 'SIGTERM') {
      if (!session.isOver) pty.kill(signal);
    },
    exited: session.exited,
    bytes: () => Buffer.byteLength(session.output),
    raw: () => session.output,
  };
}
