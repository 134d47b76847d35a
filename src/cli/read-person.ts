import type { Desk } from '../app/desk/desk.ts';
import type { Person } from '../domain/person.ts';
import { UserError } from '../util/user-error.ts';

/** Somebody of the desk by login, name or id; `me` is whoever works. */
export function readPerson(desk: Desk, text: string): Person {
  const wanted = text.trim().toLowerCase();
  if (wanted === 'me' || wanted === 'я') return desk.me;
  const person = desk.people.findPerson(text);
  if (!person) throw new UserError('person-unknown', { person: text });
  return person;
}
