import { Chalk, type ChalkInstance } from 'chalk';
import type { ColorLevel } from '../terminal/capabilities.ts';

/** What a piece of text means; a theme says how that looks. */
export const roles = [
  'plain',
  'muted',
  'strong',
  'title',
  'selected',
  'selection',
  'caret',
  'key',
  'breach',
  'warning',
  'promise',
  'public',
  'internal',
  'good',
  'match',
  'code',
  'demo',
] as const;
export type Role = (typeof roles)[number];

export type ThemeName = 'default' | 'light' | 'dark' | 'mono';

export type Paint = (text: string) => string;

/** How each role looks. `mono` and a terminal without colours keep weight and inversion only. */
export type Theme = Readonly<Record<Role, Paint>>;

/** Makes a theme. The default uses the terminal's own sixteen colours, so its palette rules. */
export function createTheme(name: ThemeName, level: ColorLevel): Theme {
  if (level === 0) return bare(new Chalk({ level: 1 }));
  const c = new Chalk({ level });
  if (name === 'mono') return bare(c);
  const base = bare(c);
  const tones = {
    default: {
      breach: c.red.bold,
      warning: c.yellow,
      promise: c.magenta,
      public: c.cyan,
      good: c.green,
      match: c.yellow.bold,
      code: c.cyan,
      demo: c.blue,
    },
    light: {
      breach: c.hex('#a40000').bold,
      warning: c.hex('#7a4b00'),
      promise: c.hex('#6b1f8a'),
      public: c.hex('#00568a'),
      good: c.hex('#1b6e2c'),
      match: c.hex('#7a4b00').bold,
      code: c.hex('#00568a'),
      demo: c.hex('#3b4fa0'),
    },
    dark: {
      breach: c.hex('#ff7b72').bold,
      warning: c.hex('#e3b341'),
      promise: c.hex('#d2a8ff'),
      public: c.hex('#79c0ff'),
      good: c.hex('#7ee787'),
      match: c.hex('#e3b341').bold,
      code: c.hex('#a5d6ff'),
      demo: c.hex('#9eb1ff'),
    },
  } as const;
  return { ...base, ...tones[name] };
}

/** Weight, inversion and underline only: what a terminal without colours can still show. */
function bare(c: ChalkInstance): Theme {
  return {
    plain: (text) => text,
    muted: c.dim,
    strong: c.bold,
    title: c.bold,
    selected: c.inverse,
    selection: c.inverse,
    // The terminal's own cursor stands there: inverse, the two would cancel each other out.
    caret: c.underline,
    key: c.bold,
    breach: c.bold,
    warning: c.bold,
    promise: (text) => text,
    public: (text) => text,
    internal: c.dim,
    good: (text) => text,
    match: c.underline,
    code: (text) => text,
    demo: c.dim,
  };
}
