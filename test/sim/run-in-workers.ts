import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WorkerNews, WorkerOrder } from './sim-worker.ts';

const script = fileURLToPath(new URL('./sim-worker.ts', import.meta.url));

/** What to run, over how many processes. */
export interface Batch {
  readonly seed: number;
  readonly schedules: number;
  readonly steps: number;
  readonly jobs: number;
  readonly mutant?: string | null;
  readonly untilWrong?: boolean;
  /** Seeds besides those in a row. */
  readonly more?: readonly number[];
}

/** Runs schedules side by side; `onNews` hears of each as it ends. */
export async function runInWorkers(
  batch: Batch,
  onNews: (news: WorkerNews) => void,
): Promise<void> {
  const { seed, schedules, steps, jobs, mutant = null, untilWrong = false, more = [] } = batch;
  const seeds = [...more, ...Array.from({ length: schedules }, (_, n) => seed + n)];
  const workers = Array.from({ length: jobs }, (_, job) => {
    const own = seeds.filter((__, n) => n % jobs === job);
    const order: WorkerOrder = { seeds: own, steps, mutant, untilWrong };
    const child = fork(script, [], { serialization: 'advanced', execArgv: [] });
    child.send(order);
    return child;
  });
  const ends = workers.map(async (worker) => {
    worker.on('message', (news: WorkerNews) => {
      onNews(news);
      if (untilWrong && news.wrong !== null) endAll(workers);
    });
    const [code] = (await once(worker, 'exit')) as [number | null];
    if (code !== 0 && code !== null)
      throw new Error(`a process of the simulator ended with ${code}`);
  });
  await Promise.all(ends);
}

function endAll(workers: readonly ChildProcess[]): void {
  for (const worker of workers) worker.kill();
}
