import { escapeForTerminal, toSafe } from '../util/to-safe.ts';

/** Where a command writes to. A terminal is a stream with `isTTY`. */
export interface Sink {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  /** Nobody reads any more. */
  readonly isClosed?: boolean | undefined;
}

/** Colours by role; without colour they give the text back. */
export interface Paint {
  strong(text: string): string;
  dim(text: string): string;
  alarm(text: string): string;
  notice(text: string): string;
}

/** The two streams of a command: data goes out, talk goes to the side. Nothing else writes. */
export interface Output {
  readonly isJson: boolean;
  readonly isPlain: boolean;
  readonly isTerminal: boolean;
  readonly paint: Paint;
  /** Width of the terminal; Infinity where nothing has to be cut. */
  readonly columns: number;
  /** The reader has gone (`… | head`): more output would be work for nobody. */
  isClosed(): boolean;
  /** One JSON document on standard output. */
  json(value: unknown): void;
  /** Lines of data for people. The text is made safe here; its own line breaks stay. */
  line(text: string): void;
  /** One row of a list: a line break in the data stays visible and makes no row of its own. */
  row(text: string): void;
  /** Lines that are ours and already coloured; parts of data in them were made safe before. */
  styled(text: string): void;
  /** Bytes as they are, for files and pipes: never for a terminal. */
  bytes(bytes: Uint8Array): void;
  /** A remark beside the data; silent with --quiet, and with --json, where only JSON is printed. */
  talk(text: string): void;
  /** A problem: always said. */
  problem(text: string): void;
  /** A problem as one JSON document on standard error. */
  problemJson(value: unknown): void;
  /** A text that could not be stored, whole and on standard error: nothing typed is lost. */
  giveBack(text: string): void;
}

export interface OutputOptions {
  readonly isJson: boolean;
  readonly isPlain: boolean;
  readonly isQuiet: boolean;
  readonly hasColor: boolean;
  /** Looked at when something is written: opening a stream costs time. */
  readonly sinks: { readonly stdout: Sink; readonly stderr: Sink };
}

/** Opens the streams of one command. */
export function createOutput(options: OutputOptions): Output {
  const { isJson, isPlain, isQuiet, sinks } = options;
  const { stdout } = sinks;
  const isTerminal = stdout.isTTY === true;
  const say = (text: string) => void sinks.stderr.write(`${shown(text, true)}\n`);
  return {
    isJson,
    isPlain,
    isTerminal,
    paint: paintOf(options.hasColor && !isPlain && isTerminal),
    columns: isTerminal ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
    isClosed: () => stdout.isClosed === true,
    json: (value) => void stdout.write(`${jsonText(value, isTerminal)}\n`),
    // Only a screen is hurt by an endless line; a file gets all of it.
    line: (text) => void stdout.write(`${shown(text, isTerminal)}\n`),
    row: (text) => void stdout.write(`${toSafe(text, isTerminal ? {} : { maxLine: Infinity })}\n`),
    styled: (text) => void stdout.write(`${text}\n`),
    bytes: (bytes) => void stdout.write(bytes),
    talk: (text) => {
      if (!isQuiet && !isJson) say(text);
    },
    problem: say,
    giveBack: (text) => void sinks.stderr.write(`${shown(text, false)}\n`),
    problemJson: (value) =>
      void sinks.stderr.write(`${jsonText(value, sinks.stderr.isTTY === true)}\n`),
  };
}

function shown(text: string, isCut: boolean): string {
  return toSafe(text, isCut ? { multiline: true } : { multiline: true, maxLine: Infinity });
}

/** A terminal gets every dangerous character as an escape; a program gets one line. */
function jsonText(value: unknown, isTerminal: boolean): string {
  return isTerminal ? escapeForTerminal(JSON.stringify(value, null, 2)) : JSON.stringify(value);
}

function paintOf(hasColor: boolean): Paint {
  const wrap = (on: number, off: number) => (text: string) =>
    hasColor ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    strong: wrap(1, 22),
    dim: wrap(2, 22),
    alarm: wrap(31, 39),
    notice: wrap(33, 39),
  };
}
