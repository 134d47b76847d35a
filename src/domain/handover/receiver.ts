import { isLeading, type Person } from '../person.ts';
import type { Role } from '../vocabulary.ts';
import type { EscalationKind, Handover } from './handover.ts';

const aboveTeams: readonly Role[] = ['team-lead', 'head', 'admin'];
const heads: readonly Role[] = ['head', 'admin'];

/** Who may accept or send back on behalf of a receiver: those who stand at least as high. */
const standsFor: Readonly<Record<EscalationKind, (actor: Person) => boolean>> = {
  line: isLeading,
  senior: isLeading,
  'team-lead': ({ role }) => aboveTeams.includes(role),
  head: ({ role }) => heads.includes(role),
  vendor: () => false,
};

/** Whether a handover is for this person to accept or to send back. */
export function mayReceive(handover: Handover, actor: Person): boolean {
  if (standsFor[handover.kind](actor) || handover.toId === actor.id) return true;
  return handover.kind === 'line' && actor.line === handover.toLine;
}

/** Whether somebody belongs to a line, or leads. */
export function speaksForLine(actor: Person, line: string): boolean {
  return actor.line === line || isLeading(actor);
}
