import type { CommandInput } from './command-input.ts';
import type { Session } from './session.ts';

/** The database of `--database`; from the surroundings it stays out of the list of processes. */
export function databaseOf({ io }: Session, input: CommandInput): string | null {
  return input.value('database') ?? (io.env['SMENA_DATABASE_URL'] || null);
}

/** Opens the console of the server whose folder or database the options name. */
async function openConsole(session: Session, input: CommandInput) {
  const { openServerConsole } = await import('../server/console/server-console.ts');
  const { paths, clock } = session;
  return openServerConsole({
    dataFolder: paths.dataFolder,
    database: databaseOf(session, input),
    now: () => clock.now(),
  });
}

/** What can be done to a server without a token, by whoever sits at its machine. */
export type Console = Awaited<ReturnType<typeof openConsole>>;

/** Works at the console and closes it, whatever happens. */
export async function withConsole<Value>(
  session: Session,
  input: CommandInput,
  work: (server: Console) => Promise<Value>,
): Promise<Value> {
  const opened = await openConsole(session, input);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
