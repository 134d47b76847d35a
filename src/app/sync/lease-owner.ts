import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Sql } from '../../store/sql.ts';
import type { MakeId } from '../../util/id.ts';

/** Names this process in the lease of sync, so that the next one knows whether it still lives. */
export function ownerName(makeId: MakeId): string {
  return `${hostname()}/${process.pid}/${makeId()}`;
}

/** Whoever was killed cannot give the lease back: nobody has to wait until it runs out. */
export function freeDeadLease(sql: Sql): void {
  const row = sql.get<{ owner: string }>('SELECT owner FROM sync_lease WHERE until > 0');
  if (!row) return;
  const [host, pid] = row.owner.split('/');
  if (host !== hostname() || isAlive(Number(pid))) return;
  sql.run('UPDATE sync_lease SET until = 0 WHERE owner = ?', row.owner);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Killed, and nobody has asked yet how it ended: it does nothing any more. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
