import type { EscalationKind, HandoverForm } from './handover.ts';

/** Intents about handing a ticket on, asking through another line and calling by a ladder. */
export type HandoverCommand =
  | {
      readonly type: 'escalate';
      readonly to: EscalationKind;
      /** The receiving line; only for `line`, the next one up when absent. */
      readonly line?: string | undefined;
      readonly reason: string;
      readonly form: HandoverForm;
      /** Only for `vendor`. */
      readonly vendor?:
        | {
            readonly vendor: string;
            readonly ref: string;
            readonly dueAt: number | null;
            /** Whoever is responsible when null. */
            readonly watcherId: string | null;
          }
        | undefined;
    }
  | { readonly type: 'accept-handover' }
  | { readonly type: 'return-handover'; readonly missing: string }
  | { readonly type: 'diagnose'; readonly text: string }
  /** What was tried and why the customer sent it back, for whoever takes over after the last return. */
  | { readonly type: 'write-brief'; readonly text: string }
  | { readonly type: 'waive-brief'; readonly reason: string }
  | {
      readonly type: 'ask-customer';
      readonly question: string;
      readonly why: string;
      readonly dueAt: number;
      /** The line that asks; the nearest one that talks to customers when absent. */
      readonly throughLine?: string | undefined;
    }
  | {
      readonly type: 'answer-question';
      readonly clarificationId: string;
      readonly answer: string;
    }
  | { readonly type: 'grant-voice'; readonly personId: string; readonly reason: string }
  | {
      readonly type: 'log-ladder-call';
      readonly ladder: string;
      readonly step: number;
      readonly personId: string | null;
      readonly outcome: 'answered' | 'no-answer';
    }
  | {
      readonly type: 'note-vendor';
      readonly ref?: string | undefined;
      readonly dueAt?: number | null | undefined;
      readonly watcherId?: string | undefined;
    };
