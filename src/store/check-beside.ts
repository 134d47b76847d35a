import { Worker } from 'node:worker_threads';

// A worker made of text resolves modules from the working folder, so it is told where we are.
const CHECK = `
const { workerData, parentPort } = require('node:worker_threads');
const Database = require('node:module').createRequire(workerData.from)('better-sqlite3');
const db = new Database(workerData.path, { readonly: true });
parentPort.postMessage(db.pragma(workerData.pragma, { simple: true }));
db.close();
`;

/**
 * Checks a store file beside the work, in a thread of its own, so that no screen waits for it.
 * `quick` looks at the structure of the pages, `whole` at every index too. Says what is wrong, or
 * null.
 */
export function checkBeside(path: string, depth: 'quick' | 'whole'): Promise<string | null> {
  const pragma = depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)';
  const workerData = { path, pragma, from: import.meta.url };
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const worker = new Worker(CHECK, { eval: true, workerData });
  worker.on('message', (answer: unknown) => resolve(answer === 'ok' ? null : String(answer)));
  worker.on('error', (error) => resolve(error.message));
  return promise;
}
