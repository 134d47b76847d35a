import { dayIn } from '../../domain/desk-day.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { dayAfter } from '../../domain/review-day.ts';
import { dayPlan } from '../../domain/shift/plan-shift.ts';
import type { ReviewMark } from '../../domain/shift/shift.ts';
import { DialogueReader, type DialogueRow } from '../../store/shift/dialogue-reader.ts';
import type { ExecutedShift } from '../../store/shift/shift-store.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { currentShift, type FoundShift } from './current-shift.ts';
import { executeShift } from './execute-shift.ts';

/** A dialogue that is looked through, with its two marks. */
export interface ReviewedDialogue extends DialogueRow {
  readonly assignee: string | null;
  readonly customer: string | null;
  /** By its status, unless somebody has ticked it otherwise. */
  readonly isResolved: boolean;
  /** Null: it needs no card. */
  readonly hasCard: boolean | null;
}

/** Everything that was said today and yesterday. */
export interface DialogueReview {
  readonly shift: FoundShift;
  /** Days by the desk's clock, `2026-11-21` and `2026-11-22`. */
  readonly from: string;
  readonly to: string;
  readonly dialogues: readonly ReviewedDialogue[];
  readonly unresolved: number;
  readonly cardless: number;
}

/** All dialogues of today and yesterday by the desk's clock, as they are looked through in the morning. */
export function reviewDialogues(
  desk: Desk,
  shift: FoundShift = currentShift(desk),
): DialogueReview {
  const today = dayIn(desk.config.timeZone, desk.clock.now());
  const yesterday = dayAfter(today, -1);
  const { startsAt } = dayPlan(desk.config.timeZone, yesterday);
  const { endsAt } = dayPlan(desk.config.timeZone, today);
  const rows = new DialogueReader(desk.store.sql).dialogues(startsAt, endsAt);
  const marks = new Map(
    shift.state?.reviewed.map(({ mark, ticketId, isDone }) => [`${mark} ${ticketId}`, isDone]),
  );
  const nameOf = namesOf(desk);
  const dialogues = rows.map((row) => reviewed(row, marks, nameOf));
  return {
    ...{ shift, from: yesterday, to: today, dialogues },
    unresolved: dialogues.filter(({ isResolved }) => !isResolved).length,
    cardless: dialogues.filter(({ hasCard }) => hasCard === false).length,
  };
}

/** Ticks one mark of a dialogue, or takes the tick away. */
export function markDialogue(
  desk: Desk,
  mark: Pick<ReviewMark, 'ticketId' | 'mark' | 'isDone'>,
  { id, plan }: Pick<FoundShift, 'id' | 'plan'> = currentShift(desk),
): Result<ExecutedShift, Refusal> {
  return executeShift(desk, id, { type: 'mark-reviewed', plan, mark });
}

/** Names by ids; thousands of rows have the same few. */
function namesOf({ people }: Desk): (id: string | null) => string | null {
  const known = new Map(
    [...people.persons(), ...people.customers()].map((one) => [one.id, one.name]),
  );
  return (id) => (id === null ? null : (known.get(id) ?? id));
}

function reviewed(
  row: DialogueRow,
  marks: ReadonlyMap<string, boolean>,
  nameOf: ReturnType<typeof namesOf>,
): ReviewedDialogue {
  const ticked = (mark: ReviewMark['mark']) => marks.get(`${mark} ${row.ticketId}`);
  const needsCard = row.kind === 'defect' || ticked('card') !== undefined;
  return {
    ...row,
    assignee: nameOf(row.assigneeId),
    customer: nameOf(row.customerId),
    isResolved: ticked('resolved') ?? (row.status === 'resolved' || row.status === 'closed'),
    hasCard: needsCard ? (ticked('card') ?? row.card !== null) : null,
  };
}
