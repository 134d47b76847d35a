/** Environment variables, passed in so that every decision can be tested by a table. */
export type Env = Readonly<Record<string, string | undefined>>;

export type ColorLevel = 0 | 1 | 2 | 3;

export type Capabilities = {
  /** 0 none, 1 sixteen colours, 2 two hundred and fifty-six, 3 true colour. */
  readonly colorLevel: ColorLevel;
  /** False: glyphs beyond ASCII and letters need their ASCII twins. */
  readonly unicode: boolean;
  readonly tmux: boolean;
  readonly ssh: boolean;
  readonly hyperlinks: boolean;
  readonly images: 'kitty' | 'iterm2' | 'none';
  readonly notify: 'osc9' | 'osc777' | 'bell';
  readonly screenReader: boolean;
  /** The engineer asked for no moving parts. */
  readonly reducedMotion: boolean;
};

type TerminalName =
  | 'kitty'
  | 'ghostty'
  | 'iterm2'
  | 'wezterm'
  | 'vscode'
  | 'apple'
  | 'windows'
  | 'vte'
  | 'konsole'
  | 'alacritty'
  | 'foot'
  | 'other';

const BY_PROGRAM: Readonly<Record<string, TerminalName>> = {
  'iTerm.app': 'iterm2',
  WezTerm: 'wezterm',
  vscode: 'vscode',
  Apple_Terminal: 'apple',
  ghostty: 'ghostty',
};
const WITHOUT_LINKS: ReadonlySet<TerminalName> = new Set(['apple', 'other']);
const WITH_BELL_ONLY: ReadonlySet<TerminalName> = new Set([
  'alacritty',
  'apple',
  'vscode',
  'windows',
  'konsole',
]);
/** VTE got links in 0.50. */
const VTE_WITH_LINKS = 5000;

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Works behind a login over the network. */
export function isSsh(env: Env): boolean {
  return isSet(env['SSH_TTY']) || isSet(env['SSH_CONNECTION']);
}

/** Works inside tmux, which answers for the terminal around it. */
export function isTmux(env: Env): boolean {
  return isSet(env['TMUX']);
}

function terminalName(env: Env): TerminalName {
  const program = BY_PROGRAM[env['TERM_PROGRAM'] ?? ''];
  if (program !== undefined) return program;
  const term = env['TERM'] ?? '';
  if (isSet(env['KITTY_WINDOW_ID']) || term === 'xterm-kitty') return 'kitty';
  if (term === 'xterm-ghostty') return 'ghostty';
  if (isSet(env['WT_SESSION'])) return 'windows';
  if (isSet(env['KONSOLE_VERSION'])) return 'konsole';
  if (Number(env['VTE_VERSION'] ?? 0) >= VTE_WITH_LINKS) return 'vte';
  if (term.startsWith('alacritty')) return 'alacritty';
  return term.startsWith('foot') ? 'foot' : 'other';
}

function forcedColorLevel(force: string): ColorLevel {
  if (force === '' || force === 'true') return 1;
  if (force === 'false') return 0;
  const level = Number.parseInt(force, 10);
  return level >= 3 ? 3 : level === 2 ? 2 : level === 1 ? 1 : 0;
}

/** FORCE_COLOR is the more particular wish, so it wins over NO_COLOR, as in Node itself. */
function colorLevel(env: Env): ColorLevel {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return forcedColorLevel(force);
  const term = env['TERM'] ?? '';
  if (isSet(env['NO_COLOR']) || term === 'dumb') return 0;
  if (/^(truecolor|24bit)$/.test(env['COLORTERM'] ?? '') || isSet(env['WT_SESSION'])) return 3;
  if (/-256(color)?$/.test(term)) return 2;
  return term === '' ? 0 : 1;
}

function hasUnicode(env: Env): boolean {
  const term = env['TERM'] ?? '';
  // The Linux console has 512 glyphs; Cyrillic and lines are among them, our signs are not.
  if (term === 'linux' || term === 'dumb') return false;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(isSet);
  return locale === undefined || /utf-?8/i.test(locale);
}

/** tmux passes links on since 3.4 and says its version in TERM_PROGRAM_VERSION. */
function hasTmuxLinks(env: Env): boolean {
  const [major = 0, minor = 0] = (env['TERM_PROGRAM_VERSION'] ?? '')
    .split('.')
    .map(Number.parseFloat);
  return env['TERM_PROGRAM'] === 'tmux' && (major > 3 || (major === 3 && minor >= 4));
}

function imageProtocol(name: TerminalName): Capabilities['images'] {
  if (name === 'kitty' || name === 'ghostty') return 'kitty';
  return name === 'iterm2' || name === 'wezterm' ? 'iterm2' : 'none';
}

/** What the terminal can do, by its environment alone: nothing is asked of the terminal. */
export function capabilities(env: Env): Capabilities {
  const tmux = isTmux(env);
  // Inside tmux the variables of the outer terminal leak in and say nothing about what works.
  const name = tmux ? 'other' : terminalName(env);
  const screenReader = env['INK_SCREEN_READER'] === 'true';
  const links = tmux ? hasTmuxLinks(env) : !WITHOUT_LINKS.has(name);
  return {
    colorLevel: colorLevel(env),
    unicode: hasUnicode(env),
    tmux,
    ssh: isSsh(env),
    hyperlinks: links && !screenReader && env['TERM'] !== 'dumb',
    images: screenReader ? 'none' : imageProtocol(name),
    notify: name === 'iterm2' ? 'osc9' : WITH_BELL_ONLY.has(name) ? 'bell' : 'osc777',
    screenReader,
    reducedMotion: isSet(env['NO_MOTION']) || screenReader,
  };
}
