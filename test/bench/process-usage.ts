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

/** Processor time of this process while `work` runs, ms: what a busy machine cannot stretch. */
export async function cpuOf<Value>(work: () => Value | Promise<Value>) {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, cpu: (user + system) / 1000 };
}

/** The longest turn of this thread in processor time, ms, while `work` runs. */
export async function longestTurn<Value>(work: () => Promise<Value>) {
  const spent = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let [last, longest] = [spent(), 0];
  const look = () => {
    const now = spent();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  const value = await work();
  look();
  clearInterval(timer);
  return { value, longest };
}
