import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Processor time a process has used so far, in ms; null where the system does not say. */
export function cpuMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in parentheses and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}

/** Memory a process holds now, in MiB; `peak` for the most it ever held. */
export function rssMiB(pid: number, which: 'now' | 'peak' = 'now'): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const name = which === 'now' ? 'VmRSS' : 'VmHWM';
    const [, kib] = new RegExp(`${name}:\\s+(\\d+)`).exec(status) ?? [];
    return kib === undefined ? null : Number(kib) / 1024;
  } catch {
    return null;
  }
}
