import type { PromiseKind } from '../../domain/vocabulary.ts';
import type { FactHit } from '../fact/fact-hit.ts';

/** What a wording rule had to say about a reply. */
export interface ReplyRemark {
  readonly rule: string;
  readonly severity: 'E' | 'W' | 'H';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly message: string;
}

/** A time that a reply gives to the customer. `dueAt` is an instant of the run's own clock. */
export interface ReplyPromise {
  readonly kind: PromiseKind;
  readonly dueAt: number;
  readonly text: string;
}

/** A reply as it was judged when it was written: later lexicons do not change an old run. */
export interface JudgedReply {
  readonly text: string;
  readonly facts: readonly FactHit[];
  readonly remarks: readonly ReplyRemark[];
  readonly promises: readonly ReplyPromise[];
}

export type FormValue = string | number | boolean | readonly string[];

/** One filled-in field of a form and the facts that its text holds. */
export type FormValues = Readonly<Record<string, FormValue>>;

/** What a person does in a run. */
export type RunEvent =
  | { readonly type: 'replied'; readonly reply: JudgedReply }
  | { readonly type: 'chose'; readonly choiceId: string }
  | {
      readonly type: 'acted';
      readonly name: string;
      readonly values: FormValues;
      /** Facts of the fields that are judged by them, by field. */
      readonly facts: Readonly<Record<string, readonly FactHit[]>>;
    }
  | {
      readonly type: 'opened';
      readonly attachment: string | null;
      readonly article: string | null;
    }
  | { readonly type: 'noted'; readonly text: string }
  /** Nothing but time passes; also what the clock of the screens tells. */
  | { readonly type: 'waited' }
  | { readonly type: 'hinted' }
  /** A lead who runs the drill lets a prepared event happen, by its place in `inject` of the step. */
  | { readonly type: 'injected'; readonly index: number }
  /** The last answer is taken back, in practice only. */
  | { readonly type: 'retried' };

/** An event of a run with its place and its instant on the run's own clock, epoch ms. */
export interface TimedEvent {
  readonly seq: number;
  readonly at: number;
  readonly event: RunEvent;
}
