import { writeFileSync } from 'node:fs';
import { haveAttachment } from '../../app/sync/have-attachment.ts';
import { saveAttachment } from '../../app/ticket/attach-file.ts';
import { type FoundFile, filesOf, findFile, readFile } from '../../app/ticket/ticket-files.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';

/** `smena attachment list REF`. */
export async function attachmentList(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const files = filesOf(desk, ticket.id);
  const { output } = session;
  if (output.isJson) return output.json(files.map(fileJson));
  if (files.length === 0) output.talk((await session.texts()).words.noFiles);
  for (const { place, name, mime, size } of files) {
    output.row(`${place}  ${name}  ${mime}  ${size}`);
  }
}

/** `smena attachment cat REF FILE`: a terminal gets text made safe, a pipe gets the bytes. */
export async function attachmentCat(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const file = findFile(desk, ticket.id, input.required(1));
  await haveAttachment(desk, file);
  const bytes = readFile(desk, file);
  const { output } = session;
  if (output.isJson) {
    output.json({ ...fileJson(file), base64: Buffer.from(bytes).toString('base64') });
  } else if (output.isTerminal) output.line(new TextDecoder().decode(bytes));
  else output.bytes(bytes);
}

/** `smena attachment save REF FILE [PATH]`: never over a file that is there. */
export async function attachmentSave(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const file = findFile(desk, ticket.id, input.required(1));
  await haveAttachment(desk, file);
  const wanted = input.argument(2);
  const path = wanted ?? saveAttachment(desk, file, '.');
  if (wanted !== undefined) write(wanted, readFile(desk, file));
  if (session.output.isJson) session.output.json({ ...fileJson(file), path });
  else session.output.line(path);
}

function write(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UserError(isThere ? 'file-exists' : 'file-not-written', { path }, { cause: error });
  }
}

function fileJson({ place, entryId, at, name, mime, size, hash }: FoundFile) {
  return { place, entryId, at: iso(at), name, mime, size, hash };
}
