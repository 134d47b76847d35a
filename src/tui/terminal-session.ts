import { once } from 'node:events';
import { writeSync } from 'node:fs';
import type { RenderOptions } from 'ink';
import { must } from '../util/must.ts';
import { toSafe } from '../util/to-safe.ts';
import type { Dispatcher } from './actions/dispatch.ts';
import type { KeyEvent } from './input/key.ts';
import { type Keyboard, openKeyboard } from './input/keyboard.ts';
import type { TerminalPort } from './model/ui.ts';
import type { UiStore } from './model/ui-store.ts';
import type { StartOptions } from './start-tui.ts';
import { capabilities } from './terminal/capabilities.ts';
import { copyText } from './terminal/copy-text.ts';
import { lastLineFilter } from './terminal/last-line-filter.ts';
import { notifySequence } from './terminal/notify.ts';
import { openEditor } from './terminal/open-editor.ts';
import { openOutside } from './terminal/open-outside.ts';
import { RESTORE_SEQUENCE } from './terminal/restore-terminal.ts';
import { pageText, runAttached, runWithInput, startDetached } from './terminal/run-program.ts';
import { imageSequence } from './terminal/show-image.ts';

/** The terminal for as long as the program runs: keys in, frames out, and the way back. */
export interface Terminal {
  readonly port: TerminalPort;
  readonly renderOptions: RenderOptions;
  size(): { columns: number; rows: number };
  /** Gives keys and window changes to the screens. */
  attach(dispatcher: Dispatcher, store: UiStore, redraw: () => void): void;
  /** Gives every key and paste to somebody else (the welcome screen) until `attach`. */
  feed(take: (event: KeyEvent) => void): void;
  /** How the renderer steps aside for another program; known once the first frame is mounted. */
  readonly onMount: (suspend: Suspend) => void;
  /** What must still happen when a signal or a crash ends the program. */
  onEmergency(work: () => void): void;
  close(): void;
  /** A line on the ordinary screen after it came back. */
  farewell(text: string): void;
}

/** Runs work on the ordinary screen and draws ours again afterwards. */
export type Suspend = (work: () => Promise<void>) => Promise<void>;

const SSH_ESCAPE_MS = 120;

/** Takes the terminal over. */
export function openTerminal(options: StartOptions): Terminal {
  const { stdin, stdout, env, settings, paths } = options;
  const filter = lastLineFilter(stdout);
  const can = capabilities(env);
  let take: (event: KeyEvent) => void = () => {};
  let redraw: () => void = () => {};
  let isClosed = false;
  let suspend: Suspend = (work) => work();
  let emergency: () => void = () => {};

  const onEvent = (event: KeyEvent) => take(event);
  const escapeDelayMs = Math.max(settings.keyboard.escapeDelayMs, can.ssh ? SSH_ESCAPE_MS : 0);
  const keyboard = openKeyboard({ stdin, write: (s) => stdout.write(s), escapeDelayMs, onEvent });
  const lend = <T>(work: () => Promise<T>) => lendTerminal(suspend, keyboard, work);
  const size = () => ({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 });

  const port: TerminalPort = {
    env,
    copy: (text) =>
      copyText(text, {
        env,
        platform: process.platform,
        write: filter.writeService,
        run: runWithInput,
      }),
    edit: (text) =>
      lend(() =>
        openEditor(text, {
          env,
          platform: process.platform,
          dir: paths.dataFolder,
          run: (command, args) => runAttached(command, args),
        }),
      ),
    page: async (text) => {
      await lend(async () => {
        await pageText(env['PAGER'] || 'less', text);
        return true;
      });
    },
    open: (target) =>
      openOutside(target, { env, platform: process.platform, start: startDetached }),
    showImage: (bytes) => {
      const sequence = imageSequence(bytes, env, size());
      if (sequence === null) return Promise.resolve(false);
      return lend(async () => {
        stdout.write(sequence);
        stdin.setRawMode(true);
        stdin.resume();
        await once(stdin, 'data');
        stdin.setRawMode(false);
        return true;
      });
    },
    ring: (title, body) => {
      filter.writeService(notifySequence({ title, body }, settings.notify, env));
    },
    redraw: () => redraw(),
  };
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    keyboard.close();
    writeSync(1, RESTORE_SEQUENCE);
  };
  const stop = (code: number) => {
    emergency();
    close();
    process.exit(code);
  };
  process.once('SIGTERM', () => stop(143));
  process.once('SIGHUP', () => stop(129));
  process.once('uncaughtException', (error) => {
    emergency();
    close();
    process.stderr.write(`${toSafe(options.reportCrash(error))}\n`);
    process.exit(70);
  });

  return {
    port,
    renderOptions: {
      stdout: filter.stdout,
      stdin,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 60,
      patchConsole: true,
      exitOnCtrlC: false,
      isScreenReaderEnabled: can.screenReader,
    },
    size,
    attach: (dispatcher, store, clear) => {
      redraw = clear;
      take = (event) =>
        event.type === 'paste' ? dispatcher.paste(event.text) : dispatcher.key(event.key);
      stdout.on('resize', () => store.set(size()));
    },
    feed: (next) => {
      take = next;
    },
    onMount: (next) => {
      suspend = next;
    },
    onEmergency: (work) => {
      emergency = work;
    },
    close,
    farewell: (text) => void stdout.write(`${toSafe(text)}\n`),
  };
}

/** Lends the terminal to another program: keys typed meanwhile are its own, not commands of ours. */
async function lendTerminal<T>(
  suspend: Suspend,
  keyboard: Keyboard,
  work: () => Promise<T>,
): Promise<T> {
  const done: T[] = [];
  keyboard.pause();
  try {
    await suspend(async () => {
      done.push(await work());
    });
  } finally {
    keyboard.resume();
  }
  return must(done[0], 'result of a program that had the terminal');
}
