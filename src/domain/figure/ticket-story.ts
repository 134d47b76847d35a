import type { ClockTarget } from '../clock-state.ts';
import type { StatusSpan } from '../ticket.ts';
import type { Audience, Channel, Priority, PromiseKind, TicketKind } from '../vocabulary.ts';

/** A handing over between lines, and what the receiver made of it. Times are epoch ms. */
export interface StoryHandover {
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly outcome: 'accepted' | 'returned' | null;
  readonly settledAt: number | null;
}

/** A time given to the customer, and what became of it. */
export interface StoryPromise {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly dueAt: number;
  readonly state: 'open' | 'kept' | 'broken' | 'moved';
  readonly settledAt: number | null;
}

/**
 * What figures look at of one ticket: its events, and nothing else, in the order they were written.
 * Times are epoch ms; lists of times are in order.
 */
export interface TicketStory {
  readonly ticketId: string;
  readonly createdAt: number;
  /** Nothing of it lies behind this moment; of an open one it is far ahead. */
  readonly untilAt: number;
  readonly channel: Channel;
  readonly audience: Audience;
  /** Kind, priority, customer and tags as they are by now. */
  readonly kind: TicketKind;
  readonly priority: Priority;
  readonly customerId: string | null;
  readonly tags: readonly string[];
  /** It came by itself (out of office, bounce): nobody waits in it. */
  readonly isAutomatic: boolean;
  /** Of a ticket that lived elsewhere: when it came here. Only what is known of before counts. */
  readonly cameAt: number | null;
  readonly isMassIncident: boolean;
  readonly statuses: readonly StatusSpan[];
  readonly lines: readonly { readonly line: string; readonly at: number }[];
  /** Somebody has it and works on it since; null: never so far. */
  readonly takenAt: number | null;
  /** Public messages of people of the desk that left for the customer. */
  readonly said: readonly { readonly at: number; readonly byId: string }[];
  /** Messages of the customer. */
  readonly heard: readonly number[];
  /** Notes, diagnoses and questions: work that the customer does not see. */
  readonly acted: readonly number[];
  readonly returns: readonly number[];
  readonly handovers: readonly StoryHandover[];
  /** Deadlines that were missed, as they were counted then. */
  readonly breaches: readonly { readonly target: ClockTarget; readonly dueAt: number }[];
  readonly promises: readonly StoryPromise[];
  readonly worked: readonly { readonly at: number; readonly ms: number }[];
  readonly spent: readonly {
    readonly at: number;
    readonly amount: number;
    readonly currency: string;
  }[];
  readonly offTopicAt: number | null;
}
