const MODIFIERS = ['ctrl', 'alt', 'shift'] as const;
const NAMED = new Set(
  (
    'up down left right enter escape tab backspace delete home end pageup pagedown insert ' +
    'space'
  ).split(' '),
);
const KEY_WITH_MODIFIERS = /^((?:(?:ctrl|alt|shift)\+)*)(\S+)$/i;

/** A chord popup line: the key that may follow and the binding it leads to or into. */
export type Continuation = { readonly id: string; readonly keys: string };

export type SequenceResult =
  | { readonly kind: 'match'; readonly keys: string }
  | { readonly kind: 'pending'; readonly prefix: string; readonly continuations: Continuation[] }
  | { readonly kind: 'none' };

/** Follows keys through bindings such as `g g`, `g p`, `ctrl+x`. */
export type KeySequence = {
  /** Takes the id of the next key. A key that leads nowhere ends a started sequence. */
  readonly feed: (id: string) => SequenceResult;
  /** True when a key with this id means something now, in the middle of a sequence as well. */
  readonly accepts: (id: string) => boolean;
  /** The keys pressed so far, empty when no sequence is open. */
  readonly prefix: () => string;
  readonly reset: () => void;
};

function parseKeyId(text: string): string | null {
  const parts = KEY_WITH_MODIFIERS.exec(text);
  const [, prefix = '', base = ''] = parts ?? [];
  if (parts === null) return null;
  const named = base.toLowerCase();
  const isNamed = NAMED.has(named);
  if (!isNamed && [...base].length !== 1) return null;
  const given = prefix.toLowerCase();
  const modifiers = MODIFIERS.filter((modifier) => given.includes(`${modifier}+`));
  const isShiftInChar = !isNamed && modifiers.length === 1 && modifiers[0] === 'shift';
  if (isShiftInChar) return base.toUpperCase();
  const char = modifiers.includes('ctrl') ? named : base;
  return [...modifiers, isNamed ? named : char].join('+');
}

/**
 * The key ids of a binding, in one spelling: `Ctrl+X` → `['ctrl+x']`, `g g` → `['g', 'g']`.
 * Null when it is not a binding, for a configuration file to complain about.
 */
export function parseKeys(keys: string): readonly string[] | null {
  const ids = keys.trim().split(/\s+/).map(parseKeyId);
  const parsed = ids.filter((id) => id !== null);
  return parsed.length === ids.length && parsed.length > 0 ? parsed : null;
}

/** Pairs of bindings of one context of which the first makes the second unreachable. */
export function findKeyConflicts(bindings: readonly string[]): [string, string][] {
  const parsed = bindings.map((keys) => ({ keys, path: parseKeys(keys)?.join(' ') ?? '' }));
  return parsed.flatMap((first, index) =>
    parsed
      .filter((second, other) =>
        second.path === first.path ? other > index : second.path.startsWith(`${first.path} `),
      )
      .map((second): [string, string] => [first.keys, second.keys]),
  );
}

/** Starts a matcher over the bindings of one context; spellings that are no keys are left out. */
export function createKeySequence(bindings: readonly string[]): KeySequence {
  const paths = new Set(bindings.flatMap((keys) => parseKeys(keys)?.join(' ') ?? []));
  let prefix = '';
  const join = (id: string) => (prefix === '' ? id : `${prefix} ${id}`);
  const under = (path: string) => [...paths].filter((keys) => keys.startsWith(`${path} `));

  return {
    feed(id) {
      const path = join(id);
      const longer = under(path);
      prefix = '';
      if (paths.has(path)) return { kind: 'match', keys: path };
      if (longer.length === 0) return { kind: 'none' };
      prefix = path;
      const continuations = longer.map((keys) => ({
        id: keys.slice(path.length + 1).split(' ', 1)[0] ?? '',
        keys,
      }));
      return { kind: 'pending', prefix, continuations };
    },
    accepts: (id) => paths.has(join(id)) || under(join(id)).length > 0,
    prefix: () => prefix,
    reset() {
      prefix = '';
    },
  };
}
