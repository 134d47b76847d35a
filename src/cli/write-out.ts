import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeWhole } from '../app/desk/write-whole.ts';
import { reportTexts } from '../i18n/report-texts.ts';
import { UserError } from '../util/user-error.ts';
import type { Session } from './session.ts';

/** Where a document goes: a file that is whole or as it was before, else standard output. */
export function writeOut(session: Session, text: string, path: string | undefined): void {
  const { output, language } = session;
  if (path === undefined) {
    // A terminal must not obey what stands in it; a pipe gets it byte for byte.
    return output.isTerminal
      ? output.line(text.replace(/\n$/, ''))
      : output.bytes(Buffer.from(text));
  }
  const target = resolve(path);
  writeWhole(target, text);
  output.talk(reportTexts(language).written(target));
}

/** Several files of one folder, which is made when it is not there. */
export function writeFolder(
  session: Session,
  files: readonly { readonly name: string; readonly text: string }[],
  path: string,
): void {
  const folder = resolve(path);
  const isFile = existsSync(folder) && !statSync(folder).isDirectory();
  if (isFile) throw new UserError('out-not-folder', { path: folder });
  if (!existsSync(dirname(folder)))
    throw new UserError('folder-missing', { path: dirname(folder) });
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeWhole(join(folder, name), text);
  session.output.talk(reportTexts(session.language).written(folder));
}
