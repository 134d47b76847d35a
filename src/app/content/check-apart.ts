import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BodyToCheck } from '../../content/load-parts.ts';
import type { BodyProblem, BodyProblemCode } from '../../content/template-problem.ts';
import type { CheckOrder } from '../../render/check-worker.ts';

/** How long one body may take; a busy machine gets a second chance. */
const LIMITS_MS = [250, 2_000] as const;
const MEMORY_MB = 64;

export interface CheckApartOptions {
  readonly deskTimeZone: string;
  /** Tests are not patient. */
  readonly limitsMs?: readonly number[];
}

type Remarks = readonly BodyProblem[];

/**
 * Checks bodies that are not trusted in a thread of their own. One that does not end, or takes all
 * memory, is killed with its thread and told as a problem; the others are checked in a new one.
 */
export async function checkApart(
  bodies: readonly BodyToCheck[],
  { deskTimeZone, limitsMs = LIMITS_MS }: CheckApartOptions,
): Promise<readonly Remarks[]> {
  const checked: Remarks[] = [];
  let worker: Worker | null = null;
  try {
    for (const { body, lang: language, promiseFrom } of bodies) {
      let answer: Remarks | BodyProblemCode = 'too-slow';
      for (const limit of limitsMs) {
        worker ??= await startWorker(deskTimeZone);
        answer = await ask(worker, { body, language, promiseFrom }, limit);
        if (typeof answer !== 'string') break;
        await worker.terminate();
        worker = null;
      }
      checked.push(typeof answer === 'string' ? [killed(answer)] : answer);
    }
    return checked;
  } finally {
    await worker?.terminate();
  }
}

async function startWorker(deskTimeZone: string): Promise<Worker> {
  const worker = new Worker(workerFile(), {
    workerData: deskTimeZone,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  await once(worker, 'message');
  // An end that comes after the answer is nobody's problem any more.
  worker.on('error', () => {});
  return worker;
}

/** In the bundle the thread has a file of its own beside the chunks. */
function workerFile(): string {
  return import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, '../../render/check-worker.ts')
    : join(import.meta.dirname, 'check-worker.mjs');
}

function ask(
  worker: Worker,
  order: CheckOrder,
  limitMs: number,
): Promise<Remarks | BodyProblemCode> {
  return new Promise((settle) => {
    const answer = (value: Remarks | BodyProblemCode) => {
      clearTimeout(timer);
      worker.off('message', answer).off('error', onDeath);
      settle(value);
    };
    // Out of memory or out of stack: either way it is too big.
    const onDeath = () => answer('too-big');
    const timer = setTimeout(() => answer('too-slow'), limitMs);
    worker.on('message', answer).on('error', onDeath);
    worker.postMessage(order);
  });
}

function killed(code: BodyProblemCode): BodyProblem {
  return { line: 1, column: 1, code, params: {} };
}
