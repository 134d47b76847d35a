import type { CliTexts } from './cli-texts.ts';
import { type CommandSpec, longName, type OptionSpec, takesValue } from './command-spec.ts';
import { globalSpecs } from './global-options.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A command with everything that can follow it. */
interface Node {
  readonly path: readonly string[];
  readonly spec: CommandSpec;
}

const queueNames = 'all-open mine unassigned due-soon promises waiting-customer to-confirm';
/** Arguments whose values are known beforehand. */
const known: Readonly<Record<string, string>> = {
  queue: queueNames,
  completion: shells.join(' '),
  status: 'open waiting-customer waiting-third-party resolved',
};

/** The completion script of a shell, made from the command tree. */
export function completionScript(shell: Shell, root: CommandSpec, texts: CliTexts): string {
  const nodes = walk(root, []);
  if (shell === 'fish') return fish(nodes, texts);
  const script = bash(nodes);
  // zsh runs the functions of bash, so there is one table to keep right.
  return shell === 'bash'
    ? script
    : `#compdef smena\nautoload -U +X bashcompinit && bashcompinit\n${script}`;
}

function walk(spec: CommandSpec, path: readonly string[]): Node[] {
  const children = spec.commands ?? [];
  return [{ path, spec }, ...children.flatMap((child) => walk(child, [...path, child.name]))];
}

function optionsOf(spec: CommandSpec): readonly OptionSpec[] {
  return [...(spec.options ?? []), ...globalSpecs, { flags: '--help' }];
}

function bash(nodes: readonly Node[]): string {
  const names = nodes
    .filter(({ path }) => path.length > 0)
    .map(({ path }) => `'${path.join(' ')}'`);
  return `_smena() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path='' words='' flags='' word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${path:+$path }\${COMP_WORDS[i]}"
    case "$word" in
    ${names.join('|')}) path="$word";;
    esac
  done
  case "$prev" in
${valueCases(nodes).join('\n')}
  esac
  case "$path" in
${nodes.map(wordCase).join('\n')}
  esac
  if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ -n "$words" ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else COMPREPLY=($(compgen -f -- "$cur")); fi
}
complete -F _smena smena`;
}

/** What can follow a command: its own commands or known values, and its options. */
function wordCase({ path, spec }: Node): string {
  const names = (spec.commands ?? []).map((child) => child.name).join(' ');
  const words = [names, known[path.join(' ')] ?? ''].filter(Boolean).join(' ');
  const flags = optionsOf(spec)
    .map((option) => `--${longName(option.flags)}`)
    .join(' ');
  return `    '${path.join(' ')}') words='${words}'; flags='${flags}';;`;
}

/** What can follow an option that takes a value: its choices, else a file. */
function valueCases(nodes: readonly Node[]): string[] {
  const options = nodes.flatMap(({ spec }) => optionsOf(spec));
  const valued = new Map(
    options
      .filter((option) => takesValue(option.flags))
      .map((option) => [`--${longName(option.flags)}`, option.choices]),
  );
  return [...valued].map(([flag, choices]) => {
    const answer = choices ? `-W '${choices.join(' ')}'` : '-f';
    return `    ${flag}) COMPREPLY=($(compgen ${answer} -- "$cur")); return;;`;
  });
}

function fish(nodes: readonly Node[], texts: CliTexts): string {
  const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const seen = (words: readonly string[]) =>
    words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
  const lines = nodes.flatMap(({ path, spec }) => {
    const place = path.length === 0 ? '__fish_use_subcommand' : seen(path);
    const children = (spec.commands ?? []).map((child) => {
      const about = texts.commands[[...path, child.name].join(' ')]?.about ?? '';
      return `complete -c smena -f -n ${quote(place)} -a ${child.name} -d ${quote(about)}`;
    });
    const values = known[path.join(' ')];
    const options = path.length === 0 ? [] : (spec.options ?? []).map((o) => option(o, place));
    return [
      ...children,
      ...(values ? [`complete -c smena -f -n ${quote(place)} -a ${quote(values)}`] : []),
      ...options,
    ];
  });
  function option(spec: OptionSpec, place?: string): string {
    const name = longName(spec.flags);
    const about = texts.options[name] ?? texts.globals[name] ?? '';
    const where = place === undefined ? '' : ` -n ${quote(place)}`;
    const value = takesValue(spec.flags) ? ' -r' : '';
    const choices = spec.choices ? ` -f -a ${quote(spec.choices.join(' '))}` : '';
    return `complete -c smena${where} -l ${name}${value}${choices} -d ${quote(about)}`;
  }
  return [...lines, ...globalSpecs.map((spec) => option(spec))].join('\n');
}
