import { describeError } from '../i18n/messages.ts';
import { UserError } from '../util/user-error.ts';
import { say, type Ui } from './model/ui.ts';

/** Does something after a while; asked again meanwhile it waits on, or from the start with `isReset`. */
export type Later = (name: string, ms: number, work: () => void, isReset?: boolean) => void;

/** What the screens do by themselves after a while, each thing under a name. */
export interface Delays {
  readonly later: Later;
  /** Whatever still waits is not done. */
  stop(): void;
}

/** Begins with nothing to wait for. */
export function startDelays(ui: Ui): Delays {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    later: (name, ms, work, isReset = false) => {
      const waiting = timers.get(name);
      if (waiting && !isReset) return;
      clearTimeout(waiting);
      const run = () => {
        timers.delete(name);
        guarded(ui, work);
      };
      timers.set(name, setTimeout(run, ms));
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** Does something that may fail. */
export function guarded(ui: Ui, work: () => void): void {
  try {
    work();
  } catch (error) {
    fail(ui, error);
  }
}

/** A failure of the store is said and the screens go on; our own mistakes end the program. */
export function fail(ui: Ui, error: unknown): void {
  if (!(error instanceof UserError)) throw error;
  say(ui, describeError(error, ui.store.get().language), 'problem');
}
