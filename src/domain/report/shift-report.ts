import type { Figure } from '../figure/figure.ts';
import type { MemberPart, ShiftItemKind } from '../shift/shift.ts';
import type { LocalName, Priority, PromiseKind, Status, TicketKind } from '../vocabulary.ts';
import type { ReportCharts } from './report-charts.ts';

/** Names of people and customers stand beside ids: a frozen report reads the same for ever. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A ticket in a report. Times are epoch ms. */
export interface ReportTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  readonly kind: TicketKind;
  readonly priority: Priority;
  readonly status: Status;
  readonly line: string;
  readonly customer: string | null;
  readonly owner: Named | null;
}

/** Why a ticket stands among the red ones. */
export const redReasons = ['p1', 'p2', 'breached', 'due-soon', 'mass-incident'] as const;
export type RedReason = (typeof redReasons)[number];

/** A ticket that cannot wait for its turn, and what whoever takes over has to know of it. */
export interface RedItem extends ReportTicket {
  readonly why: readonly RedReason[];
  readonly dueAt: number | null;
  readonly nextAction: string;
  readonly ifThen: string;
  readonly contact: string;
  readonly newOwner: Named | null;
  /** Two people at once, or nobody: it has not one owner. */
  readonly hasOneOwner: boolean;
}

/** A time given to a customer that comes due soon, or has passed without a word. */
export interface ReportPromise extends ReportTicket {
  readonly promiseId: string;
  readonly promise: PromiseKind;
  readonly text: string;
  readonly dueAt: number;
  readonly newOwner: Named | null;
}

/** A ticket that somebody else has to do something about. */
export interface WaitingItem extends ReportTicket {
  readonly on: 'customer' | 'vendor' | 'line';
  readonly since: number;
  /** When it is time to remind them, or null. */
  readonly nudgeAt: number | null;
}

/** An open ticket of somebody who leaves: it stays theirs unless somebody else is named. */
export interface RestItem extends ReportTicket {
  /** The nearest time given to the customer; null when there is none. Epoch ms. */
  readonly promisedAt: number | null;
  readonly newOwner: Named | null;
}

/** A line of the log of the shift. */
export interface ReportItem {
  readonly id: string;
  readonly kind: ShiftItemKind;
  readonly text: string;
  readonly number: string | null;
  readonly ticketId: string | null;
  readonly by: string;
  readonly at: number;
  readonly until: number | null;
  readonly stopWhen: string;
  readonly ifMoves: string;
  readonly owner: Named | null;
}

/** Somebody who was on the shift, or should have been. */
export interface ReportMember {
  readonly person: Named;
  readonly part: MemberPart;
  readonly lines: readonly string[];
  readonly plannedFrom: number | null;
  readonly plannedTo: number | null;
  readonly cameAt: number | null;
  readonly leftAt: number | null;
  readonly calledAt: number | null;
  readonly note: string;
  /** Conversations in this shift; the band is 30–50. Null where they are not the reader's to know. */
  readonly conversations: number | null;
}

/** A planned work in sight: done in this shift, or in the next 24 hours. */
export interface ReportWork {
  readonly number: string | null;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly affected: string;
  readonly isDone: boolean;
}

/** A critical or mass incident of the shift: the outage record. Times are epoch ms. */
export interface ReportIncident extends ReportTicket {
  readonly startedAt: number;
  /** Who saw it first; null when nothing tells. */
  readonly noticedBy: 'us' | 'customer' | null;
  /** Whom we told, and when. */
  readonly told: readonly { readonly to: string; readonly at: number }[];
  readonly takenAt: number | null;
  readonly restoredAt: number | null;
  readonly minutes: number | null;
  readonly provider: string | null;
  readonly cause: string;
  readonly nextAction: string;
  readonly affected: number;
}

/** Requests of one sort: a channel, a kind, a customer, a town. */
export interface Volume {
  readonly by: 'channel' | 'kind' | 'priority' | 'customer' | 'city' | 'line';
  readonly rows: readonly { readonly code: string; readonly name: string; readonly n: number }[];
}

/** What came, what went, and what stays. */
export interface ReportCounts {
  readonly incoming: number;
  readonly solved: number;
  readonly closed: number;
  /** Open when the shift began. */
  readonly carriedOver: number;
  readonly leftOpen: number;
  /** Registered and closed by one deed. */
  readonly closedAtOnce: number;
  readonly offTopic: number;
}

/** What people asked about most, with the same shift a week before. */
export interface Topic {
  readonly topic: string;
  readonly n: number;
  readonly before: number;
}

/** The end-of-shift report: everything that is compiled, in the order it is read. Times are epoch ms. */
export interface ShiftReport {
  readonly version: number;
  /** By which definitions the figures were counted. */
  readonly figuresVersion: number;
  readonly desk: LocalName;
  readonly shiftId: string;
  readonly ref: string;
  readonly name: LocalName;
  readonly kind: string;
  readonly timeZone: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly revision: number;
  readonly state:
    | 'draft'
    | 'submitted'
    | 'accepted'
    | 'accepted-with-remarks'
    | 'returned'
    | 'expired';
  /** All figures and lists are of this moment. */
  readonly asOf: number;
  /** The last exchange with the server; null: this store has none, or never reached it. */
  readonly lastSyncAt: number | null;
  readonly waitingToSync: number;
  readonly lead: Named | null;
  readonly nextLead: Named | null;
  readonly members: readonly ReportMember[];
  readonly red: readonly RedItem[];
  readonly promises: readonly ReportPromise[];
  readonly waiting: readonly WaitingItem[];
  readonly works: readonly ReportWork[];
  readonly incidents: readonly ReportIncident[];
  readonly volume: readonly Volume[];
  readonly counts: ReportCounts;
  readonly topics: readonly Topic[];
  readonly figures: readonly Figure[];
  readonly charts: ReportCharts;
  readonly breached: readonly (ReportTicket & {
    readonly target: string;
    readonly dueAt: number;
  })[];
  readonly escalations: readonly {
    readonly from: string;
    readonly to: string;
    readonly n: number;
  }[];
  readonly returned: readonly (ReportTicket & { readonly times: number })[];
  readonly dragging: readonly (ReportTicket & { readonly since: number })[];
  readonly spent: readonly {
    readonly number: string;
    readonly amount: number;
    readonly currency: string;
    readonly reason: string;
  }[];
  readonly knowledge: {
    readonly created: readonly string[];
    readonly updated: readonly string[];
    readonly overdue: number;
    readonly missed: readonly string[];
  };
  /** The log of the shift: watch items, attention, thanks, staffing, remarks. */
  readonly items: readonly ReportItem[];
  readonly how: string;
  readonly attention: string;
  readonly watch: string;
  /** Open tickets that nobody hands over one by one. */
  readonly rest: readonly RestItem[];
  /** How many rows a long list had before it was cut, by the name of the list. */
  readonly cut: Readonly<Record<string, number>>;
  readonly signOff: {
    readonly submittedAt: number | null;
    readonly submittedBy: string | null;
    /** Why it was handed over although something stood in the way; absent where nothing did. */
    readonly override?: string | undefined;
    readonly acceptedAt: number | null;
    readonly acceptedBy: string | null;
    readonly remarks: readonly {
      readonly kind: string;
      readonly text: string;
      readonly by: string;
      readonly at: number;
    }[];
  };
}
