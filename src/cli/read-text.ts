import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { UserError } from '../util/user-error.ts';
import type { CommandInput } from './command-input.ts';
import type { Session } from './session.ts';

/**
 * The text of `--text`, or of another option, where `-` reads standard input; undefined when none
 * was given. It is read before anything can go wrong, and from then on every failure gives it back.
 */
export async function readText(
  session: Session,
  input: CommandInput,
  option = 'text',
): Promise<string | undefined> {
  const given = input.value(option);
  if (given === undefined) return undefined;
  const text = given === '-' ? await readStandardInput(session) : given;
  session.keepText(text);
  return text;
}

/** The text, which this command cannot do without. */
export async function needText(session: Session, input: CommandInput): Promise<string> {
  const text = await readText(session, input);
  if (text === undefined || text.trim() === '') throw new UserError('text-needed');
  return text;
}

/** The text of `--text`, else what is piped in: this command cannot do without. */
export async function needTypedText(session: Session, input: CommandInput): Promise<string> {
  if (input.value('text') !== undefined || session.io.stdin.isTTY) return needText(session, input);
  const text = await readStandardInput(session);
  session.keepText(text);
  if (text.trim() === '') throw new UserError('text-needed');
  return text;
}

/** The text that stands as arguments from a place on; `-` reads standard input. */
export async function argumentText(
  session: Session,
  input: CommandInput,
  from: number,
): Promise<string | undefined> {
  const words = input.args.slice(from);
  if (words.length === 0) return undefined;
  const isInput = words.length === 1 && words[0] === '-';
  const text = isInput ? await readStandardInput(session) : words.join(' ');
  session.keepText(text);
  return text;
}

/** The same text, which this command cannot do without. */
export async function needArgumentText(
  session: Session,
  input: CommandInput,
  from: number,
): Promise<string> {
  const text = (await argumentText(session, input, from)) ?? '';
  if (text.trim() === '') throw new UserError('text-missing-here');
  return text;
}

/** Everything on standard input as text, without the line break that ends every output. */
export async function readStandardInput(session: Session): Promise<string> {
  const text = await decode(await readBytes(session));
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n+$/, '');
}

/** A whole file as it is, byte for byte; `-` is standard input, given back by every failure. */
export async function readWhole(session: Session, path: string): Promise<string> {
  if (path !== '-') return decode(readFile(path));
  const text = await decode(await readBytes(session));
  session.keepText(text);
  return text;
}

async function readBytes(session: Session): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of session.io.stdin) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  return Buffer.concat(chunks);
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const code = isMissing ? 'file-not-found' : 'file-not-readable';
    throw new UserError(code, { path }, { cause: error });
  }
}

/** Old programs still speak in windows-1251: a letter that cannot be read is a letter lost. */
async function decode(bytes: Buffer): Promise<string> {
  if (isUtf8(bytes)) return bytes.toString();
  const { decodeForeignText } = await import('../app/desk/decode-text.ts');
  return decodeForeignText(bytes);
}
