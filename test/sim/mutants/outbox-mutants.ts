import type { OpResult } from '../../../src/protocol/wire.ts';
import type { Mutant } from './mutant.ts';
import { overStore } from './over-store.ts';

/** Bugs in what waits for the server and in what came of it. */
export const outboxMutants: readonly Mutant[] = [
  {
    name: 'ack-deletes-outbox',
    about: 'an answer to some operations empties the whole outbox',
    plant: overStore((store, sql) => ({
      settle(results, now) {
        const settled = store.settle(results, now);
        sql.run("DELETE FROM outbox WHERE state = 'pending'");
        return settled;
      },
    })),
  },
  {
    name: 'acked-is-forgotten',
    about: 'what the server took is forgotten before it came back with the log',
    plant: overStore((store, sql) => ({
      settle(results, now) {
        const settled = store.settle(results, now);
        sql.run("DELETE FROM outbox WHERE state IN ('acked', 'landed')");
        return settled;
      },
    })),
  },
  {
    name: 'refused-is-dropped',
    about: 'what a rule refuses vanishes without a word',
    plant: overStore((store, sql) => ({
      settle(results, now) {
        const settled = store.settle(results, now);
        for (const id of settled.discrepancies) sql.run('DELETE FROM discrepancy WHERE id = ?', id);
        return settled;
      },
    })),
  },
  {
    name: 'tray-cuts-text',
    about: 'the tray keeps the beginning of a text only',
    plant: overStore((store, sql) => ({
      settle(results, now) {
        const settled = store.settle(results, now);
        sql.run('UPDATE discrepancy SET text = substr(text, 1, 12)');
        return settled;
      },
    })),
  },
  {
    name: 'settled-before-the-tray',
    about: 'an operation is called rejected in one transaction and told of in the next',
    plant: overStore((store, sql) => {
      let untold: readonly OpResult[] = [];
      return {
        settle(results, now) {
          const refused = results.filter(({ outcome }) => outcome === 'rejected');
          const done = store.settle(
            [...untold, ...results.filter((one) => !refused.includes(one))],
            now,
          );
          for (const { opId } of refused) {
            sql.run("UPDATE outbox SET state = 'rejected' WHERE op_id = ?", opId);
          }
          untold = refused;
          return done;
        },
      };
    }),
  },
  {
    name: 'poison-wedges',
    about: 'an operation that the server stumbles over is tried for ever',
    plant: overStore(() => ({ countTry: () => 1 })),
  },
  {
    name: 'poison-vanishes',
    about: 'an operation that the server stumbles over is thrown away',
    plant: overStore((store, sql) => ({
      park(opId, code, now) {
        const ids = store.park(opId, code, now);
        for (const id of ids) sql.run('DELETE FROM discrepancy WHERE id = ?', id);
        return ids;
      },
    })),
  },
  {
    name: 'no-resend',
    about: 'a server that was put back gets only what still waited',
    plant: overStore((store, sql) => ({
      becomeClient(clientId, now) {
        const kept = sql.all<{ op_id: string; state: string }>(
          "SELECT op_id, state FROM outbox WHERE state IN ('acked', 'landed')",
        );
        const done = store.becomeClient(clientId, now);
        for (const { op_id: opId } of kept) {
          sql.run("UPDATE outbox SET state = 'landed', acked_seq = 0 WHERE op_id = ?", opId);
        }
        return done;
      },
    })),
  },
  {
    name: 'new-op-ids',
    about: 'a new client gives its operations new names',
    plant: overStore((store, sql) => ({
      becomeClient(clientId, now) {
        const done = store.becomeClient(clientId, now);
        sql.run("UPDATE outbox SET op_id = op_id || 'x' WHERE cseq IS NULL");
        return done;
      },
    })),
  },
  {
    name: 'undo-after-push',
    about: 'what is on its way to the server can still be taken back here',
    plant: (kit) => ({
      ...kit,
      clientSql: (text) =>
        kit.clientSql(
          text.includes('FROM outbox WHERE by_id = ?')
            ? text.replace(', cseq', ', NULL AS cseq')
            : text,
        ),
    }),
  },
];
