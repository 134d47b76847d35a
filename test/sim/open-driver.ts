import Database from 'better-sqlite3';

/**
 * Opens a store from its bytes. Statements are compiled once for a store and not once for each of
 * its processes: they come and go here so often that half the time would go into that.
 */
export function openDriver(content: Buffer): Database.Database {
  const driver = new Database(content);
  const compile = driver.prepare.bind(driver);
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const statement = kept.get(text) ?? compile(text);
    kept.set(text, statement);
    return statement;
  };
  return Object.assign(driver, { prepare });
}
