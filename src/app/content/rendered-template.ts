import type { ReplyTemplate } from '../../domain/template.ts';
import type { TextEffects } from '../../domain/text-effects.ts';
import type { PromiseKind, Status } from '../../domain/vocabulary.ts';
import type { OutgoingProblem } from '../../render/check-outgoing.ts';
import type { Stop } from '../../render/stops.ts';

/** Why a template could not be rendered, or what is still in the way of sending it. */
export type RenderProblem =
  | {
      /** `no-such-variable` and `no-such-stop` name a key of `set`, `wrong-…` its value. */
      readonly code:
        | 'no-such-template'
        | 'no-such-ticket'
        | 'no-such-variable'
        | 'no-such-stop'
        | 'wrong-value'
        | 'wrong-number'
        | 'broken-template';
      /** The id, key or value, or what is broken. */
      readonly text: string;
    }
  | OutgoingProblem;

/** The promise that a reply gives when it is sent. */
export interface RenderedPromise {
  readonly kind: PromiseKind;
  /** Epoch ms. */
  readonly dueAt: number;
  /** The words in which it is given. */
  readonly text: string;
  readonly warnBeforeMs: number | null;
}

/** One thing that sending a template does beside the text. */
export type RenderedAction =
  | ({ readonly type: 'promise' } & RenderedPromise)
  | { readonly type: 'status'; readonly status: Status; readonly reason: string }
  | { readonly type: 'confirm'; readonly by: string; readonly how: string }
  | { readonly type: 'tags'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'escalation'; readonly line: string; readonly form: string };

/** A template filled with a ticket's data. */
export interface RenderedTemplate {
  /** There is a text. It can be sent when `problems` and `missing` are empty too. */
  readonly ok: boolean;
  /** Plain text for the composer: stops at their defaults, required ones as ⟦hint⟧. */
  readonly text: string;
  readonly stops: readonly Stop[];
  readonly promise: RenderedPromise | null;
  /** The status that the ticket gets with this reply. */
  readonly status: Status | null;
  /** What else changes with it, decided together with the text. */
  readonly effects: TextEffects;
  /** All of that for a reader. */
  readonly actions: readonly RenderedAction[];
  /** What is to be given before it may go, as keys of `set`. */
  readonly missing: readonly string[];
  readonly problems: readonly RenderProblem[];
  /** Null when there is no such template. */
  readonly template: ReplyTemplate | null;
}
