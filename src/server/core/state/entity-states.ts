import type { ArticleMark } from '../../../domain/article-command.ts';
import type { ArticleRecord } from '../../../domain/article-record.ts';
import type { Asset, Contact, Customer, Person } from '../../../domain/person.ts';
import type { PracticeRecord } from '../../../domain/practice/practice-record.ts';
import type { QueueRecord } from '../../../domain/saved-queue.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import type { EntityKey, EntityRecord } from '../../db/server-store.ts';
import type { DeskState } from '../server-rules.ts';

/** What one reader has said of an article, or that a question is open. */
export interface ReaderFacts {
  readonly marks: readonly {
    readonly kind: ArticleMark;
    readonly ticketId: string | null;
    /** The text that readers saw then; another one answers an «outdated». */
    readonly ofVersion: number | null;
  }[];
  readonly stars: number | null;
  readonly isFavourite: boolean;
  readonly isAsked: boolean;
}

/** A certificate under its code. */
export interface Certificate {
  readonly title: string;
  readonly expiresAt: number;
}

/** The state of each type of entity. */
export interface EntityStates {
  readonly ticket: Ticket;
  readonly person: Person;
  readonly customer: Customer;
  readonly contact: Contact;
  readonly asset: Asset;
  readonly article: ArticleRecord;
  readonly desk: DeskState;
  readonly queue: QueueRecord;
  readonly shift: Shift;
  readonly practice: PracticeRecord;
  readonly reader: ReaderFacts;
  readonly 'queue-order': readonly string[];
  /** A letter that stands in a ticket, by its Message-ID. */
  readonly letter: { readonly ticketId: string };
  /** An entry that came under an id of its own. */
  readonly entry: { readonly ticketId: string };
  /** What whoever knows its code may hear of a certificate. */
  readonly certificate: Certificate;
}

export type StateType = EntityRecord['type'] & keyof EntityStates;

/** An entity that was read: parsed once, kept while nobody changes it. */
export interface KnownEntity<Type extends StateType = StateType> {
  readonly type: Type;
  readonly id: string;
  readonly space: string;
  readonly rev: number;
  /** Null once it is gone. */
  readonly state: EntityStates[Type] | null;
  /** Length of its JSON. */
  readonly size: number;
}

/** One word for a key, to look things up by. */
export function keyText({ type, id }: EntityKey): string {
  return `${type} ${id}`;
}

/** Reads an entity as it is kept. */
export function parseEntity({ type, id, space, rev, state }: EntityRecord): KnownEntity {
  // Written by this server only, from a state of that type.
  const parsed = state === null ? null : (JSON.parse(state) as EntityStates[StateType]);
  return { type, id, space, rev, state: parsed, size: state?.length ?? 0 };
}
