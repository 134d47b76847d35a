import type { InputToken } from './input-token.ts';
import { charKey, type Key, type KeyName, type Modifiers, namedKey } from './key.ts';
import { toLatinKey } from './russian-layout.ts';

type NamedKey = Exclude<KeyName, 'char'>;

const BY_LETTER: Readonly<Record<string, NamedKey>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  M: 'enter',
};
/** rxvt writes Shift and an arrow as `CSI a`, Ctrl and an arrow as `ESC O a`. */
const BY_SMALL_LETTER: Readonly<Record<string, NamedKey>> = {
  a: 'up',
  b: 'down',
  c: 'right',
  d: 'left',
};
const BY_NUMBER: Readonly<Record<string, NamedKey>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
};
const BY_CODE: Readonly<Record<number, NamedKey>> = {
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
  57414: 'enter',
  57417: 'left',
  57418: 'right',
  57419: 'up',
  57420: 'down',
  57421: 'pageup',
  57422: 'pagedown',
  57423: 'home',
  57424: 'end',
  57425: 'insert',
  57426: 'delete',
};
const KEYPAD_FIRST = 57399;
const KEYPAD_CHARS = '0123456789./*-+';
const CTRL_SYMBOLS = '\\]^_';
const RELEASE = '3';
const SUPER_OR_HYPER = 8 | 16;

/** Modifier field of xterm and kitty: 1 + bits, `:event` behind. Null: not a key press for us. */
function parseModifiers(field: string | undefined): Required<Modifiers> | null {
  const [mask, event] = (field ?? '').split(':');
  const bits = Math.max(0, Number.parseInt(mask || '1', 10) - 1);
  if (event === RELEASE || (bits & SUPER_OR_HYPER) !== 0) return null;
  return { shift: (bits & 1) !== 0, alt: (bits & (2 | 32)) !== 0, ctrl: (bits & 4) !== 0 };
}

function charOf(code: number): string | null {
  if (code >= KEYPAD_FIRST && code < KEYPAD_FIRST + KEYPAD_CHARS.length) {
    return KEYPAD_CHARS.charAt(code - KEYPAD_FIRST);
  }
  const isText = code >= 0x20 && code <= 0x10ffff && (code < 0x7f || code > 0x9f);
  const isSurrogateOrPrivate = code >= 0xd800 && code <= 0xf8ff;
  return isText && !isSurrogateOrPrivate ? String.fromCodePoint(code) : null;
}

/** kitty writes `code:shifted:base`; the base key is the one of the US layout. */
function codePointKey(codes: string, modifiers: Required<Modifiers>): Key | null {
  const [code = 0, shifted = 0, base = 0] = codes.split(':').map(Number);
  const name = BY_CODE[code];
  if (name !== undefined) return namedKey(name, modifiers);
  const char = charOf(code);
  if (char === null) return null;
  if (!modifiers.ctrl && !modifiers.alt) {
    const typed = modifiers.shift ? (charOf(shifted) ?? char.toUpperCase()) : char;
    return charKey(typed, modifiers);
  }
  // A chord is meant by its physical key when the layout is not Latin, and only then: on Dvorak
  // the base key would be a false match.
  const latin = code < 0x80 ? char : (charOf(base) ?? toLatinKey(char) ?? char);
  return charKey(modifiers.ctrl ? latin.toLowerCase() : latin, modifiers);
}

function csiKey(params: string, final: string): Key | null {
  const [first = '', second, third] = params.split(';');
  const isModifyOther = final === '~' && first === '27' && third !== undefined;
  const modifiers = parseModifiers(second);
  if (modifiers === null || /[^\d;:]/.test(params)) return null;
  if (isModifyOther) return codePointKey(third, modifiers);
  if (final === 'u') return first === '' ? null : codePointKey(first, modifiers);
  const shifted = params === '' ? BY_SMALL_LETTER[final] : undefined;
  if (shifted !== undefined) return namedKey(shifted, { shift: true });
  if (final === 'Z') return namedKey('tab', { ...modifiers, shift: true });
  // `CSI row;col R` and `CSI …M` are answers, not keys, hence no SS3 letters beyond the arrows.
  const name = final === '~' ? BY_NUMBER[first] : final === 'M' ? undefined : BY_LETTER[final];
  return name === undefined ? null : namedKey(name, modifiers);
}

function controlKey(char: string): Key | null {
  const code = char.charCodeAt(0);
  if (code === 0) return charKey(' ', { ctrl: true });
  const name = BY_CODE[code];
  if (name !== undefined) return namedKey(name);
  if (code <= 0x1a) return charKey(String.fromCharCode(code + 0x60), { ctrl: true });
  return code < 0x20 ? charKey(CTRL_SYMBOLS.charAt(code - 0x1c), { ctrl: true }) : null;
}

/** The key of a token, or null when the token is no key of ours (F-keys, answers, mouse). */
export function tokenKey(token: InputToken): Key | null {
  switch (token.kind) {
    case 'csi':
      return csiKey(token.params, token.final);
    case 'ss3': {
      const name = BY_LETTER[token.final];
      if (name !== undefined) return namedKey(name);
      const withCtrl = BY_SMALL_LETTER[token.final];
      return withCtrl === undefined ? null : namedKey(withCtrl, { ctrl: true });
    }
    case 'control':
      return controlKey(token.char);
    case 'text':
      return charKey(token.text);
    case 'alt': {
      const key = tokenKey(token.rest);
      return key === null ? null : { ...key, alt: true };
    }
    default:
      return null;
  }
}
