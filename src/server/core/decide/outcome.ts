import type { Person } from '../../../domain/person.ts';
import { type NextStep, type Refusal, type RefusalCode, refusal } from '../../../domain/refusal.ts';
import type { Entry } from '../../../domain/ticket.ts';
import type { WithholdReason } from '../../../domain/withhold.ts';
import type { RowBody, TicketAlias, WireOp } from '../../../protocol/wire.ts';
import type { MessageParams } from '../../../util/user-error.ts';
import type { AuditFact, EntityKey } from '../../db/server-store.ts';
import type { DeskView } from '../state/desk-memory.ts';
import type { EntityStates, StateType } from '../state/entity-states.ts';

/** An operation that is to be decided, with what the server knows of it by itself. */
export interface AskedOp {
  readonly op: WireOp;
  /** Who did it: the person of the token, or the author of a piece of history. */
  readonly actor: Person;
  /** The person of the token. */
  readonly caller: Person;
  /** The name of the device of the token. */
  readonly device: string;
  readonly deviceId: string;
  /** Made before its store joined. */
  readonly isHistory: boolean;
  /** When it was done by the corrected clock of the device, never after `receivedAt`. */
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** What the person of the token may see. */
  readonly spaces: ReadonlySet<string>;
}

/** A row of the log before it has a place. */
export interface RowDraft {
  readonly space: string;
  readonly body: RowBody;
  /** Tickets that it has events of. */
  readonly tickets: readonly string[];
  /** Tells the rows of one operation apart; absent for its own. */
  readonly part?: string | undefined;
}

/** The new state of an entity. */
export interface Change<Type extends StateType = StateType> {
  readonly type: Type;
  readonly id: string;
  readonly space: string;
  readonly state: EntityStates[Type] | null;
}

/** Everything that one operation does. */
export interface Effects {
  /** The row of the operation itself, then what follows from it in other spaces. */
  readonly rows: readonly [RowDraft, ...RowDraft[]];
  readonly changes: readonly Change[];
  readonly spoken?: ReadonlyMap<string, readonly Entry[]> | undefined;
  readonly aliases?: readonly TicketAlias[] | undefined;
  readonly audit?: readonly Pick<AuditFact, 'what' | 'detail'>[] | undefined;
  readonly withheld?: WithholdReason | undefined;
  /** Other rules or people from here on. */
  readonly desk?: DeskView | undefined;
}

/** What becomes of an operation by the rules. */
export type Outcome =
  | { readonly ok: true; readonly value: Effects }
  | {
      readonly ok: false;
      readonly problem: Refusal;
      /** What stands in the way, for those who may see it. */
      readonly about: EntityKey | null;
    };

/** Refuses without a word about anything that stands here. */
export function refusedBlindly(
  code: RefusalCode,
  next: readonly NextStep[] = [],
  params: MessageParams = {},
): Outcome {
  return { ok: false, problem: refusal(code, next, params), about: null };
}

/** Refuses for what an entity is now. */
export function refusedFor(about: EntityKey, problem: Refusal): Outcome {
  return { ok: false, problem, about };
}
