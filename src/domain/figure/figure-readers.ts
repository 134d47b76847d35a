import type { Person } from '../person.ts';
import type { Role } from '../vocabulary.ts';
import { definitionOf } from './definitions.ts';
import { type FigureCode, figureCodes } from './figure.ts';

type Readers = 'team' | 'lead' | 'head';

/** What a role reads: the figures of the team, those of whoever leads it, or all of them. */
const readerOf: Readonly<Record<Role, Readers | null>> = {
  engineer: 'team',
  verifier: 'team',
  mentor: 'team',
  'read-only': 'team',
  lead: 'lead',
  'team-lead': 'lead',
  qa: 'lead',
  head: 'head',
  admin: 'head',
  // A trainee sees the own training only; a connector is no person.
  hire: null,
  connector: null,
};

const ranks: readonly Readers[] = ['team', 'lead', 'head'];

/** Whether somebody may read a figure. All of them are of the desk or a line, never of a person. */
export function mayReadFigure({ role }: Pick<Person, 'role'>, code: FigureCode): boolean {
  const reader = readerOf[role];
  return reader !== null && ranks.indexOf(reader) >= ranks.indexOf(definitionOf(code).readers);
}

/** The figures that somebody may read; none for a trainee. */
export function figureReaders(person: Pick<Person, 'role'>): readonly FigureCode[] {
  return figureCodes.filter((code) => mayReadFigure(person, code));
}
