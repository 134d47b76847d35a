import type { Entry } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';

/** How and when a ticket was solved. */
export interface Solution {
  /** The first telling line; empty when nobody wrote one. */
  readonly line: string;
  readonly at: number | null;
}

const GREETING =
  /^(?:[\p{L}.]+(?:\s+[\p{L}.]+){0,2},\s*)?(?:здравствуйте|добр(?:ый|ое|ого)\s+\p{L}+|hello|hi|good\s+\p{L}+|это\s+\p{L}+,)[^.!?\n]{0,30}[.!,]\s*/iu;
const LONGEST_LINE = 240;

/** How a ticket was solved: what was written with «resolved», else the last answer or note. */
export function solutionOf(desk: Desk, ticketId: string): Solution {
  const solved = desk.tickets.events(ticketId).findLast(({ fact }) => {
    return fact.type === 'status-changed' && fact.to === 'resolved';
  });
  const ours = desk.tickets
    .entries(ticketId)
    .filter(({ author, text }) => author.type === 'person' && text.trim() !== '');
  const before = ours.filter(({ at }) => solved === undefined || at <= solved.at);
  const written =
    ours.find(({ id }) => solved !== undefined && id.startsWith(`${solved.opId}:`)) ??
    before.findLast(({ visibility }) => visibility === 'public') ??
    before.at(-1);
  return { line: written === undefined ? '' : tellingLine(written), at: solved?.at ?? null };
}

function tellingLine({ text }: Entry): string {
  const lines = text.split('\n').map((line) => line.trim().replace(GREETING, ''));
  return (lines.find((line) => line !== '') ?? '').slice(0, LONGEST_LINE);
}
