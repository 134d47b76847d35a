import { once } from 'node:events';
import { must } from '../util/must.ts';
import type { Keyboard } from './input/keyboard.ts';
import type { TerminalPort } from './model/ui.ts';
import type { StartOptions } from './start-tui.ts';
import { copyText } from './terminal/copy-text.ts';
import type { LastLineFilter } from './terminal/last-line-filter.ts';
import { notifySequence } from './terminal/notify.ts';
import { openOutside } from './terminal/open-outside.ts';
import {
  pageText,
  runAttached,
  runForOutput,
  runWithInput,
  startDetached,
} from './terminal/run-program.ts';
import { imageSequence } from './terminal/show-image.ts';
import { typeInWindow } from './terminal/tmux-window.ts';

/** Runs work on the ordinary screen and draws ours again afterwards. */
export type Suspend = (work: () => Promise<void>) => Promise<void>;

/** What the port is made of. The functions are asked for each time, since they change. */
export interface PortParts {
  readonly options: StartOptions;
  readonly filter: LastLineFilter;
  readonly keyboard: Keyboard;
  readonly suspend: () => Suspend;
  readonly redraw: () => void;
  readonly size: () => { columns: number; rows: number };
}

/** The terminal as the screens' actions use it. */
export function createPort(parts: PortParts): TerminalPort {
  const { options, filter } = parts;
  const { env, settings, paths } = options;
  const { platform } = process;
  const lend = <T>(work: () => Promise<T>) => lendTerminal(parts, work);
  return {
    env,
    copy: (text) =>
      copyText(text, { env, platform, write: filter.writeService, run: runWithInput }),
    edit: (text) =>
      lend(async () => {
        const { openEditor } = await import('./terminal/open-editor.ts');
        return openEditor(text, { env, platform, dir: paths.dataFolder, run: runAttached });
      }),
    page: async (text) => {
      await lend(() => pageText(env['PAGER'] || 'less', text).then(() => true));
    },
    open: (target) => openOutside(target, { env, platform, start: startDetached }),
    showImage: (bytes) => {
      const sequence = imageSequence(bytes, env, parts.size());
      if (sequence === null) return Promise.resolve(false);
      return lend(() => showUntilKey(options, sequence));
    },
    typeInWindow: (name, command) => typeInWindow(name, command, { env, run: runForOutput }),
    ring: (title, body) => {
      filter.writeService(notifySequence({ title, body }, settings.notify, env));
    },
    redraw: parts.redraw,
  };
}

async function showUntilKey({ stdin, stdout }: StartOptions, sequence: string): Promise<boolean> {
  stdout.write(sequence);
  stdin.setRawMode(true);
  stdin.resume();
  await once(stdin, 'data');
  stdin.setRawMode(false);
  return true;
}

/** Lends the terminal to another program: keys typed meanwhile are its own, not commands of ours. */
async function lendTerminal<T>(parts: PortParts, work: () => Promise<T>): Promise<T> {
  const done: T[] = [];
  parts.keyboard.pause();
  try {
    await parts.suspend()(async () => {
      done.push(await work());
    });
  } finally {
    parts.keyboard.resume();
  }
  return must(done[0], 'result of a program that had the terminal');
}
