import { type CommandSpec, longName, type OptionSpec, takesValue } from './command-spec.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly dataDir?: string | undefined;
  readonly lang?: string | undefined;
  readonly json?: boolean | undefined;
  readonly plain?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  /** False after --no-color. */
  readonly color?: boolean | undefined;
  /** False after --no-input. */
  readonly input?: boolean | undefined;
  readonly now?: string | undefined;
  readonly as?: string | undefined;
}

/** The same options as the parsers know them. */
export const globalSpecs: readonly OptionSpec[] = [
  { flags: '--data-dir <dir>' },
  { flags: '--lang <code>', choices: ['ru', 'en'] },
  { flags: '--json' },
  { flags: '--plain' },
  { flags: '--quiet' },
  { flags: '--no-color' },
  { flags: '--no-input' },
  { flags: '--now <iso>' },
  { flags: '--as <person>' },
];

/**
 * What can be known before anything is parsed, also of a line that turns out to be wrong: its
 * errors are told in the language and the form that were asked for.
 */
export function scanGlobals(argv: readonly string[]): GlobalOptions {
  const end = argv.indexOf('--');
  const line = end < 0 ? argv : argv.slice(0, end);
  return {
    json: line.includes('--json'),
    lang: valueAfter(line, '--lang'),
    dataDir: valueAfter(line, '--data-dir'),
    plain: line.includes('--plain'),
    quiet: line.includes('--quiet'),
    color: !line.includes('--no-color'),
  };
}

/** The commands that the words of a line name one below the other: `kb search` gives both. */
export function commandsOf(root: CommandSpec, argv: readonly string[]): CommandSpec[] {
  const found: CommandSpec[] = [];
  for (const word of argv) {
    const next = (found.at(-1) ?? root).commands?.find((child) => child.name === word);
    if (next) found.push(next);
  }
  return found;
}

/** The first word that is neither an option nor the value of one. */
export function firstWord(argv: readonly string[]): string | undefined {
  const valued = globalSpecs.filter((option) => takesValue(option.flags));
  const flags = new Set(valued.map((option) => `--${longName(option.flags)}`));
  return argv.find((word, at) => !word.startsWith('-') && !flags.has(argv[at - 1] ?? ''));
}

function valueAfter(line: readonly string[], flag: string): string | undefined {
  const at = line.indexOf(flag);
  if (at >= 0) return line[at + 1];
  return line.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1);
}
