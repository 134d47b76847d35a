import type { ActionTitleKey } from '../../i18n/action-titles.ts';
import type { Ui } from '../model/ui.ts';
import type { Tab, UiState } from '../model/ui-state.ts';

/** Where a key is pressed. Each context has its own bindings; text contexts take letters as text. */
export const contexts = [
  'queue',
  'ticket',
  'knowledge',
  'article',
  'replies',
  'discrepancies',
  'shift',
  'dialogues',
  'practice',
  'run-review',
  'quiz',
  'quiz-review',
  'filter',
  'search',
  'find',
  'composer',
  'review',
  'picker',
  'prompt',
  'pager',
  'call',
  'proposal',
  'ladder',
  'card',
  'form',
  'mailing',
  'members',
  'shift-report',
  'acceptance',
  'choices',
] as const;
export type Context = (typeof contexts)[number];

/** The tabs: what works in all of them works everywhere as far as a person is concerned. */
export const tabContexts: readonly Context[] = [
  ...(['queue', 'ticket', 'knowledge', 'article', 'replies'] as const),
  ...(['shift', 'dialogues', 'practice', 'run-review', 'quiz-review'] as const),
  'discrepancies',
];

/** Contexts in which a letter is text and not a command. */
export const textContexts: ReadonlySet<Context> = new Set([
  'filter',
  'search',
  'find',
  'composer',
  'picker',
  'prompt',
  'call',
  'form',
]);

/**
 * Something that can be done: the one description behind the dispatcher, the footer, the help,
 * the palette, the keys table of the README and the tests.
 */
export interface Action {
  readonly id: string;
  readonly title: ActionTitleKey;
  readonly contexts: readonly Context[];
  /** Default keys; a person's own ones replace them. */
  readonly keys: readonly string[];
  /** Place among the hints of the footer, 1 first; absent: not hinted. */
  readonly hint?: number;
  /** The only tab in which a context of several tabs hints it. */
  readonly hintTab?: Tab;
  /** What it does just now, where that is not what its title says. */
  readonly titleNow?: (state: UiState) => ActionTitleKey;
  /** False while its key means something else, or nothing yet: it is not hinted then. */
  readonly isHinted?: (state: UiState) => boolean;
  /** False where the desk or the ticket has no such thing: it is not offered then. */
  readonly isThere?: (ui: Ui) => boolean;
  /** Why it cannot be done now, in a sentence; null when it can. */
  readonly whyNot?: (ui: Ui) => string | null;
  run(ui: Ui): void | Promise<void>;
}

/** An action with the keys that are in force. */
export interface Binding {
  readonly action: Action;
  readonly keys: readonly string[];
}
