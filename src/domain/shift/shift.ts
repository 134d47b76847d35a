import type { LocalName } from '../vocabulary.ts';
import type { ShiftHandover } from './shift-handover.ts';

/** When a shift is by the desk's clock. Times are epoch ms; two shifts may overlap. */
export interface ShiftPlan {
  readonly name: LocalName;
  /** The hours on the wall, `08:00-20:00`: shifts of one kind are compared with each other. */
  readonly kind: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The only line that it covers; null: the whole desk. */
  readonly line: string | null;
}

export const memberParts = ['lead', 'deputy', 'duty', 'member', 'reserve'] as const;
export type MemberPart = (typeof memberParts)[number];

/** Somebody on a shift: when they were to be there, and when they were. Times are epoch ms. */
export interface ShiftMember {
  readonly personId: string;
  readonly part: MemberPart;
  /** Codes of the lines they work on here; somebody may be on two. */
  readonly lines: readonly string[];
  readonly plannedFrom: number | null;
  readonly plannedTo: number | null;
  readonly cameAt: number | null;
  readonly leftAt: number | null;
  /** When the reserve was called. */
  readonly calledAt: number | null;
  /** Why somebody is late or away. */
  readonly note: string;
}

export const shiftItemKinds = ['remark', 'attention', 'watch', 'thanks', 'staffing'] as const;
export type ShiftItemKind = (typeof shiftItemKinds)[number];

/** A line of the log of a shift. Append-only: `settled` ends it, nothing takes it away. */
export interface ShiftItem {
  readonly id: string;
  readonly kind: ShiftItemKind;
  readonly text: string;
  readonly ticketId: string | null;
  readonly at: number;
  readonly byId: string;
  /** Of a watch item: until when it is looked at, epoch ms; null: until somebody ends it. */
  readonly until: number | null;
  /** What it is done by: "DBA says the lag is gone". */
  readonly stopWhen: string;
  /** What to do when it moves. */
  readonly ifMoves: string;
  /** Who looks at it. */
  readonly ownerId: string | null;
  /** The watch item of the shift before that this one goes on with. */
  readonly carriedFromId: string | null;
  readonly settled: {
    readonly at: number;
    readonly byId: string;
    readonly outcome: string;
  } | null;
}

/** The hand-written parts of a report: what people write at the end of a shift in its chat. */
export const reportSections = ['how', 'attention', 'watch'] as const;
export type ReportSection = (typeof reportSections)[number];

/** A hand-written part. `rev` counts its changes: who wrote over an older one is merged. */
export interface SectionText {
  readonly text: string;
  readonly rev: number;
  readonly byId: string;
  readonly at: number;
}

/** What a person wrote beside an open ticket for whoever takes over. */
export interface TicketNote {
  readonly ticketId: string;
  readonly nextAction: string;
  readonly ifThen: string;
  /** Whom to call outside, and how. */
  readonly contact: string;
  /** Who is to have it from now on; null: whoever has it. */
  readonly newOwnerId: string | null;
  readonly byId: string;
  readonly at: number;
}

/** What somebody ticked in the review of dialogues; what the ticket says itself is not stored. */
export interface ReviewMark {
  readonly ticketId: string;
  readonly mark: 'resolved' | 'card';
  readonly isDone: boolean;
  readonly byId: string;
  readonly at: number;
}

/** A shift: folded from its events. Times are epoch ms. */
export interface Shift extends ShiftPlan {
  readonly id: string;
  /** The space whose tickets it works on. */
  readonly space: string;
  readonly openedAt: number;
  /** Null: it opened by a line of its log, before any lead was there. */
  readonly leadId: string | null;
  readonly closedAt: number | null;
  readonly members: readonly ShiftMember[];
  readonly items: readonly ShiftItem[];
  readonly sections: Readonly<Partial<Record<ReportSection, SectionText>>>;
  readonly notes: readonly TicketNote[];
  readonly reviewed: readonly ReviewMark[];
  /** Everything that was submitted, in order: the last one counts, older ones stay. */
  readonly handovers: readonly ShiftHandover[];
  readonly isDemo: boolean;
  /** Number of events folded in. */
  readonly rev: number;
}
