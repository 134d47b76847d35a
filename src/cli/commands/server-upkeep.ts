import { typedPath } from '../../app/desk/typed-path.ts';
import { fill } from '../../i18n/fill.ts';
import { serverTexts } from '../../i18n/server-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { machineTime } from '../machine-time.ts';
import { databaseOf, withConsole } from '../server-console.ts';
import type { Session } from '../session.ts';
import { UsageError, wholeNumber } from '../usage-error.ts';

const USUAL_LIMIT = 50;

/** `smena server audit [--limit N]`: the last first. */
export async function serverAudit(session: Session, input: CommandInput): Promise<void> {
  const limit = wholeNumber(input.value('limit') ?? String(USUAL_LIMIT), '--limit', 1);
  const links = await withConsole(session, input, (server) => server.audit(limit));
  const { output } = session;
  if (output.isJson) {
    return output.json(
      links.map(({ link, who }) => ({
        ...{ n: link.n, at: iso(link.at), who, whoId: link.who, device: link.device },
        ...{ what: link.what, detail: link.detail, hash: link.hash },
      })),
    );
  }
  const texts = serverTexts(session.language);
  const names: Readonly<Record<string, string>> = texts.auditWhat;
  for (const { link, who, whom } of links) {
    const detail = [whom, ...Object.entries(link.detail).flatMap(readable)];
    const told = detail.filter((part) => part !== null).map((part) => ` · ${part}`);
    const said = { at: machineTime(link.at), who: who ?? texts.console };
    const what = names[link.what] ?? link.what;
    output.row(fill(texts.audit, { ...said, what, detail: told.join('') }));
  }
}

/** Ids, hashes and raw times are for `--json`. */
function readable([name, value]: readonly [string, unknown]): string[] {
  const isForPrograms = /(?:Id|At)$|^(?:hash|epoch)$/.test(name);
  return isForPrograms ? [] : [`${name}: ${value}`];
}

/** `smena server audit verify`: whether a byte of the chain was changed. */
export async function verifyAudit(session: Session, input: CommandInput): Promise<void> {
  const { links, problem } = await withConsole(session, input, (server) => server.verifyAudit());
  const { output } = session;
  if (problem !== null) session.fail();
  if (output.isJson) return output.json({ ok: problem === null, links, problem });
  const texts = serverTexts(session.language);
  if (problem === null) output.line(fill(texts.auditWhole, { links }));
  else output.line(fill(texts.auditBroken, { problem }));
}

/** `smena server backup FILE`: a verified copy; the server may run. */
export async function serverBackup(session: Session, input: CommandInput): Promise<void> {
  assertOwnStore(session, input);
  const path = typedPath(input.required(0), session.io.env);
  const { backupServerTo } = await import('../../server/console/server-files.ts');
  await backupServerTo(session.paths.dataFolder, path);
  const { output } = session;
  if (output.isJson) return output.json({ path });
  output.line(fill(serverTexts(session.language).backedUp, { path }));
}

/**
 * `smena server restore FILE`: the copy takes the place of the store, which is kept aside. With
 * `--new-epoch` alone: the store was put back by other means.
 */
export async function serverRestore(session: Session, input: CommandInput): Promise<void> {
  const file = input.argument(0);
  if (input.has('newEpoch')) {
    if (file !== undefined)
      throw new UsageError('either-or', { one: 'FILE', other: '--new-epoch' });
    return beginEpoch(session, input);
  }
  if (file === undefined) throw new UsageError('argument-missing', { name: 'file' });
  assertOwnStore(session, input);
  const from = typedPath(file, session.io.env);
  const { restoreServerFrom } = await import('../../server/console/server-files.ts');
  const { paths, clock, output } = session;
  const { keptAs, epoch } = await restoreServerFrom(paths.dataFolder, from, () => clock.now());
  if (output.isJson) return output.json({ from, keptAs, epoch });
  const texts = serverTexts(session.language);
  output.line(fill(texts.restored, { from }));
  if (keptAs !== null) output.talk(fill(texts.keptAs, { path: keptAs }));
}

async function beginEpoch(session: Session, input: CommandInput): Promise<void> {
  const epoch = await withConsole(session, input, (server) => server.newEpoch());
  const { output } = session;
  if (output.isJson) return output.json({ from: null, keptAs: null, epoch });
  output.line(serverTexts(session.language).newEpoch);
}

/** A database is copied and put back by its own tools, which know what is committed. */
function assertOwnStore(session: Session, input: CommandInput): void {
  if (databaseOf(session, input) !== null) throw new UserError('database-own-tools');
}

/** `smena server verify`: chains, hashes, states and the audit. */
export async function serverVerify(session: Session, input: CommandInput): Promise<void> {
  const problems = await withConsole(session, input, (server) => server.verify());
  const { output } = session;
  if (problems.length > 0) session.fail();
  if (output.isJson) return output.json({ ok: problems.length === 0, problems });
  for (const problem of problems) output.row(problem);
  if (problems.length === 0) output.line(serverTexts(session.language).whole);
}

/** `smena server compact`: snapshots are made, old parts of the log are put away. */
export async function serverCompact(session: Session, input: CommandInput): Promise<void> {
  const compacted = await withConsole(session, input, (server) => server.compact());
  const { output } = session;
  if (output.isJson) return output.json(compacted);
  const floors = Object.entries(compacted.floors)
    .map(([space, floor]) => `${space} ${floor}`)
    .join(', ');
  output.line(fill(serverTexts(session.language).compacted, { floors }));
}

/** `smena server erase REF`: what the law wants gone, on the server and on every device. */
export async function serverErase(session: Session, input: CommandInput): Promise<void> {
  const reference = input.required(0);
  const erased = await withConsole(session, input, (server) => server.erase(reference));
  const { output } = session;
  const ticket = erased.number ?? reference;
  if (output.isJson) return output.json({ ticket, ...erased, number: undefined });
  output.line(fill(serverTexts(session.language).erased, { ticket, rows: erased.rows }));
}

/** `smena server erase-practice PERSON`: what the desk knows of somebody's learning, by law. */
export async function serverErasePractice(session: Session, input: CommandInput): Promise<void> {
  const who = input.required(0);
  const { person, rows } = await withConsole(session, input, (server) => server.erasePractice(who));
  const { output } = session;
  if (output.isJson) return output.json({ person: person.name, personId: person.id, rows });
  const texts = serverTexts(session.language);
  output.line(fill(texts.practiceErased, { person: person.name, rows }));
}

/** `smena server min-client [VERSION|any]`: older clients keep working, without sync. */
export async function serverMinClient(session: Session, input: CommandInput): Promise<void> {
  const wanted = input.argument(0);
  const version = await withConsole(session, input, (server) => server.minClient(wanted));
  const { output } = session;
  if (output.isJson) return output.json({ minClient: version });
  const texts = serverTexts(session.language);
  output.line(version === null ? texts.anyClient : fill(texts.minClient, { version }));
}
