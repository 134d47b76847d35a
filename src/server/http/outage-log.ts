import type { LogSink } from './server-log.ts';

const EVERY_MS = 10_000;

/** Takes what the store cannot do just now. */
export type OutageLog = (error: unknown) => void;

/**
 * Tells that the store does not answer: why and how often, but only now and then. In an outage every
 * request meets it, and each has a line of its own anyway.
 */
export function createOutageLog(log: LogSink, now: () => number): OutageLog {
  let [count, toldAt] = [0, Number.NEGATIVE_INFINITY];
  return (error) => {
    count += 1;
    if (now() - toldAt < EVERY_MS) return;
    log({ level: 'warn', event: 'store-unavailable', code: codeOf(error), count });
    [count, toldAt] = [0, now()];
  };
}

/** What kind of failure it was: its words may quote more than a log should. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? 'busy' : codeOf(error.cause);
}
