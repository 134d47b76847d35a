/** Keys by meaning; F-keys and media keys do not reach the program. */
export type KeyName =
  | 'char'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'enter'
  | 'escape'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'home'
  | 'end'
  | 'pageup'
  | 'pagedown'
  | 'insert';

export type Key = {
  readonly name: KeyName;
  /** The typed grapheme of a `char` key, in its case; empty for every other key. */
  readonly char: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

/** One thing the engineer did: pressed a key or pasted a text. */
export type KeyEvent =
  | { readonly type: 'key'; readonly key: Key }
  | { readonly type: 'paste'; readonly text: string };

export type Modifiers = {
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
};

/** A key with a name of its own. */
export function namedKey(name: Exclude<KeyName, 'char'>, modifiers: Modifiers = {}): Key {
  return { name, char: '', ctrl: false, shift: false, alt: false, ...modifiers };
}

/** A key that types a character, or would without its modifiers. */
export function charKey(char: string, modifiers: Modifiers = {}): Key {
  return { name: 'char', char, ctrl: false, shift: false, alt: false, ...modifiers };
}

/**
 * The id under which bindings know a key: `j`, `J`, `ctrl+x`, `enter`, `shift+tab`, `space`.
 *
 * Shift is part of a character already, so it is named only beside Ctrl or Alt and for named keys.
 */
export function keyId(key: Key): string {
  const isChar = key.name === 'char';
  const isChord = key.ctrl || key.alt;
  const char = key.ctrl ? key.char.toLowerCase() : key.char;
  const base = isChar ? (char === ' ' ? 'space' : char) : key.name;
  const isShiftNamed = key.shift && (isChar ? isChord || char === ' ' : true);
  return `${key.ctrl ? 'ctrl+' : ''}${key.alt ? 'alt+' : ''}${isShiftNamed ? 'shift+' : ''}${base}`;
}
