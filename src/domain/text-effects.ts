import type { PromiseKind } from './vocabulary.ts';

/** A time being given to the customer together with a message or by itself. */
export interface NewPromise {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly dueAt: number;
  readonly text: string;
  /** How long before its time to remind; absent for the desk's own. */
  readonly warnBeforeMs?: number | undefined;
}

/** What a text changes beside being added: decided with it, all of it or nothing. */
export interface TextEffects {
  /** Times that it gives beside the first one. */
  readonly promises?: readonly NewPromise[] | undefined;
  /** Rules of wording that it was sent over, and why. */
  readonly overruled?: { readonly rules: readonly string[]; readonly reason: string } | undefined;
  /** Why the ticket waits, beside a status that pauses it. */
  readonly reason?: string | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
  /** Working time that it stands for. */
  readonly timeSpentMs?: number | undefined;
  /** The line it is handed to; the form is kept as a note beside a text for the customer. */
  readonly escalation?: { readonly line: string; readonly form: string } | undefined;
  /** The customer has confirmed the solution: who, and how. It closes the ticket. */
  readonly confirmation?: { readonly by: string; readonly how: string } | undefined;
}
