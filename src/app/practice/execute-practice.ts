import type { Person } from '../../domain/person.ts';
import type { PracticeCommand } from '../../domain/practice/practice-command.ts';
import type { DecidePracticeContext } from '../../domain/practice/practice-context.ts';
import { practiceId } from '../../domain/practice/practice-id.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { DESK_SPACE } from '../../domain/space.ts';
import type { ExecutedPractice } from '../../store/practice-record/practice-record-store.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { makeOp, originOf } from '../desk/make-op.ts';

/** Decides and writes one command on somebody's practice record. A refusal by a rule changes nothing. */
export function executePractice(
  desk: Desk,
  personId: string,
  command: PracticeCommand,
): Result<ExecutedPractice, Refusal> {
  return desk.store.sql.transact(() => {
    const isDemo = desk.people.person(personId)?.isDemo ?? false;
    const entityId = practiceId(personId);
    const about = { space: DESK_SPACE, entityType: 'practice', entityId, isDemo } as const;
    const op = makeOp(originOf(desk), { ...about, payload: command });
    const asked = { now: op.occurredAt, actor: desk.me, opId: op.opId, practiceId: entityId };
    return desk.practiceRecords.execute(op, practiceContext(desk, asked));
  });
}

/** What a decision on a practice record at this desk looks at, as things stand. */
export function practiceContext(
  desk: Desk,
  asked: Pick<DecidePracticeContext, 'now' | 'actor' | 'opId' | 'practiceId'>,
): DecidePracticeContext {
  return {
    ...asked,
    device: desk.device,
    desk: desk.config,
    person: (id: string): Person | null => desk.people.person(id),
  };
}
