import { describeError } from '../i18n/messages.ts';
import type { RunMode } from '../practice/run/run-state.ts';
import { UserError } from '../util/user-error.ts';
import { writeCrashReport } from './crash-report.ts';
import type { Session } from './session.ts';
import { tellMigration } from './tell-migration.ts';

/** A scenario that the screens begin with. */
interface PracticeOrder {
  readonly scenarioId: string;
  readonly mode: RunMode;
}

/** Hands the terminal to the screens; comes back when they are left. */
export async function openWorkstation(session: Session, practice?: PracticeOrder): Promise<void> {
  await tellMigration(session);
  const { startTui } = await import('../tui/start-tui.ts');
  const { version, paths, settings, language, clock, io, options } = session;
  await startTui({
    version,
    paths,
    settings,
    language,
    clock,
    env: io.env,
    person: options.as ?? null,
    practice,
    reportCrash: (error) =>
      describeError(new UserError('bug', { path: writeCrashReport(error) }), language),
    // Screens need the terminal itself, with its size and its raw mode.
    stdin: process.stdin,
    stdout: process.stdout,
  });
}
