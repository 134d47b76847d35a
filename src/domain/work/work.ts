/** One box of a checklist. */
export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** When it was ticked, epoch ms, and by whom; null while it is open. */
  readonly doneAt: number | null;
  readonly doneById: string | null;
}

/** Working time that somebody wrote down. */
export interface TimeLogged {
  readonly byId: string;
  readonly ms: number;
  /** When the work was done, epoch ms. */
  readonly at: number;
  readonly note: string;
}

/** Money spent to solve a ticket sooner. `approvedById` stands where it went over the limit. */
export interface Spend {
  readonly amount: number;
  readonly currency: string;
  readonly reason: string;
  readonly byId: string;
  readonly at: number;
  readonly approvedById: string | null;
}

/** A card at those who mend it, such as development; `closedAt` is absent while it is open. */
export interface Card {
  readonly ref: string;
  readonly closedAt?: number | undefined;
}

/** What was filled in for a field; undefined while nothing was. */
export function detailOf({ details }: WorkState, code: string): string | undefined {
  // A pack may call a field whatever it likes, `constructor` among others.
  return details && Object.hasOwn(details, code) ? details[code] : undefined;
}

/** What a ticket knows of the work itself. Every part is absent until it is first needed. */
export interface WorkState {
  /** What the kind of ticket asks for, by the code of the field. */
  readonly details?: Readonly<Record<string, string>> | undefined;
  readonly impact?: string | undefined;
  readonly urgency?: string | undefined;
  readonly checklist?: readonly ChecklistItem[] | undefined;
  readonly timeLog?: readonly TimeLogged[] | undefined;
  readonly spends?: readonly Spend[] | undefined;
  /** Of a change in two stages: which is done. */
  readonly stageDone?: 'interim' | 'final' | undefined;
  /** Somebody checks with the customer after it was resolved. */
  readonly afterCheck?:
    | { readonly result: 'passed' | 'failed'; readonly byId: string; readonly at: number }
    | undefined;
  /** Kept in sight by the shift: what to look at, until when (epoch ms). */
  readonly watch?:
    | { readonly what: string; readonly until: number | null; readonly byId: string }
    | undefined;
  /** When somebody of the desk first wrote down what they found or did, epoch ms. */
  readonly commentedAt?: number | undefined;
  /** The card of it in the tracker of those who mend it. */
  readonly card?: Card | undefined;
  /** Closed because it is not served here. */
  readonly isOffTopic?: boolean | undefined;
}
