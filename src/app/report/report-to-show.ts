import { mayReadFigure } from '../../domain/figure/figure-readers.ts';
import type { Person } from '../../domain/person.ts';
import { isLeading } from '../../domain/person.ts';
import type { ShiftReport } from '../../domain/report/shift-report.ts';
import type { ShiftHandover } from '../../domain/shift/shift-handover.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { compileReport } from './compile-report.ts';
import { reportContext } from './report-context.ts';
import { signOffOf } from './report-parts.ts';

/** Which report of a shift is wanted. */
export interface WantedReport {
  /** Compiled again although one was submitted. */
  readonly isLive: boolean;
  /** That one; null: the last. */
  readonly revision: number | null;
}

/**
 * The report of a shift for whoever works here: as it was submitted, else as it stands. Throws a
 * UserError when there is no such revision.
 */
export function reportToShow(
  desk: Desk,
  shift: FoundShift,
  { isLive, revision }: WantedReport,
): ShiftReport {
  const handovers = shift.state?.handovers ?? [];
  const wanted =
    revision === null ? handovers.at(-1) : handovers.find((one) => one.revision === revision);
  if (revision !== null && !wanted) {
    if (handovers.length === 0) throw new UserError('report-not-submitted', { revision });
    const known = handovers.map((one) => one.revision).join(', ');
    throw new UserError('report-revision-unknown', { revision, known });
  }
  const report = wanted && !isLive ? frozen(desk, shift, wanted) : compileReport(desk, shift);
  return readableBy(report, desk.me);
}

/** What was submitted, with what became of it. */
function frozen(desk: Desk, shift: FoundShift, handover: ShiftHandover): ShiftReport {
  const { report, revision, state, toId, byId } = handover;
  const context = reportContext(desk, shift, report.asOf);
  const nextLead = context.named(toId) ?? report.nextLead;
  const signOff = signOffOf(context, handover);
  // Whoever is called otherwise by now signed under the name of that day.
  const people = [report.lead, ...report.members.map(({ person }) => person)];
  const submittedBy = people.find((one) => one?.id === byId)?.name ?? signOff.submittedBy;
  return { ...report, revision, state, nextLead, signOff: { ...signOff, submittedBy } };
}

/** Engineers read their own numbers and those of the team; people are never compared. */
function readableBy(report: ShiftReport, me: Person): ShiftReport {
  const seesAll = isLeading(me) || me.role === 'qa';
  return {
    ...report,
    figures: report.figures.filter(({ code }) => mayReadFigure(me, code)),
    members: report.members.map((member) => {
      return seesAll || member.person.id === me.id ? member : { ...member, conversations: null };
    }),
  };
}
