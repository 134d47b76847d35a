import { writeSync } from 'node:fs';
import type { RenderOptions } from 'ink';
import { toSafe } from '../util/to-safe.ts';
import type { Dispatcher } from './actions/dispatch.ts';
import type { KeyEvent } from './input/key.ts';
import { type Keyboard, openKeyboard } from './input/keyboard.ts';
import type { TerminalPort } from './model/ui.ts';
import type { StartOptions } from './start-tui.ts';
import { capabilities } from './terminal/capabilities.ts';
import { type LastLineFilter, lastLineFilter } from './terminal/last-line-filter.ts';
import { RESTORE_SEQUENCE } from './terminal/restore-terminal.ts';
import { createPort, type Suspend } from './terminal-port.ts';

const SSH_ESCAPE_MS = 120;
const STANDARD_OUTPUT = 1;

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The terminal for as long as the program runs: keys in, frames out, and the way back. */
export class Terminal {
  readonly port: TerminalPort;
  readonly #options: StartOptions;
  readonly #filter: LastLineFilter;
  readonly #keyboard: Keyboard;
  #take: (event: KeyEvent) => void = () => {};
  #fit: () => void = () => {};
  #redraw: () => void = () => {};
  #suspend: Suspend = (work) => work();
  #emergency: () => void = () => {};
  #isClosed = false;

  /** Takes the terminal over. */
  constructor(options: StartOptions) {
    const { stdin, stdout, env, settings } = options;
    this.#options = options;
    this.#filter = lastLineFilter(stdout);
    const slowest = capabilities(env).ssh ? SSH_ESCAPE_MS : 0;
    this.#keyboard = openKeyboard({
      stdin,
      write: (sequence) => stdout.write(sequence),
      escapeDelayMs: Math.max(settings.keyboard.escapeDelayMs, slowest),
      onEvent: (event) => this.#take(event),
    });
    this.port = createPort({
      options,
      filter: this.#filter,
      keyboard: this.#keyboard,
      suspend: () => this.#suspend,
      redraw: () => this.#redraw(),
      size: this.size,
    });
    stdout.on('resize', () => this.#fit());
    process.once('SIGTERM', () => this.#stop(143));
    process.once('SIGHUP', () => this.#stop(129));
    process.once('uncaughtException', (error) => this.#crash(error));
  }

  readonly size = (): Size => {
    const { columns = 80, rows = 24 } = this.#options.stdout;
    return { columns, rows };
  };

  get renderOptions(): RenderOptions {
    const { screenReader } = capabilities(this.#options.env);
    return {
      stdout: this.#filter.stdout,
      stdin: this.#options.stdin,
      alternateScreen: !screenReader,
      incrementalRendering: true,
      maxFps: 60,
      patchConsole: true,
      exitOnCtrlC: false,
      isScreenReaderEnabled: screenReader,
    };
  }

  /** Gives keys and window changes to the screens; to others when it is called again. */
  attach(dispatcher: Dispatcher, fit: (size: Size) => void, redraw: () => void): void {
    this.#redraw = redraw;
    this.#fit = () => fit(this.size());
    this.#take = (event) =>
      event.type === 'paste' ? dispatcher.paste(event.text) : dispatcher.key(event.key);
  }

  /** Gives every key and paste to somebody else (the welcome screen) until `attach`. */
  feed(take: (event: KeyEvent) => void): void {
    this.#take = take;
  }

  /** Learns how the renderer steps aside for another program; known once a frame is mounted. */
  readonly onMount = (suspend: Suspend): void => {
    this.#suspend = suspend;
  };

  /** What must still happen when a signal or a crash ends the program. */
  onEmergency(work: () => void): void {
    this.#emergency = work;
  }

  /** Gives the terminal back, whatever state it is in. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#keyboard.close();
    // A renderer that is ended by a signal would draw its last frame once more, on the other screen.
    this.#filter.shut();
    try {
      writeSync(STANDARD_OUTPUT, RESTORE_SEQUENCE);
    } catch {
      // The terminal itself is gone (a closed window): there is nothing left to restore.
    }
  }

  /** A line on the ordinary screen after it came back. */
  farewell(text: string): void {
    this.#options.stdout.write(`${toSafe(text)}\n`);
  }

  #stop(code: number): void {
    try {
      this.#emergency();
    } finally {
      this.close();
      process.exit(code);
    }
  }

  #crash(error: unknown): void {
    try {
      this.#emergency();
    } finally {
      this.close();
      process.stderr.write(`${toSafe(this.#options.reportCrash(error))}\n`);
      process.exit(70);
    }
  }
}
