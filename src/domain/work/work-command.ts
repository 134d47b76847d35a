/** The two answers that give a priority. */
export interface PriorityRating {
  readonly impact: string;
  readonly urgency: string;
  /** Another priority than the matrix gives, with its reason. */
  readonly override?: { readonly priority: string; readonly reason: string } | undefined;
}

/** How a ticket ends that is over as soon as it is registered. */
export type OpeningEnd =
  | { readonly type: 'solved'; readonly solution: string }
  | { readonly type: 'off-topic'; readonly reason: string };

/** What goes with the word that a ticket is done. */
export interface WordOfDone {
  /** Why it is done although something is missing: who may go without it says so. */
  readonly without?: string | undefined;
  /** The system in which it lives says so: what is asked for here was not asked there. */
  readonly isSaidElsewhere?: boolean | undefined;
}

/** Intents about the work on a ticket: what its kind asks for, boxes, time, money. */
export type WorkCommand =
  | { readonly type: 'fill-details'; readonly values: Readonly<Record<string, string>> }
  | ({ readonly type: 'rate-priority' } & PriorityRating)
  | {
      readonly type: 'add-boxes';
      readonly items: readonly { readonly id: string; readonly text: string }[];
    }
  | { readonly type: 'tick-box'; readonly itemId: string; readonly isDone: boolean }
  | { readonly type: 'remove-box'; readonly itemId: string }
  | {
      readonly type: 'log-time';
      readonly ms: number;
      readonly note: string;
      /** When the work was done; now when absent. */
      readonly at?: number | undefined;
    }
  | { readonly type: 'spend'; readonly amount: number; readonly reason: string }
  | { readonly type: 'finish-stage'; readonly stage: 'interim' | 'final'; readonly note: string }
  | { readonly type: 'check-after'; readonly result: 'passed' | 'failed'; readonly note: string }
  | { readonly type: 'watch'; readonly what: string; readonly until: number | null }
  | { readonly type: 'unwatch' }
  | { readonly type: 'close-off-topic'; readonly reason: string }
  /** Names the card at those who mend it, or says that it was closed there. */
  | { readonly type: 'link-card'; readonly ref: string }
  | { readonly type: 'close-card'; readonly note: string }
  /** A scheduled ticket comes back because its time has come. */
  | { readonly type: 'wake' };

const types: Readonly<Record<WorkCommand['type'], true>> = {
  'fill-details': true,
  'rate-priority': true,
  'add-boxes': true,
  'tick-box': true,
  'remove-box': true,
  'log-time': true,
  spend: true,
  'finish-stage': true,
  'check-after': true,
  watch: true,
  unwatch: true,
  'close-off-topic': true,
  'link-card': true,
  'close-card': true,
  wake: true,
};

/** Whether a command is one about the work. */
export function isWorkCommand(command: { readonly type: string }): command is WorkCommand {
  return Object.hasOwn(types, command.type);
}
