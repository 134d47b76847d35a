import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '../domain/vocabulary.ts';
import { createReplyEngine } from './reply-engine.ts';

/** What is asked of the worker: one body. */
export interface CheckOrder {
  readonly body: string;
  readonly language: Language;
  readonly promiseFrom: number | null;
}

// The only module that does something by being loaded: it is a thread of its own, so that a body
// that never ends can be ended with it.
const deskTimeZone = String(workerData);
const engines = {
  ru: createReplyEngine({ language: 'ru', deskTimeZone }),
  en: createReplyEngine({ language: 'en', deskTimeZone }),
};
parentPort?.on('message', ({ body, language, promiseFrom }: CheckOrder) => {
  parentPort?.postMessage(engines[language].check(body, promiseFrom));
});
parentPort?.postMessage('ready');
