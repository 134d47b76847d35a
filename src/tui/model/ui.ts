import type { ContentLibrary } from '../../app/desk/content-library.ts';
import type { Desk } from '../../app/desk/desk.ts';
import type { TuiTexts } from '../../i18n/tui-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import type { Binding } from '../actions/action.ts';
import type { KeyGate } from '../actions/key-gate.ts';
import type { Env } from '../terminal/capabilities.ts';
import type { CopyResult } from '../terminal/copy-text.ts';
import type { EditorResult } from '../terminal/open-editor.ts';
import type { TypedInWindow } from '../terminal/tmux-window.ts';
import type { PracticeSeat } from './practice/practice-seat.ts';
import type { ServerLink } from './server-link.ts';
import type { Stage } from './stage.ts';
import type { UiStore } from './ui-store.ts';

/** What the screens may do to the terminal. Injected, so that tests need none. */
export interface TerminalPort {
  readonly env: Env;
  copy(text: string): Promise<CopyResult>;
  /** Lends the terminal to $EDITOR and comes back with the text. */
  edit(text: string): Promise<EditorResult>;
  /** Shows a text in $PAGER. The text is made safe before. */
  page(text: string): Promise<void>;
  /** Opens a file or an address outside (`openOutside`); false when there is no way to. */
  open(target: string): Promise<boolean>;
  /** Draws a picture (`imageSequence`) until a key is pressed; false when the terminal cannot. */
  showImage(bytes: Uint8Array): Promise<boolean>;
  /** Types a command in a new window of tmux and does not run it. */
  typeInWindow(name: string, command: string): Promise<TypedInWindow>;
  ring(title: string, body: string): void;
  redraw(): void;
}

/** Everything an action works with. */
export interface Ui {
  desk(): Desk;
  readonly store: UiStore;
  readonly terminal: TerminalPort;
  readonly content: () => ContentLibrary;
  /** Bindings in force, with the person's own keys. */
  readonly bindings: () => readonly Binding[];
  /** Holds keys back while what a key asked for is being read. */
  readonly gate: KeyGate;
  /** The exchange with the server while it runs; absent on a store without one. */
  readonly link?: ServerLink | undefined;
  /** The terminal, to be given to another workstation; absent where there is none. */
  readonly stage?: Stage | undefined;
  /** The run that is played here; absent at live work. */
  readonly practice?: PracticeSeat | undefined;
  /** Settles when what the store says now stands on the terminal. */
  painted(): Promise<void>;
  /** Ends the program; drafts are already in the store. */
  leave(): void;
  /** Marks that the store changed: lists are read again soon, together with other changes. */
  touch(): void;
}

/** The screens' words in the language chosen now. */
export function texts(ui: Ui): TuiTexts {
  return tuiTexts(ui.store.get().language);
}

const TOAST_MS = 6_000;

/** Says one sentence at the bottom for a few seconds. */
export function say(ui: Ui, text: string, kind: 'done' | 'problem' = 'done'): void {
  ui.store.set({ toast: { text, kind, until: ui.desk().clock.now() + TOAST_MS } });
}
