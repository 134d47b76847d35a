import { typedPath } from '../../app/desk/typed-path.ts';
import { mustFindInTray } from '../../app/sync/tray/find-in-tray.ts';
import { type ArticleMerge, previewMerge, saveMerge } from '../../app/sync/tray/merge-article.ts';
import {
  dropMergeFile,
  keepMergeFile,
  mergeFile,
  readMergeFile,
} from '../../app/sync/tray/merge-file.ts';
import { refusal } from '../../domain/refusal.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { readWhole } from '../read-text.ts';
import { RefusedError, refusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { settle } from './discrepancies.ts';

/**
 * `smena sync discrepancies merge ID [--from FILE]`: my text and the published one put together.
 * Places that both wrote are decided in the editor; without one they are printed.
 */
export async function mergeDiscrepancy(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const item = mustFindInTray(desk, input.required(0));
  const t = trayTexts(session.language);
  const labels = { mine: t.mergeMine, theirs: t.mergeTheirs };
  const merged = previewMerge(desk, item.id, labels);
  if (!merged.ok) throw refusedError(desk, merged.problem, item.about.number || null);
  const { text, file } = await decided(session, input, merged.value);
  const { baseVersion } = merged.value;
  await settle(session, input, 'merge', (at, { id }) => saveMerge(at, id, { text, baseVersion }));
  if (file !== null) dropMergeFile(file);
}

interface Decided {
  readonly text: string;
  /** Where the editor wrote it; it stays until the store has the text. */
  readonly file: string | null;
}

async function decided(
  session: Session,
  input: CommandInput,
  { text, conflicts }: ArticleMerge,
): Promise<Decided> {
  const from = input.value('from');
  if (from !== undefined) {
    const path = from === '-' ? from : typedPath(from, session.io.env);
    return { text: await readWhole(session, path), file: null };
  }
  if (conflicts === 0) return { text, file: null };
  const { output, io } = session;
  output.talk(trayTexts(session.language).conflicts(conflicts));
  if (!io.stdin.isTTY || output.isJson) {
    if (output.isJson) output.json({ text, conflicts });
    else output.line(text);
    throw new RefusedError(refusal('merge-undecided'), null);
  }
  const desk = await session.desk();
  const file = mergeFile(desk, mustFindInTray(desk, input.required(0)));
  // One that was left undecided is gone on with.
  if (readMergeFile(file) === null) keepMergeFile(file, text);
  const { editFile } = await import('../edit-file.ts');
  await editFile(session, file);
  return { text: await readWhole(session, file), file };
}
