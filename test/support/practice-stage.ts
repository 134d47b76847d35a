import { resumeRun, startRun } from '../../src/app/practice/start-run.ts';
import { createDispatcher } from '../../src/tui/actions/dispatch.ts';
import { charKey, namedKey } from '../../src/tui/input/key.ts';
import { parseKeys } from '../../src/tui/input/key-sequence.ts';
import { contextOf } from '../../src/tui/model/context.ts';
import { PracticeStation } from '../../src/tui/model/practice/practice-station.ts';
import type { Ui } from '../../src/tui/model/ui.ts';
import type { UiState } from '../../src/tui/model/ui-state.ts';
import { must } from '../../src/util/must.ts';
import { openWorkStage, type WorkStage, type WorkStageOptions } from './work-stage.ts';

const size = { columns: 100, rows: 30 };

/** Live work with a run of practice over it, on one terminal. */
export class PracticeStage {
  readonly work: WorkStage;
  readonly live: Ui;
  /** Whoever has the terminal now. */
  shown: Ui;

  constructor(work: WorkStage) {
    this.work = work;
    const stage = { show: (ui: Ui) => this.#show(ui), size: () => size };
    this.live = { ...work.ui, stage };
    this.shown = this.live;
  }

  get state(): UiState {
    return this.shown.store.get();
  }

  /** The run at hand. */
  get run() {
    return must(this.state.run, 'a run');
  }

  async begins(scenarioId: string, mode: 'practice' | 'exam' = 'practice'): Promise<void> {
    const session = await startRun(this.live.desk(), scenarioId, { mode, seed: 1 });
    await PracticeStation.open(this.live, session);
  }

  async goesOn(runId: string): Promise<void> {
    await PracticeStation.open(this.live, await resumeRun(this.live.desk(), runId));
  }

  /** Presses keys and waits until what they asked for is done. */
  async presses(keys: string): Promise<void> {
    const dispatcher = createDispatcher(this.shown);
    for (const id of must(parseKeys(keys), `keys ${keys}`)) {
      const [name = '', ...before] = id.split('+').toReversed();
      const modifiers = { ctrl: before.includes('ctrl'), shift: before.includes('shift') };
      const isNamed = name === 'enter' || name === 'escape' || name === 'tab';
      dispatcher.key(isNamed ? namedKey(name, modifiers) : charKey(name, modifiers));
    }
    await this.settles();
  }

  async types(text: string): Promise<void> {
    createDispatcher(this.shown).paste(text);
    await this.settles();
  }

  /** Waits until no key is held back. */
  settles(): Promise<void> {
    return new Promise((done) => {
      const wait = () => this.shown.gate.pass(done);
      setImmediate(() => setImmediate(wait));
    });
  }

  /** Writes a reply by the screens, over every remark. */
  async replies(text: string): Promise<void> {
    await this.presses('v');
    await this.types(text);
    await this.presses('ctrl+x');
    if (contextOf(this.state) === 'review') await this.presses('enter');
    if (contextOf(this.state) === 'review') await this.presses('!');
    await this.settles();
  }

  [Symbol.dispose](): void {
    if (this.shown !== this.live) this.shown.practice?.leave();
    this.work.close();
  }

  #show(ui: Ui): void {
    this.shown = ui;
  }
}

/** Opens live work that practice can be begun from. */
export async function openPracticeStage(options: WorkStageOptions = {}): Promise<PracticeStage> {
  return new PracticeStage(await openWorkStage({ isContentRead: true, ...options }));
}
