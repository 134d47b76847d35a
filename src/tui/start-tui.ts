import type { Paths } from '../config/paths.ts';
import type { Settings } from '../config/settings.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { RunMode } from '../practice/run/run-state.ts';
import type { Clock } from '../util/clock.ts';

/** What is practised as soon as the screens stand. */
export interface PracticeOrder {
  readonly scenarioId: string;
  readonly mode: RunMode;
}

/** What the workstation is started with. */
export interface StartOptions {
  /** Of this program, for the server. */
  readonly version: string;
  readonly paths: Paths;
  readonly settings: Settings;
  readonly language: Language;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Login of the person, when given on the command line. */
  readonly person: string | null;
  /** A scenario to begin with, or to go on with. */
  readonly practice?: PracticeOrder | undefined;
  /** Writes down our own mistake and returns the sentence to show. */
  readonly reportCrash: (error: unknown) => string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/**
 * Opens the full-screen workstation and resolves when it is left. Ink is loaded with `fetch` out of
 * sight: its layout engine would otherwise pull in the whole HTTP client to decode itself.
 */
export async function startTui(options: StartOptions): Promise<void> {
  const { fetch } = globalThis;
  Reflect.deleteProperty(globalThis, 'fetch');
  const { runTui } = await import('./run-tui.ts');
  globalThis.fetch = fetch;
  await runTui(options);
}
