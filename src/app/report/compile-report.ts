import { FIGURES_VERSION } from '../../domain/figure/figure.ts';
import type { ShiftReport } from '../../domain/report/shift-report.ts';
import { nextPlan } from '../../domain/shift/plan-shift.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { conversationsIn } from '../shift/shift-load.ts';
import { syncView } from '../sync/sync-view.ts';
import { fitReport } from './fit-report.ts';
import { missedOf } from './missed-and-handed.ts';
import { draggingItems, restItems, returnedItems, waitingItems } from './open-lists.ts';
import { incidentsOf } from './outage-record.ts';
import { writtenOrPrefilled } from './prefilled-sections.ts';
import { duePromises, redItems } from './red-items.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import { flowOf } from './report-figures.ts';
import { itemsOf, knowledgeOf, membersOf, signOffOf, spentIn, worksOf } from './report-parts.ts';

/** The form of a report: a reader of an old one knows by it what may be missing. */
const REPORT_VERSION = 1;
/** More of a list is counted and not read. */
const MOST = 200;

/** The moment a report is of: now, or the end of a shift that is over. Epoch ms. */
export function momentOfReport({ config }: Desk, shift: FoundShift, now: number): number {
  const { plan, state } = shift;
  if (state?.closedAt != null) return Math.min(now, Math.max(state.closedAt, plan.startsAt));
  const next = nextPlan(config, plan);
  // Whoever leads may still be writing while the next shift works; before it, nobody else is there.
  const isWritten = now < (state === null ? next.startsAt : next.endsAt);
  return isWritten ? now : plan.endsAt;
}

/** The report of a shift as it stands: now, or as it was when the shift was over. */
export function compileReport(
  desk: Desk,
  shift: FoundShift,
  asOf: number = momentOfReport(desk, shift, desk.clock.now()),
): ShiftReport {
  const context = reportContext(desk, shift, asOf);
  const { lists, totals } = listsOf(context);
  const { breached, escalations } = missedOf(context);
  const incidents = incidentsOf(context);
  const items = itemsOf(context);
  const report: ShiftReport = {
    ...headOf(context),
    ...lists,
    ...flowOf(context),
    ...{ breached: breached.items, escalations, incidents: incidents.items },
    works: worksOf(context),
    spent: spentIn(context),
    knowledge: knowledgeOf(context),
    items,
    ...writtenOrPrefilled(context, { ...lists, items }),
    cut: {},
    signOff: signOffOf(context),
  };
  const more = { breached: breached.total, incidents: incidents.total };
  return fitReport(report, { ...totals, ...more });
}

/** Lists of open tickets and promises, with how many there are of each. */
function listsOf(context: ReportContext) {
  const red = redItems(context, MOST);
  const named = new Set(red.items.map(({ ticketId }) => ticketId));
  const found = {
    red,
    promises: duePromises(context, MOST),
    waiting: waitingItems(context, MOST),
    returned: returnedItems(context, MOST),
    dragging: draggingItems(context, MOST),
    rest: restItems(context, MOST, named),
  };
  const { promises, waiting, returned, dragging, rest } = found;
  return {
    lists: {
      ...{ red: red.items, promises: promises.items, waiting: waiting.items },
      ...{ returned: returned.items, dragging: dragging.items, rest: rest.items },
    },
    totals: {
      ...{ red: red.total, promises: promises.total, waiting: waiting.total },
      ...{ returned: returned.total, dragging: dragging.total, rest: rest.total },
    },
  };
}

function headOf(context: ReportContext) {
  const { desk, shift, asOf } = context;
  const { plan, state } = shift;
  const { config } = desk;
  const sync = syncView(desk);
  const last = state?.handovers.at(-1);
  return {
    version: REPORT_VERSION,
    figuresVersion: FIGURES_VERSION,
    desk: config.name,
    shiftId: shift.id,
    ref: shiftRef(shift.id),
    name: plan.name,
    kind: plan.kind,
    timeZone: config.timeZone,
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    revision: last?.revision ?? 0,
    state: last?.state ?? ('draft' as const),
    asOf,
    lastSyncAt: sync?.lastSyncAt ?? null,
    waitingToSync: sync?.pending ?? 0,
    lead: context.named(state?.leadId ?? null),
    nextLead: context.named(last?.toId ?? null),
    members: membersOf(
      context,
      conversationsIn(desk, { startsAt: plan.startsAt, endsAt: context.until }),
    ),
  };
}
