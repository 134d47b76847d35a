import { readFileSync } from 'node:fs';
import { checkBeside } from '../../store/check-beside.ts';
import type { Desk } from './desk.ts';

const PREFIX = 'session/';

/** A process that works at the store. Process numbers are given again: start and boot tell them apart. */
interface SessionMark {
  readonly pid: number;
  readonly boot: string;
  readonly started: string;
  readonly at: number;
}

/**
 * Notes that this process works at the store. Returns whether an earlier one ended without saying
 * so (a crash, a kill, a power cut): then the store is worth a check.
 */
export function beginSession(desk: Desk): { readonly wasUnclean: boolean } {
  return desk.store.sql.transact(() => {
    const dead = deadSessions(desk);
    for (const key of dead) desk.meta.remove(key);
    const { pid } = process;
    const mark: SessionMark = { pid, boot: bootId(), started: startOf(pid), at: desk.clock.now() };
    desk.meta.set(`${PREFIX}${pid}`, JSON.stringify(mark));
    return { wasUnclean: dead.length > 0 };
  });
}

/** Notes that this process ends in good order. */
export function endSession(desk: Desk): void {
  desk.meta.remove(`${PREFIX}${process.pid}`);
}

/** Whether some process ended without `endSession` and nobody has begun a session since. */
export function wasUnclean(desk: Desk): boolean {
  return deadSessions(desk).length > 0;
}

function deadSessions(desk: Desk): string[] {
  const marks = desk.meta.startingWith(PREFIX);
  return marks.filter(({ value }) => !isAlive(readMark(value))).map(({ key }) => key);
}

function readMark(value: string): SessionMark {
  // Written by `beginSession` only.
  return JSON.parse(value) as SessionMark;
}

function isAlive({ pid, boot, started }: SessionMark): boolean {
  if (boot !== bootId()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return started === startOf(pid);
}

function bootId(): string {
  return readLine('/proc/sys/kernel/random/boot_id');
}

/** When a process started, in ticks since the boot; '' where /proc does not tell. */
function startOf(pid: number): string {
  // The name of the program stands in brackets and may hold spaces; start is the 20th field after it.
  const stat = readLine(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function readLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Checks the store beside the work after an unclean end; says what is wrong and what to do. */
export async function checkAfterCrash(desk: Desk): Promise<string | null> {
  const problem = await checkBeside(desk.paths.store, 'quick');
  return problem && `${problem} → smena verify`;
}
