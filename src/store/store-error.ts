import { UserError } from '../util/user-error.ts';

const codes: readonly (readonly [prefix: string, code: string])[] = [
  ['SQLITE_BUSY', 'store-locked'],
  ['SQLITE_LOCKED', 'store-locked'],
  ['SQLITE_READONLY', 'store-read-only'],
  ['SQLITE_FULL', 'store-disk-full'],
  ['SQLITE_NOTADB', 'store-not-a-store'],
  ['SQLITE_CORRUPT', 'store-corrupt'],
  ['SQLITE_CANTOPEN', 'store-cannot-open'],
  ['SQLITE_PERM', 'store-cannot-open'],
  ['SQLITE_IOERR', 'store-io'],
  ['ENOSPC', 'store-disk-full'],
  ['EROFS', 'store-read-only'],
  ['EACCES', 'store-no-rights'],
  ['EPERM', 'store-no-rights'],
  ['EDQUOT', 'store-disk-full'],
  ['EIO', 'store-io'],
  ['ENOENT', 'store-cannot-open'],
  ['ENOTDIR', 'store-cannot-open'],
  ['EEXIST', 'store-cannot-open'],
  ['ELOOP', 'store-cannot-open'],
  ['ENAMETOOLONG', 'store-cannot-open'],
  ['EMFILE', 'store-cannot-open'],
];

/** Turns a driver's or the file system's failure into one that names the file; others pass through. */
export function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const known = codes.find(([prefix]) => code.startsWith(prefix));
  return known ? new UserError(known[1], { path }, { cause: error }) : error;
}
