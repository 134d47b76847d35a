import { type CommandSpec, type FoundCommand, optionKey, takesValue } from './command-spec.ts';
import { globalSpecs } from './global-options.ts';

/** A command line that was read without any doubt. */
export interface ParsedLine extends FoundCommand {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[]>>;
}

/** What is being collected while the line is read. */
interface Reading {
  spec: CommandSpec;
  readonly path: string[];
  readonly args: string[];
  readonly options: Record<string, string | boolean | string[]>;
}

/**
 * Reads a command line that holds nothing but known options in their long form. Anything else
 * (help, a slip, a short form) gives null and is left to commander, which explains it: loading
 * commander costs half a start of Node, and most lines are right.
 */
export function parseQuickly(root: CommandSpec, argv: readonly string[]): ParsedLine | null {
  const reading: Reading = { spec: root, path: [], args: [], options: {} };
  let isData = false;
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (isData || word === '-' || !word.startsWith('-')) {
      if (!readWord(reading, word, isData)) return null;
    } else if (word === '--') {
      isData = true;
    } else {
      const used = readOption(reading, word, argv[at + 1]);
      if (used === null) return null;
      at += used;
    }
  }
  return finish(reading);
}

function readWord(reading: Reading, word: string, isData: boolean): boolean {
  const isGroup = reading.spec.commands !== undefined && reading.args.length === 0;
  const next = isGroup && !isData ? reading.spec.commands?.find((c) => c.name === word) : undefined;
  if (next) {
    reading.spec = next;
    reading.path.push(next.name);
    return true;
  }
  reading.args.push(word);
  return reading.spec.args !== undefined;
}

/** Returns how many further words the option took, or null when it is not known here. */
function readOption(reading: Reading, word: string, next: string | undefined): 0 | 1 | null {
  const [flag = '', ...rest] = word.split('=');
  const specs = [...(reading.spec.options ?? []), ...globalSpecs];
  const spec = specs.find((s) => s.flags === flag || s.flags.startsWith(`${flag} `));
  if (!spec) return null;
  const key = optionKey(spec.flags);
  if (!takesValue(spec.flags)) {
    reading.options[key] = !flag.startsWith('--no-');
    return rest.length === 0 ? 0 : null;
  }
  const value = rest.length > 0 ? rest.join('=') : next;
  if (value === undefined || (spec.choices && !spec.choices.includes(value))) return null;
  const known = reading.options[key];
  const list = Array.isArray(known) ? known : [];
  reading.options[key] = spec.isMany ? [...list, value] : value;
  return rest.length > 0 ? 0 : 1;
}

function finish(reading: Reading): ParsedLine | null {
  const { spec, args } = reading;
  if (!spec.load) return null;
  const places = spec.args ?? [];
  const needed = places.filter((p) => p.startsWith('<')).length;
  const isOpenEnded = places.at(-1)?.includes('...') ?? false;
  if (args.length < needed || (args.length > places.length && !isOpenEnded)) return null;
  return reading;
}
