import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { closeDesk } from '../app/desk/close-desk.ts';
import type { Desk } from '../app/desk/desk.ts';
import { type OpenDeskOptions, openDesk } from '../app/desk/open-desk.ts';
import { type Paths, resolvePaths } from '../config/paths.ts';
import { readSettings } from '../config/read-settings.ts';
import { defaultSettings, type Settings } from '../config/settings.ts';
import type { Language } from '../domain/vocabulary.ts';
import { type Clock, fixedClock, systemClock } from '../util/clock.ts';
import { uuidv7 } from '../util/id.ts';
import { type CliTexts, loadCliTexts } from './cli-texts.ts';
import type { GlobalOptions } from './global-options.ts';
import { createOutput, type Output, type Sink } from './output.ts';
import { tellMigration } from './tell-migration.ts';
import { isDate } from './typed-instant.ts';
import { UsageError } from './usage-error.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** What a process gives to a command. Tests bring their own. */
export interface Io {
  readonly env: Env;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
}

/** What a command works with. The desk is opened on first use, so `config path` needs no store. */
export interface Session {
  readonly version: string;
  readonly options: GlobalOptions;
  readonly io: Io;
  readonly paths: Paths;
  /** Throws a UserError when the configuration file is not JSON. */
  readonly settings: Settings;
  readonly language: Language;
  readonly clock: Clock;
  readonly output: Output;
  /** The words of the person's language. */
  texts(): Promise<CliTexts>;
  /** `isMending`: although its pack cannot be read, to put another one in force. */
  desk(how?: { readonly isMending: boolean }): Promise<Desk>;
  /** Some part of the work did not succeed: exit code 1 although nothing was thrown. */
  fail(): void;
  failed(): boolean;
  /** A rule of the desk forbids what was looked at: exit code 3 although nothing was thrown. */
  forbid(): void;
  forbidden(): boolean;
  /** Remembers a text that was given, so that a failure gives it back. */
  keepText(text: string): void;
  /** The text that was given and has not been written yet; null when there is none. */
  keptText(): string | null;
  close(): void;
}

/** Reads the surroundings of one command. Throws UsageErrors. */
export function openSession(options: GlobalOptions, io: Io, version: string): Session {
  const paths = resolvePaths(io.env, packageRoot(), options.dataDir);
  const read = readOrFail(paths.config);
  const language = chooseLanguage(options.lang, read.ok ? read.settings : defaultSettings, io.env);
  const clock = clockOf(options.now);
  const settings = () => {
    if (!read.ok) throw read.problem;
    return read.settings;
  };
  const texts = () => loadCliTexts(language);
  const output = outputOf(options, io);
  const opener = deskOpener(async () => {
    await tellMigration({ paths, output, texts });
    const seat = { ...seatOf(options.as ?? settings().person), isAsked: options.as !== undefined };
    return { paths, settings: settings(), language, clock, makeId: uuidv7, seat };
  });
  return {
    version,
    options,
    io,
    paths,
    get settings() {
      return settings();
    },
    language,
    clock,
    output,
    texts,
    ...opener,
    ...createMemory(),
  };
}

function outputOf(options: GlobalOptions, io: Io): Output {
  return createOutput({
    isJson: options.json === true,
    isPlain: options.plain === true,
    isQuiet: options.quiet === true,
    hasColor: options.color !== false && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb',
    sinks: io,
  });
}

/** Opens the desk when it is first asked for, and closes what was opened. */
function deskOpener(orderOf: () => Promise<OpenDeskOptions>): Pick<Session, 'desk' | 'close'> {
  let opening: Promise<Desk> | null = null;
  let opened: Desk | null = null;
  const open = async (isMending: boolean) => {
    opened = await openDesk({ ...(await orderOf()), isMending });
    return opened;
  };
  return {
    desk: ({ isMending } = { isMending: false }) => {
      opening ??= open(isMending);
      return opening;
    },
    close: () => opened && closeDesk(opened),
  };
}

/** What a command leaves for the end of the call: a text not stored yet, a part that failed. */
function createMemory(): Pick<
  Session,
  'fail' | 'failed' | 'forbid' | 'forbidden' | 'keepText' | 'keptText'
> {
  let kept: string | null = null;
  let hasFailed = false;
  let isForbidden = false;
  return {
    forbid: () => {
      isForbidden = true;
    },
    forbidden: () => isForbidden,
    fail: () => {
      hasFailed = true;
    },
    failed: () => hasFailed,
    keepText: (text) => {
      kept = text;
    },
    keptText: () => kept,
  };
}

/** A broken file must not stop `config edit`; it is reported where the settings are needed. */
function readOrFail(path: string) {
  try {
    return { ok: true, settings: readSettings(path).settings } as const;
  } catch (problem) {
    return { ok: false, problem } as const;
  }
}

/** Root of the package: where kb/ and templates/ stand, beside dist/ and src/. */
function packageRoot(): string {
  // The bundle lies in dist/, the sources in src/cli/.
  const isSource = import.meta.dirname.endsWith(join('src', 'cli'));
  return join(import.meta.dirname, isSource ? '../..' : '..');
}

/** Without a profile nobody is asked: the user of the system, an engineer of the second line. */
function seatOf(login: string | null | undefined) {
  const name = login?.trim() || systemUser();
  return { login: name, name, role: 'engineer', line: '2' } as const;
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without a name (containers): its folder or its number is a name too.
    return homedir().split('/').at(-1) || `user-${process.getuid?.() ?? 0}`;
  }
}

/** `--lang`, then the configuration, then the locale, then Russian. */
export function chooseLanguage(asked: string | undefined, settings: Settings, env: Env): Language {
  if (asked === 'ru' || asked === 'en') return asked;
  if (settings.language) return settings.language;
  const locale = env['LC_ALL'] || env['LANG'] || '';
  return /^en/i.test(locale) ? 'en' : 'ru';
}

function clockOf(now: string | undefined): Clock {
  if (now === undefined) return systemClock;
  const at = isDate(now) ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(at)) throw new UsageError('time-needed', { option: '--now', value: now });
  return fixedClock(at);
}
