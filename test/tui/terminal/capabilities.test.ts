import { expect, test } from 'vitest';
import {
  type Capabilities,
  capabilities,
  type Env,
} from '../../../src/tui/terminal/capabilities.ts';

const TABLE: readonly [string, Env, Partial<Capabilities>][] = [
  ['nothing known', {}, { colorLevel: 0, unicode: true, hyperlinks: false, images: 'none' }],
  ['plain xterm', { TERM: 'xterm' }, { colorLevel: 1, tmux: false, ssh: false }],
  ['256 colours', { TERM: 'xterm-256color' }, { colorLevel: 2 }],
  ['true colour', { TERM: 'xterm', COLORTERM: 'truecolor' }, { colorLevel: 3 }],
  ['NO_COLOR', { TERM: 'xterm-256color', NO_COLOR: '1' }, { colorLevel: 0 }],
  ['empty NO_COLOR', { TERM: 'xterm-256color', NO_COLOR: '' }, { colorLevel: 2 }],
  ['FORCE_COLOR over NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '3' }, { colorLevel: 3 }],
  ['FORCE_COLOR=0', { TERM: 'xterm-256color', FORCE_COLOR: '0' }, { colorLevel: 0 }],
  ['bare FORCE_COLOR', { FORCE_COLOR: '' }, { colorLevel: 1 }],
  ['dumb', { TERM: 'dumb', COLORTERM: 'truecolor' }, { colorLevel: 0, unicode: false }],
  ['Linux console', { TERM: 'linux', LANG: 'ru_RU.UTF-8' }, { unicode: false, hyperlinks: false }],
  ['KOI8-R', { TERM: 'xterm', LANG: 'ru_RU.KOI8-R' }, { unicode: false }],
  ['LC_ALL wins', { TERM: 'xterm', LC_ALL: 'C', LANG: 'ru_RU.UTF-8' }, { unicode: false }],
  ['kitty', { TERM: 'xterm-kitty' }, { images: 'kitty', hyperlinks: true, notify: 'osc777' }],
  ['iTerm2', { TERM_PROGRAM: 'iTerm.app' }, { images: 'iterm2', hyperlinks: true, notify: 'osc9' }],
  ['VS Code', { TERM_PROGRAM: 'vscode' }, { images: 'none', hyperlinks: true, notify: 'bell' }],
  ['Apple', { TERM_PROGRAM: 'Apple_Terminal' }, { hyperlinks: false, notify: 'bell' }],
  ['Windows Terminal', { WT_SESSION: 'x' }, { colorLevel: 3, hyperlinks: true, notify: 'bell' }],
  ['old VTE', { TERM: 'xterm', VTE_VERSION: '4200' }, { hyperlinks: false }],
  ['GNOME Terminal', { TERM: 'xterm', VTE_VERSION: '6800' }, { hyperlinks: true }],
  ['ssh', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, { ssh: true }],
  [
    'tmux in iTerm2 whose variables leak in',
    { TMUX: '/tmp/t', TERM_PROGRAM: 'iTerm.app', TERM: 'screen-256color' },
    { tmux: true, images: 'none', hyperlinks: false, notify: 'osc777' },
  ],
  [
    'new tmux',
    { TMUX: '/tmp/t', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4' },
    { hyperlinks: true },
  ],
  [
    'screen reader',
    { TERM: 'xterm-kitty', INK_SCREEN_READER: 'true' },
    { screenReader: true, hyperlinks: false, images: 'none', reducedMotion: true },
  ],
  ['no motion', { NO_MOTION: '1' }, { reducedMotion: true }],
];

test.each(TABLE)('%s', (_name, env, expected) => {
  expect(capabilities(env)).toMatchObject(expected);
});
