import { figureReaders } from '../../domain/figure/figure-readers.ts';
import { isUnled, whyNotLead } from '../../domain/shift/shift-right.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import type { BoardShift } from './board.ts';

/** The shift of the board, with the names of its people. */
export function boardShift(desk: Desk, { id, plan, state }: FoundShift): BoardShift {
  const people = desk.people.persons();
  const actor = desk.me;
  const why = whyNotLead({ actor, desk: desk.config, isUnled: isUnled(people, desk.config) });
  const reads = actor.role === 'head' || actor.role === 'qa';
  const mayRead = figureReaders(actor).length > 0;
  const names = new Map(people.map((person) => [person.id, person.name]));
  return { id, plan, state, names, isLed: why === null || reads, mayLead: why === null, mayRead };
}
