export const checkCodes = [
  'integrity',
  'durability',
  'histories',
  'counts',
  'search-index',
  'orphans',
  'session',
  'file-modes',
  'backups',
  'practice',
  'disk-space',
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** One thing that was looked at. `detail` and `fix` are data: numbers, paths, a command to run. */
export interface Check {
  readonly code: CheckCode;
  readonly ok: boolean;
  readonly detail: string;
  readonly fix: string | null;
}

export interface CheckOptions {
  /** Every page, every history and every copy instead of a sample. */
  readonly deep: boolean;
}
