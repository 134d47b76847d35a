import { APPLICATION_ID, migrate } from './migrate.ts';
import { openSqlFile } from './open-sql-file.ts';
import type { Sql } from './sql.ts';

/** A text reduced to what is searched (stems, codes). Comes from the search folder. */
export type IndexText = (text: string) => string;

export interface OpenOptions {
  readonly path: string;
  readonly indexText: IndexText;
}

/** One open store. Readers and transactors of each noun are built on `sql`. */
export interface Store {
  readonly sql: Sql;
  readonly path: string;
  readonly indexText: IndexText;
  close(): void;
}

/**
 * Opens (or makes) the store of a workstation. Throws a UserError with a plain code for everything
 * a person can mend.
 */
export function openStore({ path, indexText }: OpenOptions): Store {
  const sql = openSqlFile({
    ...{ path, applicationId: APPLICATION_ID },
    migrate: (file) => migrate(file, indexText),
  });
  return { sql, path, indexText, close: () => sql.close() };
}
