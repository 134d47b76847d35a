import type { Desk } from '../desk/desk.ts';
import type { IncomingLetter } from './import-letter.ts';
import { failure, type ImportOutcome, type ImportReport, ImportTally } from './import-report.ts';
import type { MailSource } from './read-mail-sources.ts';
import { rehearse } from './rehearse.ts';

export interface ImportMailOptions {
  /** Reports what would happen and writes nothing. */
  readonly dryRun?: boolean;
}

/**
 * Reads .eml files, folders, Maildirs and mboxes into the desk. Each letter is one transaction;
 * one that cannot be taken is named in `failed` and never stops the next.
 */
export async function importMail(
  desk: Desk,
  paths: readonly string[],
  options: ImportMailOptions = {},
): Promise<ImportReport> {
  const { readMailSources } = await import('./read-mail-sources.ts');
  const tally = new ImportTally();
  if (options.dryRun) return rehearseMail(desk, readMailSources(paths), tally);
  for await (const source of readMailSources(paths)) {
    tally.add(source.source, await importSource(desk, source));
  }
  return tally.report();
}

/** Reads and places one letter. Throws only when the store itself cannot be written. */
export async function importSource(desk: Desk, source: MailSource): Promise<ImportOutcome> {
  const { importLetter } = await import('./import-letter.ts');
  const incoming = await readSource(desk, source, false);
  return 'kind' in incoming ? incoming : attempt(() => importLetter(desk, incoming));
}

/**
 * Everything is read first and placed in one go: the letters see each other as in the real run,
 * and the store is locked only while they are placed.
 */
async function rehearseMail(
  desk: Desk,
  sources: AsyncIterable<MailSource>,
  tally: ImportTally,
): Promise<ImportReport> {
  const { importLetter } = await import('./import-letter.ts');
  const read: { source: string; incoming: IncomingLetter | ImportOutcome }[] = [];
  for await (const source of sources) {
    read.push({ source: source.source, incoming: await readSource(desk, source, true) });
  }
  rehearse(desk.store, () => {
    for (const { source, incoming } of read) {
      const outcome = 'kind' in incoming ? incoming : attempt(() => importLetter(desk, incoming));
      tally.add(source, outcome);
    }
  });
  return tally.rehearsal();
}

async function readSource(
  desk: Desk,
  source: MailSource,
  isRehearsal: boolean,
): Promise<IncomingLetter | ImportOutcome> {
  if (source.problem !== null) return { kind: 'failed', reason: source.problem };
  const { readLetter } = await import('./import-letter.ts');
  try {
    const letter = await readLetter(desk, source.source, await source.read(), isRehearsal);
    return letter.ok ? letter.value : { kind: 'failed', reason: letter.problem };
  } catch (error) {
    return isFileError(error) ? { kind: 'failed', reason: 'file-not-readable' } : failure(error);
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function attempt(work: () => ImportOutcome): ImportOutcome {
  try {
    return work();
  } catch (error) {
    return failure(error);
  }
}
