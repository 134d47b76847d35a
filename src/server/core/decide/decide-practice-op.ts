import { decidePractice } from '../../../domain/practice/decide-practice.ts';
import { evolvePractice } from '../../../domain/practice/evolve-practice.ts';
import type { PracticeCommand } from '../../../domain/practice/practice-command.ts';
import type { PracticeEvent } from '../../../domain/practice/practice-fact.ts';
import { personOfPractice } from '../../../domain/practice/practice-id.ts';
import type { PracticeRecord } from '../../../domain/practice/practice-record.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import type { BatchState } from '../state/batch-state.ts';
import { type AskedOp, type Change, type Outcome, refusedBlindly, refusedFor } from './outcome.ts';

/** Decides a command on somebody's practice record. */
export function decidePracticeOp(asked: AskedOp, state: BatchState): Outcome {
  const { op, actor, device, occurredAt: now } = asked;
  const { entityId: id, opId } = op;
  if (personOfPractice(id) === null) return refusedBlindly('op-unreadable');
  // The dispatch is by the type of the entity; the shape of the payload was checked before.
  const command = op.payload as PracticeCommand;
  const before = state.state('practice', id);
  const { config: desk, people } = state.desk;
  const person = (personId: string) => people.get(personId) ?? null;
  const context = { now, actor, device, opId, practiceId: id, desk, person };
  const decided = decidePractice(command, before, context);
  if (!decided.ok) return refusedFor({ type: 'practice', id }, decided.problem);
  const events = decided.value;
  const row = { space: DESK_SPACE, body: { kind: 'practice', events }, tickets: [] } as const;
  const after = events.reduce<PracticeRecord | null>(evolvePractice, before);
  const record: Change = { type: 'practice', id, space: DESK_SPACE, state: after };
  const isNew = before === null && after === null;
  const changes = isNew ? [] : [record, ...events.flatMap(certificateOf)];
  return { ok: true, value: { rows: [row], changes } };
}

/** A certificate is found by its code, without a look into anybody's record. */
function certificateOf({ fact }: PracticeEvent): readonly Change[] {
  if (fact.type !== 'attested') return [];
  const { code, title, expiresAt } = fact.attestation;
  return [{ type: 'certificate', id: code, space: DESK_SPACE, state: { title, expiresAt } }];
}
