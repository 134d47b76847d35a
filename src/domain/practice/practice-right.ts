import type { DeskConfig } from '../desk-config.ts';
import { whyNotAllowed } from '../permission-gate.ts';
import { isLeading, type Person } from '../person.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { PracticeCommand } from './practice-command.ts';

const RIGHT = 'judge-practice';
const own: readonly PracticeCommand['type'][] = ['record-run', 'finish-lesson', 'dispute-mark'];

/** Whether somebody sees the practice of others and says what it is worth. */
export function mayJudge(person: Person, desk: DeskConfig): boolean {
  return whyNotAllowed(RIGHT, person, desk) === null;
}

/** Whether somebody may read the practice record of a person: the learner, and who judges it. */
export function maySeePractice(reader: Person, personId: string, desk: DeskConfig): boolean {
  return reader.id === personId || mayJudge(reader, desk);
}

/** Why a command on somebody's record is not this person's to give; null when it is. */
export function whyNotPractice(
  command: PracticeCommand,
  personId: string,
  { actor, desk }: { readonly actor: Person; readonly desk: DeskConfig },
): Refusal | null {
  const isOwn = actor.id === personId;
  if (own.includes(command.type)) {
    if (actor.role === 'read-only') return refusal('role-reads-only');
    return isOwn ? null : refusal('practice-not-yours');
  }
  const why = whyNotAllowed(RIGHT, actor, desk);
  if (why) return why;
  if (isOwn) return refusal('own-practice');
  const isOverride = command.type === 'sign-off' && command.isOverride;
  return isOverride && !isLeading(actor) ? refusal('override-needs-lead') : null;
}
