import { backupTo, restoreFrom } from '../../app/upkeep/backup-store.ts';
import type { Check } from '../../app/upkeep/check.ts';
import { checkStore } from '../../app/upkeep/check-store.ts';
import { checkSurroundings } from '../../app/upkeep/check-surroundings.ts';
import { trySpelling } from '../../app/wording/open-speller.ts';
import { readSettings } from '../../config/read-settings.ts';
import { fill } from '../../i18n/fill.ts';
import { describeError } from '../../i18n/messages.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';

/** A check of a store that may not even open, or of what stands beside it. */
type AnyCheck = Omit<Check, 'code'> & {
  readonly code: Check['code'] | 'store' | 'settings' | 'spelling';
};

/** `smena doctor`: store, configuration, dictionaries and surroundings, a sample of each. */
export async function doctor(session: Session): Promise<void> {
  const store = await storeChecks(session, false);
  await printChecks(session, [...settingsChecks(session), ...store, await spellingCheck(session)]);
}

/** `smena verify`: every page, every history, every copy. */
export async function verify(session: Session): Promise<void> {
  await printChecks(session, await storeChecks(session, true));
}

/** `smena backup [FILE]`: a verified copy, never over a file that is there. */
export async function backup(session: Session, input: CommandInput): Promise<void> {
  const path = await backupTo(await session.desk(), input.argument(0) ?? null);
  const { output } = session;
  if (output.isJson) return output.json({ path });
  output.line(path);
  output.talk((await session.texts()).done.backedUp);
}

/** `smena restore [FILE]`: a verified copy takes the place of the store, which is kept beside it. */
export async function restore(session: Session, input: CommandInput): Promise<void> {
  const { paths, clock, output } = session;
  const { from, keptAs } = restoreFrom(paths, input.argument(0) ?? null, clock.now());
  if (output.isJson) return output.json({ from, keptAs });
  const { done } = await session.texts();
  output.line(fill(done.restored, { from }));
  if (keptAs !== null) output.talk(fill(done.keptBeside, { path: keptAs }));
}

const mendedByCopy = new Set(['store-corrupt', 'store-not-a-store']);

async function storeChecks(session: Session, deep: boolean): Promise<readonly AnyCheck[]> {
  try {
    return checkStore(await session.desk(), { deep }).checks;
  } catch (error) {
    // A store that does not open is what a doctor is called for.
    if (!(error instanceof UserError) || error.code.startsWith('config-')) throw error;
    const detail = describeError(error, session.language);
    // A copy helps a broken store only, not a locked one, a newer one or a full disk.
    const fix = mendedByCopy.has(error.code) ? 'smena restore' : null;
    const broken = { code: 'store', ok: false, detail, fix } as const;
    return [broken, ...surroundings(session, deep)];
  }
}

function surroundings(session: Session, deep: boolean): readonly AnyCheck[] {
  try {
    return checkSurroundings(session.paths, { deep, now: session.clock.now() });
  } catch {
    // Without a data folder there is nothing around the store; the broken store says so already.
    return [];
  }
}

function settingsChecks({ paths, language }: Session): readonly AnyCheck[] {
  try {
    const { problems } = readSettings(paths.config);
    const detail = problems.map(({ key }) => key).join(', ') || 'ok';
    const fix = problems.length > 0 ? 'smena config edit' : null;
    return [{ code: 'settings', ok: problems.length === 0, detail, fix }];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const detail = describeError(error, language);
    return [{ code: 'settings', ok: false, detail, fix: 'smena config edit' }];
  }
}

async function spellingCheck({ paths }: Session): Promise<AnyCheck> {
  const trouble = await trySpelling({ paths });
  const detail = trouble ? `${trouble.code}, ${trouble.detail}` : 'ru, en';
  return { code: 'spelling', ok: trouble === null, detail, fix: null };
}

async function printChecks(session: Session, checks: readonly AnyCheck[]): Promise<void> {
  const { output } = session;
  const ok = checks.every((check) => check.ok);
  if (!ok) session.fail();
  if (output.isJson) return output.json({ ok, checks });
  const texts = await session.texts();
  for (const check of checks) {
    const sign = check.ok ? '✓' : '✗';
    const fix = check.fix === null ? '' : `  → ${check.fix}`;
    output.line(`${sign} ${texts.checks[check.code]}: ${check.detail}${fix}`);
  }
  if (ok) output.talk(texts.done.healthy);
}
