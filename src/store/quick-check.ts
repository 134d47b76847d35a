import { Worker } from 'node:worker_threads';

// A worker made of text resolves modules from the working folder, so it is told where we are.
const CHECK = `
const { workerData, parentPort } = require('node:worker_threads');
const Database = require('node:module').createRequire(workerData.from)('better-sqlite3');
const db = new Database(workerData.path, { readonly: true });
parentPort.postMessage(db.pragma('quick_check(1)', { simple: true }));
db.close();
`;

/**
 * Checks a store beside the work, for instance after a shutdown that was not in order. Says what is
 * wrong; silent when all is well.
 */
export function quickCheck(path: string, onProblem: (problem: string) => void): void {
  const worker = new Worker(CHECK, { eval: true, workerData: { path, from: import.meta.url } });
  worker.on('message', (answer: unknown) => {
    if (answer !== 'ok') onProblem(String(answer));
  });
  worker.on('error', (error) => onProblem(error.message));
  worker.unref();
}
