import { readFileSync } from 'node:fs';
import { type LintContextFile, readLintContext } from '../../content/lint-context.ts';
import { UserError } from '../../util/user-error.ts';

/** What a call of `smena lint` is to know besides the data directory. Throws UserErrors. */
export function readKnownBesides(path: string): LintContextFile {
  const read = readLintContext(readText(path));
  if (read.ok) return read.value;
  throw new UserError('context-wrong', { path, details: read.problem });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UserError(
      isMissing ? 'file-not-found' : 'file-not-readable',
      { path },
      { cause: error },
    );
  }
}
