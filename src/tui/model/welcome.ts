import type { KeyEvent } from '../input/key.ts';
import { type WelcomeChoice, type WelcomeState, welcomeKey } from './welcome-model.ts';

/** How far the work after the choice is: shown as a bar with a count. */
export interface WelcomeProgress {
  readonly done: number;
  readonly all: number;
}

/** What the first screen shows now. */
export interface WelcomeView {
  readonly fields: WelcomeState;
  /** Not null while the desk is being filled. */
  readonly progress: WelcomeProgress | null;
}

/**
 * The first screen: give it the keyboard's events, draw it with `WelcomeScreen`, wait for `chosen`.
 * Null there means that the person left. Afterwards `showProgress` serves the filling of the desk.
 */
export class Welcome {
  readonly chosen: Promise<WelcomeChoice | null>;
  #view: WelcomeView;
  readonly #listeners = new Set<() => void>();
  readonly #decide: (choice: WelcomeChoice | null) => void;

  constructor(fields: WelcomeState) {
    this.#view = { fields, progress: null };
    const { promise, resolve } = Promise.withResolvers<WelcomeChoice | null>();
    this.chosen = promise;
    this.#decide = resolve;
  }

  readonly get = (): WelcomeView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes a key or a paste. */
  readonly feed = (event: KeyEvent): void => {
    const fields = welcomeKey(this.#view.fields, event);
    if (fields === this.#view.fields) return;
    const { result } = fields;
    this.#show({ fields, progress: result === null ? null : { done: 0, all: 0 } });
    if (result !== null) this.#decide(result === 'left' ? null : result);
  };

  /** Says how much of the work is done; `all` 0 when nobody knows yet. */
  readonly showProgress = (done: number, all: number): void => {
    this.#show({ ...this.#view, progress: { done, all } });
  };

  #show(view: WelcomeView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
