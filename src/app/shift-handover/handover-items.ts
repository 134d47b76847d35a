import type { ShiftReport } from '../../domain/report/shift-report.ts';
import type { HandoverItem } from '../../domain/shift/shift-handover.ts';
import type { Desk } from '../desk/desk.ts';
import { duePromises, redItems } from '../report/red-items.ts';
import { reportContext } from '../report/report-context.ts';
import type { FoundShift } from '../shift/current-shift.ts';

/** What somebody wrote about one item before it is handed over. What is absent stays as it is. */
export interface ItemChange {
  readonly key: string;
  readonly nextAction?: string | undefined;
  readonly ifThen?: string | undefined;
  readonly contact?: string | undefined;
  /** Null: whoever has it. */
  readonly newOwnerId?: string | null | undefined;
}

type Rows = Pick<ShiftReport, 'red' | 'promises' | 'rest'>;

/** Nobody takes over more than this one by one; beyond it a desk has no shift, but a disaster. */
const MOST_RED = 2_000;

/** Everything that a shift hands over: red tickets, promises and watch items, then all the rest. */
export function handoverItems(
  desk: Desk,
  shift: FoundShift,
  report: ShiftReport,
  changes: readonly ItemChange[] = [],
): readonly HandoverItem[] {
  const rows = uncutRows(desk, shift, report);
  const red = rows.red.map((row) => redItem(row));
  const promises = rows.promises.map((row) => promiseItem(row));
  const named = new Set([...red, ...promises].map(({ ticketId }) => ticketId));
  const rest = rows.rest.filter(({ ticketId }) => !named.has(ticketId)).map((row) => restItem(row));
  const items = [...red, ...promises, ...watchItems(shift, report.asOf), ...rest];
  const byKey = new Map(changes.map((change) => [change.key, change]));
  return items.map((item) => changed(item, byKey.get(item.key)));
}

/** A report shows what can be read; what is handed over is all of it. */
function uncutRows(desk: Desk, shift: FoundShift, report: ShiftReport): Rows {
  const { cut } = report;
  if (cut['red'] === undefined && cut['promises'] === undefined) return report;
  const context = reportContext(desk, shift, report.asOf);
  const red = redItems(context, MOST_RED).items;
  return { red, promises: duePromises(context, MOST_RED).items, rest: report.rest };
}

function redItem(row: ShiftReport['red'][number]): HandoverItem {
  return {
    key: `red:${row.ticketId}`,
    part: 'red',
    ticketId: row.ticketId,
    fromId: row.owner?.id ?? null,
    toId: row.newOwner?.id ?? null,
    nextAction: row.nextAction,
    ifThen: row.ifThen,
    needsReadBack: row.priority === 'P1',
  };
}

function promiseItem(row: ShiftReport['promises'][number]): HandoverItem {
  return {
    key: `promise:${row.promiseId}`,
    part: 'promise',
    ticketId: row.ticketId,
    fromId: row.owner?.id ?? null,
    toId: row.newOwner?.id ?? null,
    nextAction: row.text,
    ifThen: '',
    needsReadBack: false,
  };
}

function restItem({ ticketId, owner, newOwner }: ShiftReport['rest'][number]): HandoverItem {
  const who = { ticketId, fromId: owner?.id ?? null, toId: newOwner?.id ?? null };
  const said = { nextAction: '', ifThen: '', needsReadBack: false };
  return { key: `rest:${ticketId}`, part: 'rest', ...who, ...said };
}

/** What is still looked at: nobody has ended it, and its time is not over. */
function watchItems({ state }: FoundShift, asOf: number): readonly HandoverItem[] {
  const open = (state?.items ?? []).filter(({ kind, settled, until }) => {
    return kind === 'watch' && settled === null && (until === null || until > asOf);
  });
  return open.map(({ id, ticketId, ownerId, byId, text, ifMoves }) => ({
    key: `watch:${id}`,
    part: 'watch',
    ticketId,
    fromId: ownerId ?? byId,
    toId: null,
    nextAction: text,
    ifThen: ifMoves,
    needsReadBack: false,
  }));
}

function changed(item: HandoverItem, change: ItemChange | undefined): HandoverItem {
  if (!change) return item;
  const { nextAction, ifThen, newOwnerId } = change;
  return {
    ...item,
    toId: newOwnerId === undefined ? item.toId : newOwnerId,
    nextAction: nextAction ?? item.nextAction,
    ifThen: ifThen ?? item.ifThen,
  };
}
