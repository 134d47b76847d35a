import { isUtf8 } from 'node:buffer';
import { UserError } from '../util/user-error.ts';
import type { CommandInput } from './command-input.ts';
import type { Session } from './session.ts';

/**
 * The text of `--text`, where `-` reads standard input; undefined when none was given. It is read
 * before anything can go wrong, and from then on every failure gives it back.
 */
export async function readText(session: Session, input: CommandInput): Promise<string | undefined> {
  const given = input.value('text');
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

/** Everything on standard input as text, without the line break that ends every output. */
export async function readStandardInput(session: Session): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of session.io.stdin) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  const text = await decode(Buffer.concat(chunks));
  return text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
}

/** Old programs still speak in windows-1251: a letter that cannot be read is a letter lost. */
async function decode(bytes: Buffer): Promise<string> {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const { decodeForeignText } = await import('../app/desk/decode-text.ts');
  return decodeForeignText(bytes);
}
