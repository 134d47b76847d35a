import { resolvePaths } from '../config/paths.ts';
import { readSettings } from '../config/read-settings.ts';
import { defaultSettings } from '../config/settings.ts';
import type { Language } from '../domain/vocabulary.ts';
import { createInput } from './command-input.ts';
import { optionKey } from './command-spec.ts';
import { exitCodes } from './exit-codes.ts';
import { commandsOf, firstWord, type GlobalOptions, scanGlobals } from './global-options.ts';
import { createOutput } from './output.ts';
import { type ParsedLine, parseQuickly } from './parse-quickly.ts';
import { chooseLanguage, type Io, openSession, type Session } from './session.ts';
import { rootSpec } from './tree/root-spec.ts';

export interface CliOptions {
  readonly argv: readonly string[];
  readonly version: string;
  readonly io: Io;
}

/** Runs one command line; resolves with its exit code and never ends the process itself. */
export async function runCli(options: CliOptions): Promise<number> {
  let session: Session | null = null;
  try {
    const line = parseQuickly(rootSpec, options.argv) ?? (await readFully(options));
    if (typeof line === 'number') return line;
    session = openSession(line.options as GlobalOptions, options.io, options.version);
    const typed = typedTexts(line);
    if (typed !== '') session.keepText(typed);
    const action = await line.spec.load?.();
    await action?.(session, createInput(line.args, line.options));
    return exitCodeOf(session);
  } catch (error) {
    const { reportFailure } = await import('./report-failure.ts');
    return reportFailure(error, failureContext(options, session));
  } finally {
    session?.close();
  }
}

/** What was typed as words of one's own: a command that reads its text elsewhere keeps that one. */
function typedTexts({ spec, options }: ParsedLine): string {
  return (spec.options ?? [])
    .filter(({ flags }) => OWN_WORDS.test(flags))
    .flatMap(({ flags }) => [options[optionKey(flags)] ?? []].flat())
    .filter((value) => typeof value === 'string' && value !== '-')
    .join('\n');
}

const OWN_WORDS = /^--(?!filter|query)[\w-]+ <(?:text|reason|line|name=value|title=command)>$/;

function exitCodeOf(session: Session): number {
  if (session.failed()) return exitCodes.mistake;
  return session.forbidden() ? exitCodes.refused : exitCodes.ok;
}

/** Help, or a line that has to be explained. A number is the exit code of what was printed. */
async function readFully({ argv, version, io }: CliOptions): Promise<ParsedLine | number> {
  const { loadCliTexts } = await import('./cli-texts.ts');
  const { parseFully } = await import('./program.ts');
  const texts = await loadCliTexts(languageOf(argv, io));
  const columns = Math.min(io.stdout.columns || 100, 100);
  const outcome = parseFully(rootSpec, helpLast(argv), { texts, version, columns });
  if (outcome.type === 'parsed') return outcome.line;
  if (outcome.type === 'help') {
    (outcome.isAsked ? io.stdout : io.stderr).write(outcome.text);
    return outcome.isAsked ? exitCodes.ok : exitCodes.usage;
  }
  const { explainCommander } = await import('./explain-commander.ts');
  throw explainCommander(outcome.error, rootSpec, argv);
}

/** `help kb search` is `kb search --help`: commander's own form knows one level only. */
function helpLast(argv: readonly string[]): readonly string[] {
  if (firstWord(argv) !== 'help') return argv;
  const at = argv.indexOf('help');
  return [...argv.slice(0, at), ...argv.slice(at + 1), '--help'];
}

/** A line that could not be read still says in which language and form to complain. */
function failureContext({ argv, io }: CliOptions, session: Session | null) {
  const command = commandsOf(rootSpec, argv)
    .map(({ name }) => name)
    .join(' ');
  if (session) {
    const { output, language } = session;
    return { output, language, text: session.keptText(), command };
  }
  const globals = scanGlobals(argv);
  const output = createOutput({
    isJson: globals.json === true,
    isPlain: globals.plain === true,
    isQuiet: false,
    hasColor: false,
    sinks: io,
  });
  return { output, language: languageOf(argv, io), text: null, command };
}

function languageOf(argv: readonly string[], io: Io): Language {
  const { lang, dataDir } = scanGlobals(argv);
  try {
    const { config } = resolvePaths(io.env, '', dataDir);
    return chooseLanguage(lang, readSettings(config).settings, io.env);
  } catch {
    // A broken configuration is told about by the commands that need it.
    return chooseLanguage(lang, defaultSettings, io.env);
  }
}
