import { fail, ok } from '../../util/result.ts';
import { refusal } from '../refusal.ts';
import { decideLearning } from './decide-learning.ts';
import { decidePermit } from './decide-permit.ts';
import { decideReview } from './decide-review.ts';
import { emptyRecord } from './evolve-practice.ts';
import type { PracticeCommand } from './practice-command.ts';
import type { DecidePracticeContext, PracticeDecision, PracticeFacts } from './practice-context.ts';
import { personOfPractice } from './practice-id.ts';
import type { PracticeRecord } from './practice-record.ts';
import { whyNotPractice } from './practice-right.ts';

/**
 * Decides one command on somebody's practice record, which need not be there yet. What is already
 * written there is allowed and writes nothing. Pure.
 */
export function decidePractice(
  command: PracticeCommand,
  record: PracticeRecord | null,
  context: DecidePracticeContext,
): PracticeDecision {
  const { practiceId, opId, now: at, actor, device, person } = context;
  const personId = personOfPractice(practiceId);
  if (personId === null || !person(personId)) return fail(refusal('learner-unknown'));
  const why = whyNotPractice(command, personId, context);
  if (why) return fail(why);
  const decided = factsOf(command, record ?? emptyRecord(practiceId), at);
  if (!decided.ok) return decided;
  const common = { opId, practiceId, at, byId: actor.id, device };
  return ok(decided.value.map((fact, index) => ({ id: `${opId}:${index}`, ...common, fact })));
}

function factsOf(command: PracticeCommand, record: PracticeRecord, now: number): PracticeFacts {
  switch (command.type) {
    case 'record-run':
    case 'finish-lesson':
    case 'dispute-mark':
      return decideLearning(command, record);
    case 'override-mark':
    case 'comment-run':
    case 'judge-run':
    case 'allow-retake':
      return decideReview(command, record);
    default:
      return decidePermit(command, record, now);
  }
}
