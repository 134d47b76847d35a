/** What a stream in front of the terminal let through and what it kept back. */
export type LastLineFilter = {
  /** Stands in for the terminal's stdout: same size, same events, a guarded `write`. */
  readonly stdout: NodeJS.WriteStream;
  /** How many sequences and controls were kept back since the start. */
  readonly stopped: () => number;
  /**
   * The only way for sequences that act outside the screen: clipboard, notification, bell. False,
   * and nothing is written, when it is none of these.
   */
  readonly writeService: (sequence: string) => boolean;
  /** The terminal belongs to others from now on: whatever the renderer still writes is dropped. */
  readonly shut: () => void;
};

type WriteCallback = (error?: Error | null) => void;

const SAFE_TEXT = '[^\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]{0,400}';
const CSI_OF_RENDERER = '\\[(?:[\\d;:]*m|[\\d;]*[A-HJKdf]|\\?(?:2026|1049|25|2004)[hl])';
const TITLE = `\\][02];${SAFE_TEXT}(?:\\u0007|\\u001b\\\\)`;

/** Skips what is allowed and finds what is not: one pass without backtracking over a frame. */
const FORBIDDEN = new RegExp(
  `\\u001b(?!${CSI_OF_RENDERER}|${TITLE})|[\\u0000-\\u0006\\u0008\\u0009\\u000b\\u000c` +
    '\\u000e-\\u001a\\u001c-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]',
);
const BEL_OR_STRING_END = '(?:\\u0007|\\u001b\\\\|\\u009c)';

/**
 * A frame cut into allowed sequences, forbidden ones with their payload, and single controls. A
 * string without an end loses only its introducer, so that no text disappears with it.
 */
const PIECES = new RegExp(
  `(\\u001b(?:${CSI_OF_RENDERER}|${TITLE}))|` +
    `\\u001b[\\]PX^_][^\\u0007\\u001b\\u009c]*${BEL_OR_STRING_END}|` +
    `[\\u0090\\u0098\\u009d-\\u009f][^\\u0007\\u001b\\u009c]*${BEL_OR_STRING_END}|` +
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?|\\u001b[ -/]*[0-Z\\\\^-~]?|' +
    '[\\u0000-\\u0009\\u000b\\u000c\\u000e-\\u001a\\u001c-\\u001f\\u007f-\\u009f' +
    '\\u202a-\\u202e\\u2066-\\u2069]',
  'g',
);

const OSC52 = '\\]52;c;[A-Za-z0-9+/=]*';
const TOAST = `\\](?:9|777);${SAFE_TEXT}${SAFE_TEXT}`;
const PLAIN_SERVICE = `\\u001b(?:${OSC52}|${TOAST})\\u0007`;
const TMUX_SERVICE = `\\u001bPtmux;\\u001b\\u001b(?:${OSC52}|${TOAST})\\u0007\\u001b\\\\`;
const SCREEN_SERVICE = /^(?:\u001bP.{1,500}?\u001b\\)+$/s;
const SERVICE = new RegExp(`^(?:${PLAIN_SERVICE}|${TMUX_SERVICE})?\\u0007?$`);

function isService(sequence: string): boolean {
  if (SERVICE.test(sequence)) return true;
  if (!SCREEN_SERVICE.test(sequence)) return false;
  const inner = sequence.replaceAll(/\u001bP(.{1,500}?)\u001b\\/gs, '$1');
  return SERVICE.test(inner);
}

/** Removes what is not the renderer's grammar; `onStop` is told of every piece. */
export function filterFrame(frame: string, onStop: () => void): string {
  // A bell is only the end of a title, so a frame with one takes the careful way.
  if (!FORBIDDEN.test(frame) && !frame.includes('\u0007')) return frame;
  return frame.replace(PIECES, (_piece, allowed: string | undefined) => {
    if (allowed !== undefined) return allowed;
    onStop();
    return '';
  });
}

/**
 * Puts a last guard between the renderer and the terminal (rule T8): SGR, cursor moves, erasing,
 * the modes 2026, 1049, 25 and 2004 and window titles pass, anything else is kept back and counted.
 */
export function lastLineFilter(stdout: NodeJS.WriteStream): LastLineFilter {
  let stopped = 0;
  let isShut = false;
  const onStop = (): void => {
    stopped += 1;
  };
  const write = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | WriteCallback,
    callback?: WriteCallback,
  ): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    const done = typeof encoding === 'function' ? encoding : callback;
    if (isShut) {
      done?.();
      return true;
    }
    return stdout.write(filterFrame(text, onStop), done);
  };
  const guarded = new Proxy(stdout, {
    get(target, property) {
      if (property === 'write') return write;
      const value: unknown = Reflect.get(target, property, target);
      // Streams keep their state in private fields: methods must run on the stream itself.
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    stdout: guarded,
    stopped: () => stopped,
    shut: () => {
      isShut = true;
    },
    writeService(sequence) {
      if (!isService(sequence)) return false;
      stdout.write(sequence);
      return true;
    },
  };
}
