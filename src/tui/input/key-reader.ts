import { StringDecoder } from 'node:string_decoder';
import { graphemes } from '../../util/text-width.ts';
import { readToken } from './input-token.ts';
import { charKey, type KeyEvent, namedKey } from './key.ts';
import { tokenKey } from './token-key.ts';

/** Timers of the reader, injectable for tests. */
export type ReaderTimers = {
  readonly set: (run: () => void, delayMs: number) => unknown;
  readonly clear: (timer: unknown) => void;
};

export type KeyReaderOptions = {
  /** How long a lone ESC waits for the rest of a sequence (50 ms; more over a slow line). */
  readonly escapeDelayMs: number;
  readonly onEvent: (event: KeyEvent) => void;
  /** Gets what is neither key nor text: answers of the terminal, mouse, F-keys, torn sequences. */
  readonly onAnswer?: (sequence: string) => void;
  /** A paste whose end never comes is closed after so long a silence (3 s). */
  readonly pasteTimeoutMs?: number;
  /** A longer paste is delivered in pieces of about this size (4,000,000 units). */
  readonly pasteLimit?: number;
  readonly timers?: ReaderTimers;
};

export type KeyReader = {
  /** Takes one read of raw input; sequences and letters may be split anywhere. */
  readonly push: (chunk: Uint8Array | string) => void;
  /** Forgets what is unfinished, before the terminal is lent to another program. */
  readonly reset: () => void;
};

const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';
const ANSWER_TIMEOUT_MS = 1000;

const nodeTimers: ReaderTimers = {
  set: (run, delayMs) => setTimeout(run, delayMs),
  // Only what `set` returned comes here.
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

class Reader implements KeyReader {
  readonly #options: Required<KeyReaderOptions>;
  #decoder = new StringDecoder('utf8');
  #pending = '';
  #isPasting = false;
  /** What of the paste has come, without the last units that may be the beginning of its end. */
  #pasted: string[] = [];
  #timer: unknown = null;

  constructor(options: Required<KeyReaderOptions>) {
    this.#options = options;
  }

  push = (chunk: Uint8Array | string): void => {
    this.#stopTimer();
    this.#pending += typeof chunk === 'string' ? chunk : this.#decoder.write(Buffer.from(chunk));
    this.#claimLatePaste();
    this.#drain();
  };

  reset = (): void => {
    this.#stopTimer();
    this.#decoder = new StringDecoder('utf8');
    this.#pending = '';
    this.#isPasting = false;
    this.#pasted = [];
  };

  /** An end without a start belongs to a paste whose start was lost or timed out: still a paste. */
  #claimLatePaste(): void {
    if (this.#isPasting) return;
    const end = this.#pending.indexOf(PASTE_END);
    const start = this.#pending.indexOf(PASTE_START);
    if (end >= 0 && (start < 0 || end < start)) this.#isPasting = true;
  }

  #drain(): void {
    while (this.#pending !== '') {
      if (!(this.#isPasting ? this.#readPaste() : this.#readKeys())) return;
    }
  }

  /** Reads up to the end mark; false when it has not come yet. */
  #readPaste(): boolean {
    const { pasteLimit, pasteTimeoutMs } = this.#options;
    const end = this.#pending.indexOf(PASTE_END);
    if (end >= 0) {
      this.#isPasting = false;
      this.#pasted.push(this.#take(end));
      this.#emitPaste();
      this.#take(PASTE_END.length);
      return true;
    }
    // The end mark itself may be torn, so its possible beginning stays. What is set aside is not
    // searched again: a long paste comes in hundreds of reads.
    this.#pasted.push(this.#take(Math.max(0, this.#pending.length - PASTE_END.length)));
    const length = this.#pasted.reduce((sum, part) => sum + part.length, 0);
    if (length >= pasteLimit) this.#emitPaste();
    this.#startTimer(pasteTimeoutMs, () => {
      this.#isPasting = false;
      this.#pasted.push(this.#take(this.#pending.length));
      this.#emitPaste();
    });
    return false;
  }

  /** Reads one token; false when it is unfinished. */
  #readKeys(): boolean {
    const token = readToken(this.#pending);
    if (token.kind === 'incomplete') {
      const isEscape = token.wait === 'escape';
      this.#startTimer(isEscape ? this.#options.escapeDelayMs : ANSWER_TIMEOUT_MS, () =>
        this.#flushUnfinished(isEscape),
      );
      return false;
    }
    if (token.kind === 'csi' && token.final === '~' && /^20[01]$/.test(token.params)) {
      this.#isPasting = token.params === '200';
      this.#take(token.length);
      return true;
    }
    const raw = this.#take(token.length);
    if (token.kind === 'text') {
      for (const char of graphemes(token.text)) this.#emitKey(charKey(char));
      return true;
    }
    const key = tokenKey(token);
    if (key === null) this.#options.onAnswer(raw);
    else this.#emitKey(key);
    return true;
  }

  /** Nothing more came: a lone ESC is the key, `ESC O` is Alt+O, the rest is a torn sequence. */
  #flushUnfinished(isEscape: boolean): void {
    const raw = this.#take(this.#pending.length);
    const letter = /^\u001b([O\]P_[])$/.exec(raw)?.[1];
    if (/^\u001b+$/.test(raw)) {
      for (const _ of raw) this.#emitKey(namedKey('escape'));
    } else if (isEscape && letter !== undefined) {
      this.#emitKey(charKey(letter, { alt: true }));
    } else {
      this.#options.onAnswer(raw);
    }
  }

  #emitKey(key: ReturnType<typeof charKey>): void {
    this.#options.onEvent({ type: 'key', key });
  }

  #emitPaste(): void {
    const text = this.#pasted.join('').replace(/\r\n?/g, '\n');
    this.#pasted = [];
    if (text !== '') this.#options.onEvent({ type: 'paste', text });
  }

  #take(length: number): string {
    const head = this.#pending.slice(0, length);
    this.#pending = this.#pending.slice(length);
    return head;
  }

  #startTimer(delayMs: number, run: () => void): void {
    this.#stopTimer();
    this.#timer = this.#options.timers.set(() => {
      this.#timer = null;
      run();
    }, delayMs);
  }

  #stopTimer(): void {
    if (this.#timer !== null) this.#options.timers.clear(this.#timer);
    this.#timer = null;
  }
}

/**
 * Turns raw terminal input into keys and pastes.
 *
 * Reads are cut anywhere and joined at will: `jjj` is three keys, a letter may come in two halves,
 * an arrow in three. Answers of the terminal never become keys, pasted text never becomes commands.
 */
export function createKeyReader(options: KeyReaderOptions): KeyReader {
  return new Reader({
    onAnswer: () => {},
    pasteTimeoutMs: 3000,
    pasteLimit: 4_000_000,
    timers: nodeTimers,
    ...options,
  });
}
