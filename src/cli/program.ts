import { Argument, Command, CommanderError, Option } from 'commander';
import type { CliTexts } from './cli-texts.ts';
import { type CommandSpec, longName, type OptionSpec } from './command-spec.ts';
import { globalSpecs } from './global-options.ts';
import type { ParsedLine } from './parse-quickly.ts';

/** A line that was wrong, or a line that asked for help: what commander made of it. */
export type CommanderOutcome =
  | { readonly type: 'parsed'; readonly line: ParsedLine }
  | { readonly type: 'help'; readonly text: string; readonly isAsked: boolean }
  | { readonly type: 'error'; readonly error: CommanderError };

interface Building {
  readonly texts: CliTexts;
  readonly version: string;
  readonly found: (line: ParsedLine) => void;
}

/** Reads a line with commander: knows every form of it, its mistakes and its help. */
export function parseFully(
  root: CommandSpec,
  argv: readonly string[],
  about: { readonly texts: CliTexts; readonly version: string; readonly columns: number },
): CommanderOutcome {
  let line: ParsedLine | null = null;
  let printed = '';
  const found = (parsed: ParsedLine) => {
    line = parsed;
  };
  const program = buildCommand(root, [], { texts: about.texts, version: about.version, found });
  program.version(about.version, '-V, --version', about.texts.help.version);
  eachCommand(program, (command) =>
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: (text) => {
        printed += text;
      },
      getOutHelpWidth: () => about.columns,
      getErrHelpWidth: () => about.columns,
    }),
  );
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const isAsked = error.exitCode === 0;
    if (!isAsked && error.code !== 'commander.help') return { type: 'error', error };
    return { type: 'help', text: printed, isAsked };
  }
  return line
    ? { type: 'parsed', line }
    : { type: 'help', text: program.helpInformation(), isAsked: false };
}

function eachCommand(command: Command, work: (command: Command) => void): void {
  work(command);
  for (const child of command.commands) eachCommand(child, work);
}

function buildCommand(spec: CommandSpec, path: readonly string[], building: Building): Command {
  const { texts } = building;
  const key = path.join(' ');
  const about = texts.commands[key];
  const command = new Command(spec.name)
    .description(about?.about ?? '')
    .enablePositionalOptions()
    .helpOption('-h, --help', texts.help.help)
    .showSuggestionAfterError(false);
  if (spec.commands)
    command.helpCommand(`help [${texts.help.commandWord}]`, texts.help.helpCommand);
  else command.helpCommand(false);
  for (const place of spec.args ?? []) {
    command.addArgument(new Argument(place, about?.args?.[placeName(place)] ?? ''));
  }
  for (const option of spec.options ?? []) {
    command.addOption(optionOf(option, describe(option, key, texts)));
  }
  for (const option of globalSpecs) {
    const shown = optionOf(option, texts.globals[longName(option.flags)] ?? '');
    command.addOption(path.length === 0 ? shown : shown.hideHelp());
  }
  translateHelp(command, path, texts);
  if (spec.takesDashes) command.allowUnknownOption();
  for (const child of spec.commands ?? []) {
    command.addCommand(buildCommand(child, [...path, child.name], building));
  }
  if (spec.load) command.action(() => building.found({ ...lineOf(command, spec), path }));
  return command;
}

/** The name of an argument in the catalogue: `<file...>` → `file`. */
export function placeName(place: string): string {
  return place.replace(/[<>[\].]/g, '');
}

/** The words for an option: the command's own, or those it shares with others. */
export function describe(option: OptionSpec, key: string, texts: CliTexts): string {
  const name = longName(option.flags);
  return texts.commands[key]?.options?.[name] ?? texts.options[name] ?? '';
}

function optionOf(spec: OptionSpec, description: string): Option {
  const option = new Option(spec.flags, description);
  if (spec.choices) option.choices([...spec.choices]);
  if (spec.isMany) {
    option.argParser((value: string, known: string[] | undefined) => [...(known ?? []), value]);
  }
  return option;
}

function translateHelp(command: Command, path: readonly string[], texts: CliTexts): void {
  const { help } = texts;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
  };
  command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (shown) =>
      [path.length > 0 ? `smena ${path.join(' ')}` : 'smena', shown.usage()]
        .join(' ')
        .replace('[options]', `[${help.optionWord}]`)
        .replace('[command]', `[${help.commandWord}]`),
    optionDescription: (option) =>
      option.argChoices
        ? `${option.description} (${option.argChoices.join(', ')})`
        : option.description,
    subcommandTerm: (child) =>
      [child.name(), ...child.registeredArguments.map(argumentTerm)].join(' '),
  });
  if (path.length > 0) command.addHelpText('after', `\n${help.globalHint}`);
}

function argumentTerm(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** The values that were typed, of the command and of the groups above it. */
function lineOf(command: Command, spec: CommandSpec): Omit<ParsedLine, 'path'> {
  const options: Record<string, string | boolean | readonly string[]> = {};
  for (let at: Command | null = command; at; at = at.parent) {
    for (const [key, value] of Object.entries(at.opts<ParsedLine['options']>())) {
      if (at.getOptionValueSource(key) === 'cli' && !(key in options)) options[key] = value;
    }
  }
  return { spec, args: command.args, options };
}
