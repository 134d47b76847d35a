import type { ShiftReport } from './shift-report.ts';

const STALE_MS = 60 * 60_000;

/** Whether a report was looked at long after the last exchange with the server: it says so itself. */
export function isStale({ asOf, lastSyncAt }: Pick<ShiftReport, 'asOf' | 'lastSyncAt'>): boolean {
  return lastSyncAt !== null && asOf - lastSyncAt > STALE_MS;
}
