import type { LetterResult, ParsedLetter } from '../../../src/intake/mail/letter.ts';
import { parseLetter } from '../../../src/intake/mail/parse-letter.ts';
import { bytes } from '../bytes.ts';

/** The parsed letter; fails the test when the bytes were refused. */
export async function letterOf(raw: string | Uint8Array): Promise<ParsedLetter> {
  const result: LetterResult = await parseLetter(typeof raw === 'string' ? bytes(raw) : raw);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.letter;
}

/** A letter of the given headers and body, from a customer to the desk. */
export function mail(headers: readonly string[], body = 'текст'): string {
  const common = ['From: Ivan <ivan@client.test>', 'To: support@example.test'];
  return `${[...common, ...headers].join('\r\n')}\r\n\r\n${body}`;
}

/** `text` as an encoded word. */
export function word(text: string, charset = 'utf-8'): string {
  return `=?${charset}?B?${Buffer.from(bytes(text, charset)).toString('base64')}?=`;
}
