import type { CommanderError } from 'commander';
import { nearestName } from '../util/nearest-names.ts';
import { type CommandSpec, longName } from './command-spec.ts';
import { commandsOf, firstWord, globalSpecs } from './global-options.ts';
import { UsageError } from './usage-error.ts';

/**
 * What commander found wrong, as a problem of ours: its sentences are English only. Names stand
 * in its messages between single quotes.
 */
export function explainCommander(
  error: CommanderError,
  root: CommandSpec,
  argv: readonly string[],
): UsageError {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const [first = ''] = quoted;
  switch (error.code) {
    case 'commander.unknownCommand':
      return named('unknown-command', first, commandsNear(root, argv));
    case 'commander.unknownOption':
      return named('unknown-option', first, optionsNear(root, argv));
    case 'commander.optionMissingArgument':
      return new UsageError('option-needs-value', { name: first.split(' ')[0] ?? '' });
    case 'commander.missingArgument':
      return new UsageError('argument-missing', { name: first });
    case 'commander.invalidArgument':
      return notPossible(error.message, quoted);
    default:
      return tooMany(root, argv);
  }
}

/** A word that is no command looks to commander like an argument too many of the program itself. */
function tooMany(root: CommandSpec, argv: readonly string[]): UsageError {
  const spec = specOf(root, argv);
  const word = spec === root ? firstWord(argv) : undefined;
  if (word === undefined) return new UsageError('too-many-arguments');
  return named('unknown-command', word, commandsNear(root, argv));
}

function named(
  problem: 'unknown-command' | 'unknown-option',
  name: string,
  known: readonly string[],
): UsageError {
  return new UsageError(problem, { name, near: nearestName(name, known) ?? '' });
}

function notPossible(message: string, quoted: readonly string[]): UsageError {
  const known = /Allowed choices are (.+)\.$/.exec(message)?.[1] ?? '';
  const [option = '', value = ''] = quoted;
  return new UsageError('value-not-possible', { option: option.split(' ')[0] ?? '', value, known });
}

/** The command of the line as far as it is known, for names that may have been meant. */
function specOf(root: CommandSpec, argv: readonly string[]): CommandSpec {
  return commandsOf(root, argv).at(-1) ?? root;
}

function commandsNear(root: CommandSpec, argv: readonly string[]): string[] {
  return (specOf(root, argv).commands ?? []).map((child) => child.name);
}

function optionsNear(root: CommandSpec, argv: readonly string[]): string[] {
  const own = specOf(root, argv).options ?? [];
  return [...own, ...globalSpecs].map((option) => `--${longName(option.flags)}`);
}
