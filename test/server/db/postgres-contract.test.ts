import pg from 'pg';
import { openPostgresStore } from '../../../src/server/db/postgres/open-postgres-store.ts';
import { dropDatabase, freshDatabase } from '../../support/postgres.ts';
import { contract } from './contract.ts';

contract('PostgreSQL', async () => {
  const url = await freshDatabase();
  const open = () => openPostgresStore({ url, now: () => Date.UTC(2026, 10, 21) });
  const store = await open();
  return {
    store,
    openBeside: open,
    spoil: async (statement) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(statement);
      await client.end();
    },
    end: async () => {
      await store.close();
      await dropDatabase(url);
    },
  };
});
