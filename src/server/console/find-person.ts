import type { Person } from '../../domain/person.ts';
import { foldText } from '../../util/fold-text.ts';
import { UserError } from '../../util/user-error.ts';

/** The person of a name, a login or an id; null when nobody is called so. Throws for several. */
export function findPerson(people: readonly Person[], text: string): Person | null {
  const exact = people.find(({ id, login }) => id === text || login === text);
  if (exact) return exact;
  const wanted = foldText(text.trim());
  const named = people.filter(({ name, login }) => [name, login].map(foldText).includes(wanted));
  if (named.length > 1) {
    const known = named.map(({ login, id }) => `${login} (${id})`).join(', ');
    throw new UserError('server-person-twice', { person: text, known });
  }
  return named[0] ?? null;
}

/** The person, who has to be there. */
export function needPerson(people: readonly Person[], text: string): Person {
  const found = findPerson(people, text);
  if (!found) throw new UserError('person-unknown', { person: text });
  return found;
}
