import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqliteStore } from '../../../src/server/db/sqlite/open-sqlite-store.ts';
import { contract } from './contract.ts';

contract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'smena-server-'));
  const path = join(folder, 'server.db');
  const open = () => openSqliteStore({ path, now: () => 0, pollMs: 20 });
  const store = open();
  return {
    store,
    openBeside: async () => open(),
    spoil: async (statement) => {
      const driver = new Database(path);
      driver.exec(statement);
      driver.close();
    },
    end: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});
