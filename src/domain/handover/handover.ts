/** Where a ticket can be handed: to a line by competence, or to a person who decides. */
export const escalationKinds = ['line', 'senior', 'team-lead', 'head', 'vendor'] as const;
export type EscalationKind = (typeof escalationKinds)[number];

/** What the receiver must be able to go on from without asking. The first three are required. */
export interface HandoverForm {
  /** What is seen: the symptom. */
  readonly seen: string;
  /** What was done, and what came of it. */
  readonly done: string;
  /** What is needed from the receiver. */
  readonly need: string;
  readonly reproduced?: string | undefined;
  readonly ruledOut?: string | undefined;
  readonly hypotheses?: string | undefined;
  readonly promised?: string | undefined;
  readonly logs?: string | undefined;
}

/** What was asked of a vendor; somebody of the desk keeps the ticket and watches. */
export interface VendorCase {
  readonly vendor: string;
  /** The number of the case at the vendor; empty until it is known. */
  readonly ref: string;
  /** The vendor's own deadline, epoch ms. */
  readonly dueAt: number | null;
  readonly watcherId: string;
  readonly since: number;
}

/** One handing over of a ticket and what became of it. Times are epoch ms. */
export interface Handover {
  readonly id: string;
  readonly kind: EscalationKind;
  readonly fromLine: string;
  readonly fromId: string | null;
  /** The receiving line; the ticket's own when it goes to a person. */
  readonly toLine: string;
  readonly toId: string | null;
  readonly byId: string;
  readonly at: number;
  readonly reason: string;
  readonly form: HandoverForm;
  readonly state: 'waiting' | 'accepted' | 'returned';
  readonly settledAt: number | null;
  readonly settledById: string | null;
  /** What the receiver missed; only of a returned one. */
  readonly missing: string | null;
}

/** A question to the customer that a line asks through another one. */
export interface Clarification {
  readonly id: string;
  /** In words that the customer understands. */
  readonly question: string;
  readonly why: string;
  readonly dueAt: number;
  readonly throughLine: string;
  readonly askedById: string;
  readonly askedFromLine: string;
  readonly at: number;
  readonly answer: string | null;
  readonly answeredAt: number | null;
}

/** A lead lets one person write to the customer of one ticket although their line does not. */
export interface VoiceGrant {
  readonly personId: string;
  readonly byId: string;
  readonly reason: string;
  readonly at: number;
}

/** Somebody of a ladder was called: what came of it. */
export interface LadderCall {
  readonly ladder: string;
  readonly step: number;
  readonly personId: string | null;
  readonly means: 'call' | 'chat' | 'mail';
  readonly outcome: 'answered' | 'no-answer';
  readonly byId: string;
  readonly at: number;
}

/** After too many returns: whoever had the ticket writes down what was tried and why it failed. */
export interface Brief {
  /** Null when nobody was responsible. */
  readonly owedById: string | null;
  readonly since: number;
  readonly state: 'owed' | 'written' | 'waived';
  readonly settledAt: number | null;
}

/** What a ticket knows of being handed on. Every part is absent until it is first needed. */
export interface HandoverState {
  /** The last one; earlier ones stand in the history. */
  readonly handover?: Handover | undefined;
  /** How many times a receiver sent it back for what was missing. */
  readonly handoverReturns?: number | undefined;
  /** The line it was last handed to and has not been sent back from. */
  readonly handedTo?: { readonly line: string; readonly at: number } | undefined;
  /** Lines it has been on since it was registered, oldest first; absent while it never moved. */
  readonly lineLog?: readonly { readonly line: string; readonly at: number }[] | undefined;
  /** The last own diagnosis. */
  readonly diagnosis?:
    | { readonly line: string; readonly byId: string; readonly at: number }
    | undefined;
  readonly vendorCase?: VendorCase | undefined;
  readonly clarifications?: readonly Clarification[] | undefined;
  readonly voiceGrants?: readonly VoiceGrant[] | undefined;
  readonly ladderCalls?: readonly LadderCall[] | undefined;
  /** Who answers for the next update until the one it was handed to accepts. */
  readonly careOfId?: string | undefined;
  readonly brief?: Brief | undefined;
}

/** How long the receiver took to accept or to send it back, ms; null while it waits. */
export function acceptedAfterMs({ at, settledAt }: Handover): number | null {
  return settledAt === null ? null : settledAt - at;
}

/** Questions to the customer that wait for their answer, nearest due time first. */
export function openQuestions({ clarifications = [] }: HandoverState): readonly Clarification[] {
  return clarifications
    .filter(({ answeredAt }) => answeredAt === null)
    .toSorted((a, b) => a.dueAt - b.dueAt || a.at - b.at);
}
