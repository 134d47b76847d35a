import type { OpResult } from '../../../protocol/wire.ts';
import { BusyError } from '../../db/server-store.ts';
import { isUnavailable } from '../../db/unavailable.ts';
import type { Served } from '../sync-server.ts';
import type { Job } from './ask-op.ts';
import { type Answers, type CommitTools, commitJobs, hasPack } from './commit-jobs.ts';

/** So many operations share a transaction. */
const GROUP = 500;
/** More would be answered too late, and fill the memory: who comes then is asked to come again. */
const MOST_WAITING = 5000;

type Answer = Served<readonly OpResult[]>;

interface Waiting {
  readonly job: Job;
  readonly settle: (answer: Answer) => void;
}

const busy: Answer = { ok: false, problem: { status: 503, code: 'busy' } };
const internal: Answer = { ok: false, problem: { status: 500, code: 'internal' } };

/**
 * Lets pushes that come together share one transaction. While one is written the next ones gather,
 * so that nobody waits for a timer, and many at once cost little more than one.
 */
export class PushQueue {
  readonly #tools: CommitTools;
  readonly #pause: () => Promise<void>;
  readonly #waiting: Waiting[] = [];
  #waitingOps = 0;
  #isRunning = false;

  /** `pause` lets other requests in that have arrived already. */
  constructor(tools: CommitTools, pause: () => Promise<void>) {
    this.#tools = tools;
    this.#pause = pause;
  }

  /** Commits a push with those that come at the same time. */
  async push(job: Job): Promise<Answer> {
    if (this.#waitingOps >= MOST_WAITING) return busy;
    this.#waitingOps += job.ops.length;
    const answer = new Promise<Answer>((settle) => this.#waiting.push({ job, settle }));
    if (!this.#isRunning) void this.#run();
    return answer;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      await this.#pause();
      const group = this.#take();
      const answers = await this.#commit(group.map(({ job }) => job));
      for (const [index, { settle }] of group.entries()) settle(answers[index] ?? internal);
    }
    this.#isRunning = false;
  }

  /** The next pushes, one of each client, as many as fit. */
  #take(): readonly Waiting[] {
    const group: Waiting[] = [];
    const clients = new Set<string>();
    let ops = 0;
    for (const waiting of [...this.#waiting]) {
      const { request, ops: own } = waiting.job;
      if (clients.has(request.clientId)) continue;
      if (group.length > 0 && ops + own.length > GROUP) break;
      group.push(waiting);
      clients.add(request.clientId);
      ops += own.length;
    }
    for (const taken of group) this.#waiting.splice(this.#waiting.indexOf(taken), 1);
    this.#waitingOps -= ops;
    return group;
  }

  async #commit(jobs: readonly Job[]): Promise<Answers> {
    // A new pack changes what everything after it is decided by.
    if (jobs.some(hasPack)) return this.#oneByOne(jobs);
    try {
      return await commitJobs(jobs, this.#tools);
    } catch (error) {
      if (error instanceof BusyError) return jobs.map(() => busy);
      this.#forget();
      // No client may hold against its operations what befell the machine.
      if (isUnavailable(error)) return jobs.map(() => this.#comeAgain(error));
      if (jobs.length > 1 || jobs.some(({ ops }) => ops.length > 1)) return this.#oneByOne(jobs);
      this.#tools.onBug(error);
      return [internal];
    }
  }

  /** Finds the guilty operation of a batch that could not be written: the others get through. */
  async #oneByOne(jobs: readonly Job[]): Promise<Answers> {
    const answers: Answer[] = [];
    for (const job of jobs) answers.push(await this.#opByOp(job));
    return answers;
  }

  async #opByOp(job: Job): Promise<Answer> {
    const results: OpResult[] = [];
    for (const op of job.ops) {
      const answer = await this.#alone({ ...job, ops: [op] });
      if (!answer.ok) return results.length > 0 ? { ok: true, value: results } : answer;
      results.push(...answer.value);
    }
    return { ok: true, value: results };
  }

  async #alone(job: Job): Promise<Answer> {
    try {
      const [answer = internal] = await commitJobs([job], this.#tools);
      return answer;
    } catch (error) {
      if (error instanceof BusyError) return busy;
      this.#forget();
      if (isUnavailable(error)) return this.#comeAgain(error);
      this.#tools.onBug(error);
      return internal;
    }
  }

  #comeAgain(error: unknown): Answer {
    this.#tools.onBug(error);
    return busy;
  }

  /** After a failure nothing that was kept is trusted. */
  #forget(): void {
    this.#tools.pool.clear();
    this.#tools.cache.clear();
    this.#tools.desk.forget();
  }
}
