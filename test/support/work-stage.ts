import { openContent } from '../../src/app/desk/content-library.ts';
import { createDispatcher } from '../../src/tui/actions/dispatch.ts';
import { KeyGate } from '../../src/tui/actions/key-gate.ts';
import { bindActions } from '../../src/tui/actions/registry.ts';
import { charKey, type KeyName, namedKey } from '../../src/tui/input/key.ts';
import { parseKeys } from '../../src/tui/input/key-sequence.ts';
import { initialState } from '../../src/tui/model/initial-state.ts';
import type { CallPad } from '../../src/tui/model/overlay-state.ts';
import { loadPreview, openQueue } from '../../src/tui/model/queue-model.ts';
import type { TerminalPort, Ui } from '../../src/tui/model/ui.ts';
import type { UiState } from '../../src/tui/model/ui-state.ts';
import { UiStore } from '../../src/tui/model/ui-store.ts';
import { must } from '../../src/util/must.ts';
import { openTestDesk, type TestDesk, type TestDeskOptions } from './desk.ts';

export interface WorkStageOptions extends TestDeskOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** What the terminal does differently in this story. */
  readonly terminal?: Partial<TerminalPort>;
}

const named: ReadonlySet<string> = new Set([
  ...['up', 'down', 'left', 'right', 'enter', 'escape', 'tab', 'backspace', 'delete', 'home'],
  ...['end', 'pageup', 'pagedown', 'insert'],
]);

/** A workstation over a real desk whose terminal remembers everything that it was asked for. */
export class WorkStage {
  readonly here: TestDesk;
  readonly ui: Ui;
  readonly copied: string[] = [];
  readonly paged: string[] = [];
  readonly opened: string[] = [];
  readonly rung: string[] = [];
  /** Commands typed in windows of tmux. */
  readonly typed: string[] = [];
  readonly #keys: ReturnType<typeof createDispatcher>;

  constructor(here: TestDesk, options: WorkStageOptions) {
    this.here = here;
    const { desk } = here;
    const { columns = 100, rows = 28 } = options;
    const content = openContent(desk);
    const { bindings } = bindActions(options.keys ?? {});
    this.ui = {
      desk: () => desk,
      store: new UiStore(initialState(desk, { columns, rows })),
      terminal: { ...this.#terminal(), ...options.terminal },
      content: () => content,
      bindings: () => bindings,
      gate: new KeyGate(),
      painted: () => Promise.resolve(),
      leave: () => {},
      touch: () => {},
    };
    this.#keys = createDispatcher(this.ui);
    openQueue(this.ui, 'all-open');
    loadPreview(this.ui);
  }

  get state(): UiState {
    return this.ui.store.get();
  }

  get toast(): string {
    return this.state.toast?.text ?? '';
  }

  /** The open call pad. */
  get pad(): CallPad {
    const { overlay } = this.state;
    return must(overlay?.type === 'call' ? overlay : null, 'a call pad');
  }

  types(text: string): void {
    for (const char of text) this.#keys.key(charKey(char));
  }

  pastes(text: string): void {
    this.#keys.paste(text);
  }

  /** Presses keys as a binding spells them: `enter`, `ctrl+t`, `g h`, `?`. */
  presses(keys: string): void {
    for (const id of must(parseKeys(keys), `keys ${keys}`)) {
      const [name = '', ...before] = id.split('+').toReversed();
      const modifiers = { ctrl: before.includes('ctrl'), shift: before.includes('shift') };
      if (name === 'space') this.#keys.key(charKey(' ', modifiers));
      // The set holds exactly the names of keys.
      else if (named.has(name)) {
        this.#keys.key(namedKey(name as Exclude<KeyName, 'char'>, modifiers));
      } else this.#keys.key(charKey(name, modifiers));
    }
  }

  /** The open list: labels with what stands beside them. */
  offers(): string[] {
    const { overlay } = this.state;
    if (overlay?.type !== 'picker') return [];
    return overlay.shown.map(({ label, detail, disabled }) => `${label} | ${disabled ?? detail}`);
  }

  /** Selects a ticket in the list. */
  selects(ticketId: string): void {
    const { queue } = this.state;
    this.ui.store.set({ queue: { ...queue, selectedId: ticketId } });
    loadPreview(this.ui);
  }

  close(): void {
    this.ui.gate.close();
    this.here.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #terminal(): TerminalPort {
    return {
      env: { DISPLAY: ':0' },
      copy: async (text) => {
        this.copied.push(text);
        return text === ''
          ? { ok: false, via: 'native', reason: 'empty' }
          : { ok: true, via: 'native' };
      },
      edit: async (text) => ({ ok: true, text }),
      page: async (text) => {
        this.paged.push(text);
      },
      open: async (target) => {
        this.opened.push(target);
        return true;
      },
      showImage: async () => false,
      typeInWindow: async (name, command) => {
        this.typed.push(`${name}: ${command}`);
        return 'typed';
      },
      ring: (title, body) => {
        this.rung.push(`${title} · ${body}`);
      },
      redraw: () => {},
    };
  }
}

/** Opens a workstation at its queue. `prepare` fills the desk before the first look. */
export async function openWorkStage(
  options: WorkStageOptions = {},
  prepare: (here: TestDesk) => void = () => {},
): Promise<WorkStage> {
  const here = await openTestDesk(options);
  prepare(here);
  return new WorkStage(here, options);
}

/** Lets what was started and not awaited come to its end. */
export function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 20));
}
