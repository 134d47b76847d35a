/** Why a command cannot be filled in. */
export type FillProblemCode =
  | 'command-empty'
  | 'control-character'
  | 'variable-missing'
  | 'value-control-character'
  | 'value-is-option'
  | 'value-read-twice'
  | 'quote-open'
  | 'place-too-deep';

/** What is wrong, and with which variable. */
export interface FillProblem {
  readonly code: FillProblemCode;
  readonly variable: string | null;
}

/** A command ready to be copied, or why it is not. */
export type FilledCommand =
  | { readonly ok: true; readonly command: string }
  | { readonly ok: false; readonly problem: FillProblem };

const VARIABLE = /\{([\p{L}_][\p{L}\p{N}_-]*)\}/uy;
/** Line breaks, escapes and marks that turn a text round: what is read must be what runs. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
/** Needs no quotes in any shell. */
const PLAIN = /^[\p{L}\p{N}_./:@+,=-]+$/u;
/** These give what they get to a shell once more, mostly of another machine: our quotes are gone there. */
const READS_AGAIN = programs(
  'ssh mosh rsh plink sh bash dash zsh ksh fish eval su watch parallel cmd',
);
/** These read a quoted text as a program of their own. */
const READS_CODE = programs(
  'python python3 perl ruby node php awk sed jq psql mysql sqlite3 sqlcmd mongosh powershell pwsh',
);
/** Inside of these, what a quote means cannot be told from the text alone. */
const DEEP = /`|\$[({'"]|<</;

type Quote = '' | '"' | "'";

/**
 * Puts values into the places of a command, each quoted for the shell: whatever a value holds, it
 * stays one argument, or a part of one, and starts nothing.
 */
export function fillCommand(
  template: string,
  variables: Readonly<Record<string, string>>,
): FilledCommand {
  if (template.trim() === '') return problem('command-empty');
  if (CONTROL.test(template)) return problem('control-character');
  let out = '';
  let quote: Quote = '';
  for (let at = 0; at < template.length; ) {
    const name = variableAt(template, at);
    if (name === null) {
      const text = charactersAt(template, at, quote);
      quote = quoteAfter(quote, text);
      out += text;
      at += text.length;
      continue;
    }
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) return problem('variable-missing', name);
    const wrong = valueProblem(template, at, { value, quote });
    if (wrong !== null) return problem(wrong, name);
    const end = at + name.length + 2;
    const isAlone = fillsQuotes(template, { at, end, quote });
    out = isAlone ? `${out.slice(0, -1)}${quoted(value)}` : withValue(out, value, quote);
    at = isAlone ? end + 1 : end;
    if (isAlone) quote = '';
  }
  return quote === '' ? { ok: true, command: out } : problem('quote-open');
}

/** The variables a command asks for, each once. */
export function variablesOf(template: string): readonly string[] {
  const names = [...template.matchAll(new RegExp(VARIABLE.source, 'gu'))].map(([, name]) => name);
  return [...new Set(names.filter((name) => name !== undefined))];
}

interface Placed {
  readonly value: string;
  readonly quote: Quote;
}

function valueProblem(
  template: string,
  at: number,
  { value, quote }: Placed,
): FillProblemCode | null {
  if (CONTROL.test(value)) return 'value-control-character';
  const beginsWord = quote === '' ? /(?:^|\s)$/ : /(?:^|\s)["']$/;
  if (value.startsWith('-') && beginsWord.test(template.slice(0, at))) return 'value-is-option';
  if (PLAIN.test(value)) return null;
  if (DEEP.test(template)) return 'place-too-deep';
  const isReadTwice = READS_AGAIN.test(template) || (quote !== '' && READS_CODE.test(template));
  return isReadTwice ? 'value-read-twice' : null;
}

function programs(names: string): RegExp {
  return new RegExp(`(?:^|[\\s;&|(/])(?:${names.replaceAll(' ', '|')})(?:\\.exe)?(?=$|\\s)`);
}

/** A character, or an escaped one with its backslash. */
function charactersAt(template: string, at: number, quote: Quote): string {
  const isEscape = template.charAt(at) === '\\' && quote !== "'";
  return template.slice(at, at + (isEscape ? 2 : 1));
}

/** Whether a place is all that stands between two quotation marks: its own ones take their place. */
function fillsQuotes(
  template: string,
  { at, end, quote }: { readonly at: number; readonly end: number; readonly quote: Quote },
): boolean {
  if (quote === '') return false;
  const isOpened = template.charAt(at - 1) === quote && template.charAt(at - 2) !== '\\';
  return isOpened && template.charAt(end) === quote;
}

/** The text with a value after it that stays inside of the quotes that are open there. */
function withValue(out: string, value: string, quote: Quote): string {
  return PLAIN.test(value) ? `${out}${value}` : `${out}${quote}${quoted(value)}${quote}`;
}

/** One argument for the shell. A backslash stands outside of the quotes: fish reads it inside of them. */
function quoted(value: string): string {
  return PLAIN.test(value) ? value : `'${value.replace(/['\\]/g, "'\\$&'")}'`;
}

function quoteAfter(quote: Quote, text: string): Quote {
  if (text !== '"' && text !== "'") return quote;
  if (quote === '') return text;
  return quote === text ? '' : quote;
}

function variableAt(template: string, at: number): string | null {
  if (template.charAt(at) !== '{') return null;
  VARIABLE.lastIndex = at;
  return VARIABLE.exec(template)?.[1] ?? null;
}

function problem(code: FillProblemCode, variable: string | null = null): FilledCommand {
  return { ok: false, problem: { code, variable } };
}
