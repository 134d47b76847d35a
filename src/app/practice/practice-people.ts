import type { Person } from '../../domain/person.ts';
import type { PracticeRecord, RecordedRun } from '../../domain/practice/practice-record.ts';
import { mayJudge, maySeePractice } from '../../domain/practice/practice-right.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';

/** Whether I see the practice of others. */
export function seesOthers({ me, config }: Desk): boolean {
  return mayJudge(me, config);
}

/** Whose practice I see: everybody who learns, for others only themselves. */
export function learnersFor(desk: Desk): readonly Person[] {
  if (!seesOthers(desk)) return [desk.me];
  const recorded = new Set(desk.practiceRecords.all().map(({ personId }) => personId));
  return desk.people
    .persons()
    .filter(({ id, role }) => role === 'hire' || recorded.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** A run that I see, and whose it is. */
export interface FoundRun {
  readonly record: PracticeRecord;
  readonly run: RecordedRun;
}

/** The run of an id, or the only one whose id begins or ends so. Throws a UserError otherwise. */
export function findRecordedRun(desk: Desk, wanted: string): FoundRun {
  const seen = desk.practiceRecords
    .all()
    .filter(({ personId }) => maySeePractice(desk.me, personId, desk.config))
    .flatMap((record) => record.runs.map((run) => ({ record, run })));
  const exact = seen.filter(({ run }) => run.id === wanted);
  const isLike = ({ run: { id } }: FoundRun) => id.startsWith(wanted) || id.endsWith(wanted);
  const [found, other] = exact.length > 0 || wanted === '' ? exact : seen.filter(isLike);
  if (!found) throw new UserError('practice-run-unknown', { run: wanted });
  if (other) throw new UserError('practice-run-twice', { run: wanted });
  return found;
}
