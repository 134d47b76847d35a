import type { Scenario } from '../../content/scenario/scenario.ts';
import { advance } from '../../practice/run/advance.ts';
import { passTime } from '../../practice/run/pass-time.ts';
import type { RunEvent } from '../../practice/run/run-event.ts';
import type { RunMode, RunScore, RunState } from '../../practice/run/run-state.ts';
import { scoreOf } from '../../practice/score/score-of.ts';
import type { RunStore, StoredRun } from '../../store/practice/run-store.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import type { AnswerJudge } from './judge-answer.ts';
import { practiceFile } from './practice-file.ts';
import type {
  AnswerProblem,
  EndedRun,
  PracticeAnswer,
  PracticeSession,
} from './practice-session.ts';
import { type EndAs, settleRun } from './settle-run.ts';
import { toStored } from './stored-run.ts';

/** Nobody sat there all that time: the machine slept, or its clock was set. */
const LONGEST_STEP_MS = 5 * 60_000;
/** Of the real clock; what falls due is kept at once. */
const KEEP_CLOCK_MS = 10_000;

export interface SessionParts {
  readonly run: StoredRun;
  readonly scenario: Scenario;
  /** After the last event that is on disk. */
  readonly state: RunState;
  readonly attempt: number;
  /** Opened by the first letter that is typed: the lexicon takes a moment to read. */
  readonly judge: () => Promise<AnswerJudge>;
}

/** A run that is played: every answer is judged, kept, and only then seen. */
export class RunSession implements PracticeSession {
  readonly runId: string;
  readonly scenario: Scenario;
  readonly mode: RunMode;
  readonly seed: number;
  readonly attempt: number;
  readonly speed: number;
  readonly #desk: Desk;
  readonly #runs: RunStore;
  readonly #judge: () => Promise<AnswerJudge>;
  readonly #listeners = new Set<(state: RunState) => void>();
  /** After the last event: time passes on from here, so that a kept run goes the same way again. */
  #after: RunState;
  /** As it is by now. */
  #state: RunState;
  #at: number;
  #realAt: number;
  #keptAt: number;
  #isPaused = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(desk: Desk, { run, scenario, state, attempt, judge }: SessionParts) {
    this.runId = run.id;
    this.scenario = scenario;
    this.mode = run.mode;
    this.seed = run.seed;
    this.attempt = attempt;
    this.speed = scenario.speed[run.mode];
    this.#desk = desk;
    this.#runs = practiceFile(desk).runs;
    this.#judge = judge;
    this.#after = state;
    this.#at = Math.max(run.clockAt, state.now);
    this.#state = passTime(scenario, state, this.#at);
    this.#realAt = desk.clock.now();
    this.#keptAt = this.#realAt;
  }

  state(): RunState {
    return this.#state;
  }

  score(): RunScore {
    return scoreOf(this.scenario, this.#state);
  }

  now(): number {
    return this.#at;
  }

  isPaused(): boolean {
    return this.#isPaused;
  }

  answer(answer: PracticeAnswer): Promise<Result<RunState, AnswerProblem>> {
    // One after the other: each is judged by what the one before it led to.
    const done = this.#last.then(() => this.#take(answer));
    this.#last = done.catch(() => null);
    return done;
  }

  tick(realNow: number, pace = this.speed): RunState {
    const passed = realNow - this.#realAt;
    const isCounted = !this.#isPaused && passed > 0 && passed <= LONGEST_STEP_MS;
    if (isCounted && this.#state.ending === null) {
      this.#goTo(this.#at + passed * pace, realNow);
    }
    this.#realAt = realNow;
    return this.#state;
  }

  pause(realNow: number): void {
    if (this.#isPaused) return;
    this.tick(realNow);
    this.#runs.moveClock(this.runId, this.#at);
    this.#isPaused = true;
  }

  resume(realNow: number): void {
    this.#isPaused = false;
    this.#realAt = realNow;
  }

  draft(): string {
    return this.#runs.draft(this.runId);
  }

  saveDraft(text: string): void {
    // Whatever is wrong with it is told to the answer.
    this.#judge().catch(() => null);
    this.#runs.saveDraft(this.runId, text);
  }

  listen(listener: (state: RunState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  finish(): EndedRun {
    return this.#end('finished');
  }

  abandon(): EndedRun {
    // Whoever begins an exam has taken it.
    return this.#end(this.mode === 'exam' ? 'finished' : 'abandoned');
  }

  async #take(answer: PracticeAnswer): Promise<Result<RunState, AnswerProblem>> {
    if (answer.type === 'replied') this.#runs.saveDraft(this.runId, answer.text);
    this.tick(this.#desk.clock.now());
    const event = await (await this.#judge()).eventOf(this.#state, answer, this.#at);
    const waited = answer.type === 'waited' ? Math.max(0, answer.ms) : 0;
    const at = Math.max(this.#at, this.#state.now) + waited;
    const next = advance(this.scenario, this.#after, event, at);
    if (!next.ok) {
      const { code, value } = next.problem;
      return fail({ code, params: { value } });
    }
    this.#keep(event, at, next.value);
    this.#tell();
    return ok(this.#state);
  }

  #keep(event: RunEvent, at: number, next: RunState): void {
    // Taking an answer back sets the clock back, too.
    const clockAt = event.type === 'retried' ? next.now : Math.max(at, next.now);
    const stored = toStored({ seq: this.#state.seq + 1, at, event });
    const endsDraft = event.type === 'replied';
    if (!this.#runs.append(this.runId, stored, { clockAt, endsDraft })) {
      throw new UserError('practice-run-elsewhere', { scenario: this.scenario.title });
    }
    this.#after = next;
    this.#state = next;
    this.#at = clockAt;
  }

  /** What falls due on the way is on disk, by the instant that it follows from, before it is seen. */
  #goTo(at: number, realNow: number): void {
    const next = passTime(this.scenario, this.#after, at);
    const hasHappened = next.transcript.length !== this.#state.transcript.length;
    if (hasHappened || realNow - this.#keptAt >= KEEP_CLOCK_MS) {
      this.#runs.moveClock(this.runId, at);
      this.#keptAt = realNow;
    }
    this.#state = next;
    this.#at = at;
    if (hasHappened) this.#tell();
  }

  #end(as: EndAs): EndedRun {
    this.#runs.moveClock(this.runId, this.#at);
    return settleRun(this.#desk, this.runId, as);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.#state);
  }
}
