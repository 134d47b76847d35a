import { setImmediate } from 'node:timers/promises';
import type { Language } from '../../src/domain/vocabulary.ts';
import type { Action, Context } from '../../src/tui/actions/action.ts';
import { createDispatcher } from '../../src/tui/actions/dispatch.ts';
import { App } from '../../src/tui/app.tsx';
import { createKeyReader } from '../../src/tui/input/key-reader.ts';
import { afterChange, refreshStatus } from '../../src/tui/model/act.ts';
import { contextOf } from '../../src/tui/model/context.ts';
import { loadKnowledge } from '../../src/tui/model/knowledge-model.ts';
import { loadPreview, openQueue } from '../../src/tui/model/queue-model.ts';
import { loadReplies } from '../../src/tui/model/replies-model.ts';
import type { Ui } from '../../src/tui/model/ui.ts';
import type { UiState } from '../../src/tui/model/ui-state.ts';
import { type Role, roles, type Theme } from '../../src/tui/theme/theme.ts';
import { must } from '../../src/util/must.ts';
import type { TestDesk } from './desk.ts';
import { type RenderedScreen, renderAt, type Size } from './render-at.tsx';
import { openWorkStage, type WorkStage, type WorkStageOptions } from './work-stage.ts';

export interface DriverOptions extends Omit<WorkStageOptions, 'columns' | 'rows'> {
  readonly size?: Size;
  readonly language?: Language;
  /** The queue that stands open at first. */
  readonly queue?: string;
}

const FILL = '░';
const INVERSE_FILL = '▒';

/** Every painted cell is visible: the renderer cuts blanks at the ends of rows. */
function visibleTheme(): Theme {
  const paint = (role: Role) => (text: string) =>
    text.replaceAll(' ', role === 'selected' || role === 'caret' ? INVERSE_FILL : FILL);
  return Object.fromEntries(roles.map((role) => [role, paint(role)])) as Theme;
}

function readable(cells: string): string {
  return cells.replaceAll(FILL, ' ').replaceAll(INVERSE_FILL, ' ');
}

/** The whole workstation over a real desk, driven by what a person presses and sees. */
export class ScreenDriver {
  readonly here: TestDesk;
  readonly stage: WorkStage;
  /** Keys pressed so far; letters of texts are not counted. */
  pressed = 0;
  readonly #screen: RenderedScreen;
  readonly #reader: ReturnType<typeof createKeyReader>;

  constructor(stage: WorkStage, size: Size) {
    this.stage = stage;
    this.here = stage.here;
    this.#screen = renderAt(<App ui={stage.ui} theme={visibleTheme()} onMount={() => {}} />, size);
    const dispatcher = createDispatcher(stage.ui);
    this.#reader = createKeyReader({
      escapeDelayMs: 50,
      onEvent: (event) => {
        if (event.type === 'paste') dispatcher.paste(event.text);
        else dispatcher.key(event.key);
      },
    });
  }

  get ui(): Ui {
    return this.stage.ui;
  }

  get state(): UiState {
    return this.stage.state;
  }

  get context(): Context {
    return contextOf(this.state);
  }

  /** Number of the ticket that stands selected in the list. */
  get selected(): string | null {
    const { rows, selectedId } = this.state.queue;
    return rows.find((row) => row.id === selectedId)?.number ?? null;
  }

  /** The text being written. */
  get draft(): string {
    return must(this.state.composer, 'a composer').history.present.text;
  }

  /** Presses the first key of an action, which must mean something here. */
  press(actionId: Action['id']): void {
    const binding = this.ui
      .bindings()
      .find(({ action }) => action.id === actionId && action.contexts.includes(this.context));
    if (!binding) throw new Error(`no action ${actionId} in ${this.context}`);
    this.keys(must(binding.keys[0], `a key of ${actionId}`));
  }

  /** Presses keys as a binding spells them: `ctrl+x`, `g m`, `enter`. */
  keys(spelled: string): void {
    this.pressed += spelled.trim().split(/\s+/).length;
    this.stage.presses(spelled);
  }

  /** Types a text, letter by letter. */
  type(text: string): void {
    this.stage.types(text);
  }

  /** Sends raw bytes through the program's own key reader. */
  sends(bytes: string | Uint8Array): void {
    this.#reader.push(bytes);
  }

  /** What another process wrote is read, as it is a moment after it was written. */
  hearsOfChanges(): void {
    afterChange(this.ui);
  }

  resize(size: Size): void {
    this.#screen.resize(size);
    this.ui.store.set(size);
  }

  /** Waits until the frame, in which every painted cell is visible, is as it must be. */
  waitFor(isRight: (cells: string) => boolean): Promise<void> {
    return this.#screen.waitFor(isRight);
  }

  /** Waits until the text stands on the screen. */
  async sees(expected: string | RegExp): Promise<void> {
    const isSeen = (frame: string) =>
      typeof expected === 'string' ? frame.includes(expected) : expected.test(frame);
    try {
      await this.waitFor((cells) => isSeen(readable(cells)) || isSeen(cells));
    } catch {
      throw new Error(`${String(expected)} is not on the screen:\n${this.frame()}`);
    }
  }

  /** Lets the renderer draw what has changed. */
  async drawn(): Promise<void> {
    await setImmediate();
    await setImmediate();
  }

  /** The last frame as a person reads it. */
  frame(): string {
    return readable(this.cells());
  }

  /** The last frame in which every painted cell is visible. */
  cells(): string {
    return this.#screen.frame();
  }

  [Symbol.dispose](): void {
    this.#reader.reset();
    this.#screen.unmount();
    this.stage.close();
  }
}

/** Opens the workstation on a desk that `prepare` fills before the first look. */
export async function openDriver(
  options: DriverOptions = {},
  prepare: (here: TestDesk) => void = () => {},
): Promise<ScreenDriver> {
  const { size = { columns: 100, rows: 28 }, language, queue = 'all-open', ...more } = options;
  const stage = await openWorkStage({ isContentRead: true, ...more, ...size }, prepare);
  if (language) stage.ui.store.set({ language });
  await loadKnowledge(stage.ui);
  await loadReplies(stage.ui);
  openQueue(stage.ui, queue);
  loadPreview(stage.ui);
  refreshStatus(stage.ui);
  const driver = new ScreenDriver(stage, size);
  await driver.drawn();
  return driver;
}
