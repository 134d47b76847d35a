import type { CommandInput } from './command-input.ts';
import type { Session } from './session.ts';

/** What a command does. Everything it needs comes in; its exit code comes from what it throws. */
export type CommandAction = (session: Session, input: CommandInput) => Promise<void> | void;

/** One option: `--limit <n>`, `--dry-run`. */
export interface OptionSpec {
  /** As the parser reads it; the long name is also the key of its description. */
  readonly flags: string;
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly isMany?: boolean;
}

/**
 * One command as data: cheap to declare, so that the whole tree is there for help and completion
 * while only the module of the command that runs is loaded.
 */
export interface CommandSpec {
  readonly name: string;
  /** `<ref>` must be given, `[name]` may, `[file...]` takes the rest. */
  readonly args?: readonly string[];
  readonly options?: readonly OptionSpec[];
  readonly commands?: readonly CommandSpec[];
  /** Arguments that look like options stay arguments: `tag REF +a -b`. */
  readonly takesDashes?: boolean;
  /** Loads what runs. A group without one shows its help. */
  readonly load?: () => Promise<CommandAction>;
}

/** A command found in the tree: `kb search` has the path ['kb', 'search']. */
export interface FoundCommand {
  readonly spec: CommandSpec;
  readonly path: readonly string[];
}

/** The key of an option in the parsed values: `--dry-run <x>` → `dryRun`. */
export function optionKey(flags: string): string {
  return longName(flags)
    .replace(/^no-/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The long name of an option without dashes: `--dry-run <x>` → `dry-run`. */
export function longName(flags: string): string {
  return /--([\w-]+)/.exec(flags)?.[1] ?? flags;
}

/** Whether the option takes a value. */
export function takesValue(flags: string): boolean {
  return flags.includes('<');
}
