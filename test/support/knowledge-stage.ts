import { setImmediate } from 'node:timers/promises';
import { openContent } from '../../src/app/desk/content-library.ts';
import type { Language } from '../../src/domain/vocabulary.ts';
import { createDispatcher } from '../../src/tui/actions/dispatch.ts';
import { KeyGate } from '../../src/tui/actions/key-gate.ts';
import { bindActions } from '../../src/tui/actions/registry.ts';
import { charKey, type KeyName, namedKey } from '../../src/tui/input/key.ts';
import { initialState } from '../../src/tui/model/initial-state.ts';
import { loadKnowledge } from '../../src/tui/model/knowledge-model.ts';
import { openQueue } from '../../src/tui/model/queue-model.ts';
import { loadReplies } from '../../src/tui/model/replies-model.ts';
import type { Ui } from '../../src/tui/model/ui.ts';
import type { UiState } from '../../src/tui/model/ui-state.ts';
import { UiStore } from '../../src/tui/model/ui-store.ts';
import { must } from '../../src/util/must.ts';
import { openTestDesk, type TestDesk } from './desk.ts';

export interface StageOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly language?: Language;
}

/** A workstation over a real desk whose terminal only remembers what was copied to it. */
export class Stage {
  readonly here: TestDesk;
  readonly ui: Ui;
  readonly copied: string[] = [];
  readonly #press: ReturnType<typeof createDispatcher>;

  constructor(here: TestDesk, { columns = 100, rows = 28, language = 'ru' }: StageOptions) {
    this.here = here;
    const { desk } = here;
    const content = openContent(desk);
    const store = new UiStore({ ...initialState(desk, { columns, rows }), language });
    const { bindings } = bindActions({});
    this.ui = {
      desk: () => desk,
      store,
      terminal: {
        env: {},
        copy: async (text) => {
          this.copied.push(text);
          return { ok: true, via: 'native' };
        },
        edit: async (text) => ({ ok: true, text }),
        page: async () => {},
        open: async () => true,
        showImage: async () => true,
        typeInWindow: async () => 'no-tmux',
        ring: () => {},
        redraw: () => {},
      },
      content: () => content,
      bindings: () => bindings,
      gate: new KeyGate(),
      painted: () => Promise.resolve(),
      leave: () => {},
      touch: () => {},
    };
    this.#press = createDispatcher(this.ui);
  }

  get state(): UiState {
    return this.ui.store.get();
  }

  /** The text being written. */
  get draft(): string {
    return must(this.state.composer, 'a composer').history.present.text;
  }

  types(text: string): void {
    for (const char of text) this.#press.key(charKey(char));
  }

  /** Types into the search line and waits for the answer, which comes after the letters. */
  async searches(text: string): Promise<void> {
    this.types(text);
    await setImmediate();
  }

  presses(name: Exclude<KeyName, 'char'> | `ctrl+${string}`): void {
    if (name.startsWith('ctrl+')) this.#press.key(charKey(name.slice(5), { ctrl: true }));
    // What is left is a name of a key.
    else this.#press.key(namedKey(name as Exclude<KeyName, 'char'>));
  }

  /** The labels of the open list. */
  offers(): string[] {
    const { overlay } = this.state;
    return overlay?.type === 'picker' ? overlay.shown.map(({ label }) => label) : [];
  }

  showsQueue(): void {
    openQueue(this.ui, 'all-open');
  }

  [Symbol.dispose](): void {
    this.ui.gate.close();
    this.here.close();
  }
}

/** Opens a workstation with its articles and templates read, after `prepare` has filled its desk. */
export async function openStage(
  options: StageOptions = {},
  prepare: (here: TestDesk) => unknown = () => {},
): Promise<Stage> {
  const here = await openTestDesk({ isContentRead: true });
  await prepare(here);
  const stage = new Stage(here, options);
  await loadKnowledge(stage.ui);
  await loadReplies(stage.ui);
  return stage;
}
