/** One line of the log. Never a token, a code, a text of a person or a query: only what is listed. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly method?: string;
  /** The pattern of the route: what was asked for may say more than a log should. */
  readonly route?: string;
  readonly status?: number;
  readonly code?: string;
  readonly ms?: number;
  readonly address?: string;
  readonly deviceId?: string;
  readonly url?: string;
  readonly count?: number;
  /** Where our own mistake was made. */
  readonly stack?: string;
}

/** Takes the lines of the log. */
export type LogSink = (line: LogLine) => void;

/** A log of one JSON object a line. */
export function createLog(now: () => number, write: (line: string) => void): LogSink {
  return (line) => write(`${JSON.stringify({ time: new Date(now()).toISOString(), ...line })}\n`);
}

/** The frames of a failure without its message, which may quote what somebody wrote. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join('\n');
}
