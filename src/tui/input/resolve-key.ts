import { type Key, keyId } from './key.ts';
import { toLatinKey } from './russian-layout.ts';

// On ЙЦУКЕН the physical `/` key types a full stop and, with Shift, a comma; `Ж` is the `;` key.
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['.', '/'],
  [',', '?'],
  ['Ж', ':'],
]);

function candidates(key: Key): string[] {
  const exact = keyId(key);
  if (key.name !== 'char') return [exact];
  const isAscii = key.char.length === 1 && key.char.charCodeAt(0) < 0x80;
  // Only a non-ASCII character is translated: with a Latin layout (Dvorak) the letter is meant.
  const latin = isAscii ? null : toLatinKey(key.char);
  const translated = latin === null ? [] : [keyId({ ...key, char: latin })];
  const alias = key.ctrl || key.alt ? undefined : ALIASES.get(key.char);
  return [exact, ...translated, ...(alias === undefined ? [] : [alias])];
}

/**
 * The id of the binding a key means in a command context, or null when nothing is bound to it.
 *
 * An exact binding wins; then the same physical key of the Latin layout, for a Cyrillic character;
 * then `.` means `/`, `,` means `?` and `Ж` means `:`.
 */
export function resolveKey(key: Key, isBound: (id: string) => boolean): string | null {
  return candidates(key).find(isBound) ?? null;
}
