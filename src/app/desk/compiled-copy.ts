import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something made of content files, kept so that the next start need not read them. */
export interface CompiledCopy {
  readonly folder: string;
  readonly name: string;
  /** Raise when the form of the value changes. */
  readonly form: number;
  /** What it is made of; a file that is added, removed or changed makes the copy stale. */
  readonly files: readonly string[];
  /** What else it depends on, in a few words. */
  readonly also?: string;
}

/**
 * The value made of some files: the kept copy while the files are as they were, else made again
 * and kept. `Value` must survive JSON.
 */
export async function readCompiled<Value>(
  copy: CompiledCopy,
  make: () => Promise<Value>,
): Promise<Value> {
  const key = stampOf(copy);
  const path = join(copy.folder, `${copy.name}.json`);
  const kept = readKept<Value>(path, key);
  if (kept !== null) return kept.value;
  const value = await make();
  keep(copy.folder, path, JSON.stringify({ key, value }));
  return value;
}

/** What tells whether any of the files changed. */
export function stampOf({
  form,
  files,
  also,
}: Pick<CompiledCopy, 'form' | 'files' | 'also'>): string {
  const stamps = files.flatMap((file) => {
    try {
      // Most files of a pack are missing, and an error costs far more than looking for one.
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat ? [`${file} ${stat.mtimeMs} ${stat.size}`] : [];
    } catch {
      // A link to itself, or without rights: whoever reads it tells.
      return [];
    }
  });
  return [`form ${form}`, ...(also === undefined ? [] : [also]), ...stamps].join('\n');
}

function readKept<Value>(path: string, key: string): { readonly value: Value } | null {
  try {
    const text = readFileSync(path, 'utf8');
    // Written by `keep` below under the same form, which the key carries.
    const copy = JSON.parse(text) as { readonly key: string; readonly value: Value };
    return copy.key === key ? copy : null;
  } catch {
    // A missing or torn copy is as good as none: the files themselves are read.
    return null;
  }
}

function keep(folder: string, path: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A copy of one's own first: two commands that start together must not mix their texts.
    const own = `${path}.${process.pid}`;
    writeFileSync(own, text, { mode: 0o600 });
    renameSync(own, path);
  } catch {
    // A read-only or full disk is reported by the store, which needs to write; the copy does not.
  }
}
