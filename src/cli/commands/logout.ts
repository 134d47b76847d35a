import { existsSync } from 'node:fs';
import { typedPath } from '../../app/desk/typed-path.ts';
import { fill } from '../../i18n/fill.ts';
import { loadSyncTexts } from '../../i18n/sync-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';

/** `smena logout [--wipe FILE]`: gives the access of this device back; what was done stays. */
export async function logoutDevice(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const { logout, exportAndWipe } = await import('../../app/sync/logout.ts');
  const texts = await loadSyncTexts(session.language);
  const wipe = input.value('wipe');
  const path = wipe === undefined ? null : typedPath(wipe, session.io.env);
  if (path !== null && existsSync(path)) throw new UserError('wipe-path-exists', { path });
  const { wasIn, isRevoked, waiting } = await logout(desk, session.version);
  const wiped = path === null ? null : exportAndWipe(desk, path);
  const { output } = session;
  if (output.isJson) {
    return output.json({ loggedOut: wasIn, revoked: isRevoked, waiting, exported: path });
  }
  if (wasIn && !isRevoked) output.talk(texts.notRevoked);
  if (wiped && path !== null) output.line(fill(texts.wiped, { path, lines: wiped.lines }));
  else output.line(fill(wasIn ? texts.loggedOut : texts.notIn, { waiting }));
}
